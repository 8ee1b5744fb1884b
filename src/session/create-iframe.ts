import { REFERRER_POLICY } from '../url/iframe-attributes.js';
import { mergePermissions } from '../url/iframe-permissions.js';
import { onAbort } from './abort.js';
import type { RoomRequest } from './request.js';

/** Creates the iframe of a room. It is removed when the signal aborts. */
export function createIframe(
  { host, label, allow }: RoomRequest,
  signal: AbortSignal,
): HTMLIFrameElement {
  const iframe = host.ownerDocument.createElement('iframe');
  iframe.title = label;
  iframe.allow = mergePermissions(allow);
  iframe.referrerPolicy = REFERRER_POLICY;
  // Otherwise, a page with COEP cannot frame a room that does not send that header.
  if (globalThis.crossOriginIsolated && 'credentialless' in iframe) iframe.credentialless = true;
  onAbort(signal, () => iframe.remove());
  return iframe;
}
