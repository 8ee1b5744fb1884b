import { onAbort } from './abort.js';
import type { RoomRequest } from './request.js';

/** The page's own URL can contain a role token, so the vendor only learns the origin. */
export const REFERRER_POLICY = 'strict-origin';

/** Permissions that a webinar can need. Browsers still ask the visitor wherever they always do. */
export const PERMISSIONS = [
  'camera',
  'microphone',
  'display-capture',
  'fullscreen',
  'autoplay',
  'picture-in-picture',
  'screen-wake-lock',
  'speaker-selection',
  'clipboard-write',
  'encrypted-media',
];

/** Merges `allow` into the built-in permissions. A feature that it names replaces the built-in one, as in `camera 'none'`. */
function mergePermissions(allow: string): string {
  const custom = allow.split(';').map((permission) => permission.trim());
  const isCustom = (feature: string) =>
    custom.some((permission) => permission.split(/\s/, 1)[0] === feature);
  return [...PERMISSIONS.filter((feature) => !isCustom(feature)), ...custom]
    .filter(Boolean)
    .join('; ');
}

/** Creates the iframe of a room. It is removed when the signal aborts. */
export function createIframe(
  { host, label, allow }: RoomRequest,
  signal: AbortSignal,
): HTMLIFrameElement {
  const iframe = host.ownerDocument.createElement('iframe');
  iframe.title = label;
  iframe.allow = mergePermissions(allow);
  iframe.referrerPolicy = REFERRER_POLICY;
  // Without it, a page under `Cross-Origin-Embedder-Policy` cannot show a room that does not send that header.
  if (globalThis.crossOriginIsolated) Object.assign(iframe, { credentialless: true });
  onAbort(signal, () => iframe.remove());
  return iframe;
}
