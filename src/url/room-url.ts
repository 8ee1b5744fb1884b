import { checkOptions, checkOrigin, toHttpUrl } from './check.js';
import { readLink, writeLink } from './link.js';
import { QUERY_OPTIONS, ROOM_ORIGIN, type RoomLink } from './options.js';
import { encode } from './query.js';

/** What a direct room URL can say in its query. */
const ROOM_OPTIONS = QUERY_OPTIONS.filter(([, , key]) => key);

/** Where the vendor's rooms are; personal links also come without `app.` (A, C). */
const VENDOR_HOST = /^(app\.)?livewebinar\.com$/;

const SEGMENTS =
  /^\/(?<licenseKey>[^/]+)(\/x\/(?<roleToken>[^/]+)|\/p\/(?<personalToken>[^/]+))?\/?$/;

/**
 * Builds the direct URL of a room.
 *
 * It can say the license key, a role token or a personal token (the personal token wins: there is
 * one path for each), the nickname, the avatar and the password token. The e-mail address and the
 * registrant token have no place in it.
 *
 * @param options.origin The site the room is on, for white-label accounts. An http(s) origin.
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
 * Reads a direct room URL. Never throws.
 *
 * @param options.origins The origins rooms may be on, compared exactly. The vendor's own if left out.
 * @returns `null` if it is not the address of a room there.
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
    : VENDOR_HOST.test(parsed.host);
  return isRoomOrigin ? readLink(SEGMENTS, parsed.pathname, ROOM_OPTIONS, parsed.search) : null;
}
