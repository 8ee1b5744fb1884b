import { buildElementScriptUrl } from '../url/embed-script-url.js';
import { onAbort } from './abort.js';
import type { Attempt } from './attempt.js';
import { watchCsp } from './csp.js';
import { watchPolicyReports } from './policy-reports.js';
import type { RoomRequest } from './request.js';
import { addScript } from './vendor-scripts.js';
import { watchIframe } from './watch-iframe.js';

/**
 * The callback queue that the vendor's snippet defines before the script loads. See
 * `docs/vendor-contract.md`.
 */
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

/** Returns whether a document already has the vendor's global, for example because of a pasted snippet. */
export const hasVendorGlobal = (doc: Document): boolean => 'Widget' in doc.defaultView!;

/**
 * Runs the vendor's embed script in the document of the container. The room is ready when the script
 * has run the queue or added an iframe to the container. The script's `load` event proves nothing: it
 * fires even if the script throws.
 */
export function runEmbedScript(
  container: HTMLElement,
  request: RoomRequest,
  attempt: Attempt,
): void {
  const { host, room, roomOrigin, label } = request;
  const doc = container.ownerDocument;
  const win = doc.defaultView as EmbedWindow;
  const url = new URL(buildElementScriptUrl({ ...room, containerId: container.id }));

  win.Widget = createQueue();
  win.Widget(attempt.ready);
  // `delete` would throw if the page has since declared a function with this name.
  onAbort(attempt.signal, () => Reflect.deleteProperty(win, 'Widget'));

  watchIframe(container, label, attempt);
  // Firefox reports violations of an inherited CSP to the document that the CSP belongs to.
  for (const reportingDoc of new Set([doc, host.ownerDocument])) {
    watchCsp(reportingDoc, [url.origin, roomOrigin], attempt);
    watchPolicyReports(reportingDoc.defaultView!, [url.origin, roomOrigin], attempt);
  }
  addScript(doc, url, request, attempt);
}
