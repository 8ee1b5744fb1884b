import { mergePermissions } from './iframe-permissions.js';
import type { RoomLink } from './options.js';
import { buildRoomUrl } from './room-url.js';
import { checkText } from './validate.js';

/** The page's own URL can contain a role token, so only its origin is sent to the vendor. */
export const REFERRER_POLICY = 'strict-origin';

/** Attributes of an `<iframe>`, named like the DOM properties. They also work as JSX props. */
export interface IframeAttributes {
  src: string;
  title: string;
  allow: string;
  referrerPolicy: 'strict-origin';
}

/**
 * Builds the attributes of an `<iframe>` that shows a room, for pages that cannot run scripts, such as
 * those of a CMS. Escape the values if you write them into HTML.
 *
 * @param options.origin Origin of the room, for white-label accounts. Defaults to
 *   `https://app.livewebinar.com`.
 * @param options.label Title of the iframe, which screen readers announce. Defaults to `Webinar room`.
 * @param options.allow Permissions to add to the built-in ones, in the syntax of the `allow` attribute;
 *   `camera 'none'` denies one.
 * @throws {LivewebinarError} `missing-license-key` or `invalid-option`.
 * @example
 * buildIframe({ licenseKey: '123-123-123' }, { label: 'Open day' });
 * // { src: 'https://app.livewebinar.com/123-123-123', title: 'Open day',
 * //   allow: 'camera; microphone; …', referrerPolicy: 'strict-origin' }
 */
export function buildIframe(
  room: RoomLink,
  options?: { origin?: string; label?: string; allow?: string },
): IframeAttributes {
  return {
    src: buildRoomUrl(room, options),
    title: checkText('label', options?.label) || 'Webinar room',
    allow: mergePermissions(checkText('allow', options?.allow)),
    referrerPolicy: REFERRER_POLICY,
  };
}
