import { CONTAINER_ID } from '../url/vendor.js';
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
    // A page that is gone has no window.
    page.defaultView !== null &&
    // In a shadow root the vendor's script would not find the container.
    host.getRootNode() === page &&
    !isTaken(page) &&
    !(room.containerId && page.getElementById(room.containerId))
  );
}

/** Opens the room elsewhere when someone takes its container out of the element, as frameworks do that render its content anew. */
function watchContainer(container: HTMLElement, { host }: RoomRequest, attempt: Attempt): void {
  const observer = new MutationObserver(() => {
    if (container.parentNode !== host) attempt.restart();
  });
  observer.observe(host, { childList: true });
  onAbort(attempt.signal, () => observer.disconnect());
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
  watchContainer(container, request, attempt);
  embed(container, request, attempt);
}
