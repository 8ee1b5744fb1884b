import { CONTAINER_ID } from '../url/vendor-constants.js';
import { onAbort } from './abort.js';
import type { Attempt } from './attempt.js';
import { hasVendorGlobal, runEmbedScript } from './run-embed-script.js';
import type { RoomRequest } from './request.js';
import { removeStaleScripts } from './vendor-scripts.js';

/** Returns the container id that preload links contain, or a free one if an element of the page has it. */
function findFreeId(doc: Document): string {
  let id = CONTAINER_ID;
  while (doc.getElementById(id)) id += '-';
  return id;
}

/** Returns whether the vendor's script can run in the page itself without a conflict with another room. */
export function canOpenInline({ host, isolated, room }: RoomRequest): boolean {
  const doc = host.ownerDocument;
  // A detached document has no window. The vendor's script cannot find a container in a shadow root.
  if (isolated || !doc.defaultView || host.getRootNode() !== doc) return false;
  removeStaleScripts(doc);
  return !hasVendorGlobal(doc) && !(room.containerId && doc.getElementById(room.containerId));
}

/**
 * Reopens the room in isolated mode when something removes its container, such as a framework that
 * rerenders the element's children.
 */
function watchContainer(container: HTMLElement, { host }: RoomRequest, attempt: Attempt): void {
  const observer = new MutationObserver(() => {
    if (container.parentNode !== host) attempt.reopenIsolated();
  });
  observer.observe(host, { childList: true });
  onAbort(attempt.signal, () => observer.disconnect());
}

/** Opens a room in the page itself. The container is a slotted child of the element. */
export function openInline(request: RoomRequest, attempt: Attempt): void {
  const { host, room } = request;
  const container = host.ownerDocument.createElement('div');
  container.id = room.containerId || findFreeId(host.ownerDocument);
  container.slot = 'room';
  container.style.height = '100%';
  host.append(container);
  onAbort(attempt.signal, () => container.remove());
  watchContainer(container, request, attempt);
  runEmbedScript(container, request, attempt);
}
