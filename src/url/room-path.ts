import { checkOptions, invalidOption, isHttp, toUrl } from './check.js';
import { LINK_OPTIONS, type RoomLink } from './options.js';
import { encode, readQuery, readSegments, writeQuery } from './query.js';

/** The two that have a path segment of their own. */
const PATH_OPTIONS = ['licenseKey', 'roleToken'];
const QUERY_OPTIONS = LINK_OPTIONS.filter((option) => !PATH_OPTIONS.includes(option.name));

/** Parses an address on a site whose name does not matter. */
const toSiteUrl = (path: string | URL): URL | null => toUrl(path, 'https://site.invalid');

/** Gives the base as it stands in an address: `/webinars/live`, or `` for `/`; `null` if it is no path. */
function readBase(base: string): string | null {
  const path = base.replace(/^\/+|\/+$/g, '');
  return /[?#\\]/.test(path) ? null : toSiteUrl(`/${path}`)!.pathname.replace(/\/$/, '');
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
  const base = readBase(options.base ?? '/room');
  if (base === null) throw invalidOption('base', 'must be a path such as "/room"');
  const role = room.roleToken ? `/${encode(room.roleToken)}` : '';
  return `${base}/${encode(room.licenseKey)}${role}${writeQuery(QUERY_OPTIONS, room)}`;
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
  const url = toSiteUrl(path);
  const base = readBase(options.base ?? '/room');
  if (!isHttp(url) || base === null || !url.pathname.startsWith(`${base}/`)) return null;
  const [licenseKey, roleToken, ...rest] = readSegments(url.pathname.slice(base.length)) ?? [];
  if (!licenseKey || rest.length > 0) return null;
  return {
    licenseKey,
    ...(roleToken && { roleToken }),
    ...readQuery(QUERY_OPTIONS, url.searchParams),
  };
}
