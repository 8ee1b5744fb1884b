import { CONTAINER_ID } from '../url/head-links.js';
import { onAbort, type Attempt, type RoomRequest } from './attempt.js';
import { embed, isTaken } from './embed.js';

/** The id that head lines count on, unless something in the page has it. */
function freeId(page: Document): string {
  let id = CONTAINER_ID;
  while (page.getElementById(id)) id += '-';
  return id;
}

/** Where the vendor's script runs in the page itself, and does not meet another room there. */
export function canOpenInline({ host, isolated, room }: RoomRequest): boolean {
  const page = host.ownerDocument;
  return (
    !isolated &&
    // In a shadow root the vendor's script would not find the container.
    host.getRootNode() === page &&
    !isTaken(page) &&
    !(room.containerId && page.getElementById(room.containerId))
  );
}

/** Opens a room in the page itself: the container is a child of the element, shown through a slot. */
export function openInline(request: RoomRequest, attempt: Attempt): void {
  const { host, room } = request;
  const page = host.ownerDocument;
  const container = page.createElement('div');
  container.id = room.containerId || freeId(page);
  container.slot = 'room';
  container.style.height = '100%';
  host.append(container);
  onAbort(attempt.signal, () => container.remove());
  embed(container, request, attempt);
}
