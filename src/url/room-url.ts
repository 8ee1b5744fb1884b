import { checkOptions, checkOrigin, isHttp, toUrl } from './check.js';
import { QUERY_OPTIONS, ROOM_ORIGIN, type RoomLink } from './options.js';
import { encode, readQuery, readSegments, writeQuery } from './query.js';

/** What a direct room URL can say in its query. */
const ROOM_OPTIONS = QUERY_OPTIONS.filter((option) => option.room);

/** Where the vendor's rooms are; personal links also come without `app.` (A, C). */
const VENDOR_ORIGIN = /^https?:\/\/(app\.)?livewebinar\.com$/;

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
  const origin = checkOrigin('origin', options.origin || ROOM_ORIGIN);
  let path = `/${encode(room.licenseKey)}`;
  if (room.personalToken) path += `/p/${encode(room.personalToken)}`;
  else if (room.roleToken) path += `/x/${encode(room.roleToken)}`;
  return origin + path + writeQuery(ROOM_OPTIONS, room);
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
  const parsed = toUrl(url);
  if (!isHttp(parsed)) return null;
  const { origin, pathname, searchParams } = parsed;
  const isRoomOrigin = options.origins
    ? options.origins.some((other) => toUrl(other)?.origin === origin)
    : VENDOR_ORIGIN.test(origin);
  const [licenseKey, kind, token, ...rest] = readSegments(pathname.slice(1));
  if (!isRoomOrigin || !licenseKey || rest.length > 0) return null;
  const link = { licenseKey, ...readQuery(ROOM_OPTIONS, searchParams) };
  if (!kind) return link;
  if (token && kind === 'x') return { ...link, roleToken: token };
  if (token && kind === 'p') return { ...link, personalToken: token };
  return null;
}
