import { toHttpUrl } from './http-url.js';
import { readLink, writeLink } from './link.js';
import { QUERY_OPTIONS, type RoomLink } from './options.js';
import { encode } from './query.js';
import { checkOptions, checkOrigin } from './validate.js';
import { isVendorRoomHost, ROOM_ORIGIN } from './vendor.js';

/** The options in the query of a direct room URL. */
const ROOM_OPTIONS = QUERY_OPTIONS.filter(({ linkKey }) => linkKey);

const SEGMENTS =
  /^\/(?<licenseKey>[^/]+)(\/x\/(?<roleToken>[^/]+)|\/p\/(?<personalToken>[^/]+))?\/?$/;

/**
 * Builds the direct URL of a room.
 *
 * It contains the license key, a role token or a personal token, the nickname, the avatar and the
 * password token. If there are both a role and a personal token, the personal token is used. The
 * e-mail address and the registrant token are left out.
 *
 * @param options.origin Origin of the room, for white-label accounts. Defaults to
 *   `https://app.livewebinar.com`.
 * @throws {LivewebinarError} `missing-license-key` or `invalid-option`.
 * @example
 * buildRoomUrl({ licenseKey: '123-123-123', roleToken: 'IYuUtn2P', nickname: 'John Doe' });
 * // 'https://app.livewebinar.com/123-123-123/x/IYuUtn2P?_nickname=John%20Doe'
 */
export function buildRoomUrl(link: RoomLink, options: { origin?: string } = {}): string {
  const room = checkOptions(link);
  const origin = options.origin ? checkOrigin('origin', options.origin) : ROOM_ORIGIN;
  let path = `${origin}/${encode(room.licenseKey)}`;
  if (room.personalToken) path += `/p/${encode(room.personalToken)}`;
  else if (room.roleToken) path += `/x/${encode(room.roleToken)}`;
  return writeLink(path, ROOM_OPTIONS, room);
}

/**
 * Parses a direct room URL. Never throws.
 *
 * @param options.origins Allowed origins, compared exactly. Defaults to the vendor's own.
 * @returns The options, or `null` if it is not a room URL of these origins.
 * @example
 * parseRoomUrl('https://app.livewebinar.com/123-123-123/x/IYuUtn2P');
 * // { licenseKey: '123-123-123', roleToken: 'IYuUtn2P' }
 */
export function parseRoomUrl(
  url: string | URL,
  options: { origins?: string[] } = {},
): RoomLink | null {
  const parsed = toHttpUrl(url);
  if (!parsed) return null;
  const isRoomOrigin = options.origins
    ? options.origins.some((other) => toHttpUrl(other)?.origin === parsed.origin)
    : isVendorRoomHost(parsed.host);
  return isRoomOrigin ? readLink(SEGMENTS, parsed.pathname, ROOM_OPTIONS, parsed.search) : null;
}
