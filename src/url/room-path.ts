import { readLink, toLinkUrl, writeLink } from './link.js';
import { LINK_OPTIONS, QUERY_OPTIONS, type RoomLink } from './options.js';
import { encode } from './query.js';
import { checkOptions, checkText } from './validate.js';
import { ROOM_ORIGIN } from './vendor-constants.js';

/** Base of relative URLs. Any origin works. */
const SITE = ROOM_ORIGIN;

/** `<room>` or `<room>/<role token>`, below the base. */
const PATH = /^([^/]+)(?:\/([^/]+))?\/?$/;

/** Normalizes a base as `URL` does, with a slash at both ends. */
function readBase(base = '/room'): string {
  const path = base.replace(/[?#]/g, encodeURIComponent);
  return new URL(`${SITE}/${path}/`).pathname.replace(/\/{2,}/g, '/');
}

/**
 * Builds the path of a room on your own site: the license key, then the role token if there is one.
 * All other options are in the query.
 *
 * @param options.base Path prefix before the license key. Defaults to `/room`.
 * @throws {LivewebinarError} `missing-license-key` or `invalid-option`.
 * @example
 * buildRoomPath({ licenseKey: '123-123-123', roleToken: 'abcxyz123', nickname: 'John Doe' });
 * // '/room/123-123-123/abcxyz123?_nickname=John%20Doe'
 */
export function buildRoomPath(link: RoomLink, options?: { base?: string }): string {
  const room = checkOptions(LINK_OPTIONS, link);
  const base = readBase(checkText('base', options?.base ?? '/room'));
  const role = room.roleToken && `/${encode(room.roleToken)}`;
  return writeLink(base + encode(room.licenseKey) + role, QUERY_OPTIONS, room);
}

/**
 * Parses the path or the whole URL of a room on your own site. Never throws.
 *
 * @param options.base Path prefix before the license key. Defaults to `/room`.
 * @returns The options, named like the element's properties, or `null` if it is not a room under the
 *   base.
 * @example
 * parseRoomPath('/room/123-123-123/abcxyz123?_nickname=John%20Doe');
 * // { licenseKey: '123-123-123', roleToken: 'abcxyz123', nickname: 'John Doe' }
 */
export function parseRoomPath(
  path: string | URL,
  options: { base?: string } = {},
): RoomLink | null {
  try {
    const url = toLinkUrl(path, SITE);
    const base = readBase(options.base);
    if (!url?.pathname.startsWith(base)) return null;
    const [, licenseKey, roleToken] = PATH.exec(url.pathname.slice(base.length)) ?? [];
    return licenseKey ? readLink({ licenseKey, roleToken }, QUERY_OPTIONS, url.search) : null;
  } catch {
    // An escape sequence or an option is malformed.
    return null;
  }
}
