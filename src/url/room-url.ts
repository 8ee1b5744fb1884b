import { checkOptions, checkOrigin, isHttp, toUrl } from './check.js';
import { LINK_OPTIONS, ROOM_ORIGIN, type RoomLink } from './options.js';
import { encode, readQuery, readSegments, writeQuery } from './query.js';

/** What a direct room URL can say in its query. */
const QUERY_OPTIONS = LINK_OPTIONS.filter((option) => option.room);

/** Where the vendor's rooms are; personal links also come without `app.` (A, C). */
const VENDOR_ORIGINS = ['app.livewebinar.com', 'livewebinar.com'].flatMap((host) => [
  `https://${host}`,
  `http://${host}`,
]);

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
  return origin + path + writeQuery(QUERY_OPTIONS, room);
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
  const origins = options.origins?.map((origin) => toUrl(origin)?.origin) ?? VENDOR_ORIGINS;
  if (!isHttp(parsed) || !origins.includes(parsed.origin)) return null;
  const [licenseKey, kind, token, ...rest] = readSegments(parsed.pathname) ?? [];
  if (!licenseKey || rest.length > 0) return null;
  const link = readQuery(QUERY_OPTIONS, parsed.searchParams);
  if (kind === undefined) return { licenseKey, ...link };
  if (token === undefined) return null;
  if (kind === 'x') return { licenseKey, roleToken: token, ...link };
  if (kind === 'p') return { licenseKey, personalToken: token, ...link };
  return null;
}
