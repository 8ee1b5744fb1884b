import { findProblem } from './check.js';
import type { Option, RoomLink } from './options.js';
import { encodeForLink, readQuery, splitQuery, writeQuery, type Pair } from './query.js';

type LinkOptions = readonly Option<keyof RoomLink>[];

/** What the path of a link can say. */
const SEGMENTS = ['licenseKey', 'roleToken', 'personalToken'] as const;

/** Writes a link: a path, and options in the query under the vendor's names for links. */
export function writeLink(path: string, options: LinkOptions, room: Required<RoomLink>): string {
  const pairs = options.map(([name, embed, key = embed]): Pair => [key, room[name]]);
  const query = writeQuery(pairs, encodeForLink);
  return query ? `${path}?${query}` : path;
}

/**
 * Reads a link: the path's segments as the groups of a pattern name them, and options in the query.
 *
 * @returns `null` if the path does not match, or a segment is no token or malformed.
 */
export function readLink(
  pattern: RegExp,
  path: string,
  options: LinkOptions,
  query: string,
): RoomLink | null {
  const groups = pattern.exec(path)?.groups;
  if (!groups) return null;
  const link: Partial<RoomLink> = readQuery(options, splitQuery(query));
  for (const name of SEGMENTS) {
    const segment = groups[name];
    if (segment === undefined) continue;
    try {
      link[name] = decodeURIComponent(segment);
    } catch {
      return null;
    }
    if (findProblem(name, link[name])) return null;
  }
  return link as RoomLink;
}
