import { buildElementScriptUrl } from '../url/embed-script-url.js';
import { onAbort, type Attempt, type RoomRequest } from './attempt.js';
import { watchPolicy } from './page-policy.js';
import { addScript } from './script.js';

/** The queue that the vendor's snippet sets up before the script comes (vendor contract: C). */
interface WidgetQueue {
  (callback?: unknown): void;
  __cbs: (() => void)[];
  initialized?: boolean;
}

type EmbedWindow = Window & { Widget?: WidgetQueue };

function createQueue(): WidgetQueue {
  const queue: WidgetQueue = (callback) => {
    if (typeof callback === 'function') queue.__cbs.push(callback as () => void);
    if (queue.initialized) for (const run of queue.__cbs.splice(0)) run();
  };
  queue.__cbs = [];
  return queue;
}

/** Tells whether something in a page, a snippet pasted by hand for example, has the vendor's global name. */
export const isTaken = (page: Document): boolean => 'Widget' in page.defaultView!;

/**
 * Runs the vendor's embed script in the page of the container. The room is there when the script
 * ran the queue or put a frame into the container; that the script has loaded means nothing.
 */
export function embed(container: HTMLElement, request: RoomRequest, attempt: Attempt): void {
  const { room, roomOrigin, label, nonce } = request;
  const page = container.ownerDocument;
  const view = page.defaultView as EmbedWindow;
  const address = buildElementScriptUrl({ ...room, containerId: container.id });
  const { origin } = new URL(address);

  view.Widget = createQueue();
  view.Widget(attempt.ready);
  // Throws nothing where the page has declared a function of that name since.
  onAbort(attempt.signal, () => Reflect.deleteProperty(view, 'Widget'));

  const observer = new MutationObserver(() => {
    const frame = container.querySelector('iframe');
    if (!frame) return;
    frame.title ||= label;
    attempt.ready();
  });
  observer.observe(container, { childList: true, subtree: true });
  onAbort(attempt.signal, () => observer.disconnect());

  // Firefox tells of a nested document's violations in the page whose policy it is.
  for (const witness of new Set([page, document]))
    watchPolicy(witness, [origin, roomOrigin], attempt);
  addScript(page, address, origin, nonce, attempt);
}
