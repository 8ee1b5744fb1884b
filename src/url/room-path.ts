import { checkOptions, isHttp, toUrl } from './check.js';
import { QUERY_OPTIONS, type RoomLink } from './options.js';
import { encode, readQuery, readSegments, writeQuery } from './query.js';

/** Stands in for the site, whose name does not matter. */
const SITE = 'https://site.invalid';

/** Gives the base as it stands in an address, with a slash at both ends. */
function readBase(base = '/room'): string {
  const path = base.replace(/[?#]/g, encodeURIComponent);
  return new URL(`${SITE}/${path}/`).pathname.replace(/\/+/g, '/');
}

/**
 * Builds the path of a room on one's own site: the room token, then the role token if there is
 * one, everything else in the query.
 *
 * @param options.base The path before the room token; `/room` if left out.
 * @throws {LivewebinarError} `missing-license-key` or `invalid-option`.
 * @example
 * buildRoomPath({ licenseKey: '123-123-123', roleToken: 'abcxyz123', nickname: 'John Doe' });
 * // '/room/123-123-123/abcxyz123?_nickname=John%20Doe'
 */
export function buildRoomPath(link: RoomLink, options: { base?: string } = {}): string {
  const room = checkOptions(link);
  const role = room.roleToken ? `/${encode(room.roleToken)}` : '';
  return readBase(options.base) + encode(room.licenseKey) + role + writeQuery(QUERY_OPTIONS, room);
}

/**
 * Reads the path of a room on one's own site, or its whole address. Never throws.
 *
 * @param options.base The path before the room token; `/room` if left out.
 * @returns `null` if it is not the address of a room under the base. The keys of the result are
 *   properties of the element.
 * @example
 * parseRoomPath('/room/123-123-123/abcxyz123?_nickname=John%20Doe');
 * // { licenseKey: '123-123-123', roleToken: 'abcxyz123', nickname: 'John Doe' }
 */
export function parseRoomPath(
  path: string | URL,
  options: { base?: string } = {},
): RoomLink | null {
  const url = toUrl(path, SITE);
  const base = readBase(options.base);
  if (!isHttp(url) || !url.pathname.startsWith(base)) return null;
  const [licenseKey, roleToken, ...rest] = readSegments(url.pathname.slice(base.length));
  if (!licenseKey || rest.length > 0) return null;
  return {
    licenseKey,
    ...(roleToken && { roleToken }),
    ...readQuery(QUERY_OPTIONS, url.searchParams),
  };
}
