import { isLoopback } from '../url/is-loopback.js';
import { REFERRER_POLICY } from '../url/iframe-attributes.js';
import { isVendorHost, SECOND_SCRIPT_PATH } from '../url/vendor-constants.js';
import { onAbort } from './abort.js';
import type { RoomRequest } from './request.js';

/** Adds a `<link>` to the head of a document and removes it when the signal aborts. */
function addLink(
  doc: Document,
  attributes: Partial<HTMLLinkElement>,
  signal: AbortSignal,
): HTMLLinkElement {
  const link = doc.createElement('link');
  Object.assign(link, { referrerPolicy: REFERRER_POLICY }, attributes);
  doc.head.append(link);
  onAbort(signal, () => link.remove());
  return link;
}

let isEnabled = true;

/** Turns off the hints for all rooms that open later. */
export const disableResourceHints = (): void => void (isEnabled = false);

/**
 * Preloads the script that the vendor's embed script adds, and connects to the room's origin, while the
 * embed script is still loading. An embed script that is neither at the vendor's origin nor on a loopback
 * host may add another script, so no script is preloaded.
 */
export function addResourceHints(
  doc: Document,
  { origin, hostname }: URL,
  { roomOrigin, nonce }: RoomRequest,
  signal: AbortSignal,
): void {
  if (!isEnabled) return;
  if (isVendorHost(hostname) || isLoopback(hostname)) {
    const href = origin + SECOND_SCRIPT_PATH;
    addLink(doc, { rel: 'preload', as: 'script', href, nonce }, signal);
  }
  addLink(doc, { rel: 'preconnect', href: roomOrigin }, signal);
}

/**
 * Preloads a script, then calls back. Unlike a script, a preload does not delay the page's `load` event until
 * the vendor responds. If the page has already loaded or the browser does not support preloads, calls back
 * at once.
 */
export function preloadScript(
  doc: Document,
  { href }: URL,
  nonce: string,
  signal: AbortSignal,
  callback: () => void,
): void {
  const isSupported = doc.createElement('link').relList?.supports?.('preload');
  if (doc.readyState === 'complete' || !isSupported) return callback();
  const link = addLink(doc, { rel: 'preload', as: 'script', href, nonce }, signal);
  const settle = () => {
    link.remove();
    if (!signal.aborted) callback();
  };
  // After an error, the attempt to run the script reports what is wrong.
  link.addEventListener('load', settle, { once: true });
  link.addEventListener('error', settle, { once: true });
}
