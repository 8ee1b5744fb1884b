import { checkOptions, toHttpUrl } from './check.js';
import { readLink, writeLink } from './link.js';
import { QUERY_OPTIONS, ROOM_ORIGIN, type RoomLink } from './options.js';
import { encode } from './query.js';

/** Stands in for the site, whose name does not matter. */
const SITE = ROOM_ORIGIN;

const SEGMENTS = /^(?<licenseKey>[^/]+)(\/(?<roleToken>[^/]+))?\/?$/;

/** Gives the base as it stands in an address, with a slash at both ends. */
function readBase(base = '/room'): string {
  const path = base.replace(/[?#]/g, encodeURIComponent);
  return new URL(`${SITE}/${path}/`).pathname.replace(/\/{2,}/g, '/');
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
export function buildRoomPath(link: RoomLink, { base }: { base?: string } = {}): string {
  const room = checkOptions(link);
  const role = room.roleToken && `/${encode(room.roleToken)}`;
  return writeLink(readBase(base) + encode(room.licenseKey) + role, QUERY_OPTIONS, room);
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
  const url = toHttpUrl(path, SITE);
  const base = readBase(options.base);
  if (!url?.pathname.startsWith(base)) return null;
  return readLink(SEGMENTS, url.pathname.slice(base.length), QUERY_OPTIONS, url.search);
}
