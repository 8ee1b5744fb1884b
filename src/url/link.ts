import type { Option, RoomLink } from './options.js';
import { encodeForLink, readQuery, splitQuery, writeQuery, type Pair } from './query.js';
import { validate } from './validate.js';

type LinkOptions = readonly Option<keyof RoomLink>[];

/** The options that can be in the path of a link. */
const SEGMENTS = ['licenseKey', 'roleToken', 'personalToken'] as const;

/** Appends options to the path of a link, under the query keys of links. */
export function writeLink(path: string, options: LinkOptions, room: Required<RoomLink>): string {
  const pairs = options.map(({ name, embedKey, linkKey = embedKey }): Pair => [
    linkKey,
    room[name],
  ]);
  const query = writeQuery(pairs, encodeForLink);
  return query ? `${path}?${query}` : path;
}

/**
 * Reads a link: the named groups of the pattern from its path, the options from its query.
 *
 * @returns `null` if the path does not match the pattern or has an invalid token.
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
    if (validate(name, link[name])) return null;
  }
  return link as RoomLink;
}
