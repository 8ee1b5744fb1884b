import { toHttpUrl } from './http-url.js';
import type { Option, RoomLink } from './options.js';
import { encodeForLink, readQuery, splitQuery } from './query.js';
import { normalizeToken } from './token.js';
import { validateOption } from './validate.js';

type LinkOptions = readonly Option<keyof RoomLink>[];
type Segments = Partial<Record<keyof RoomLink, string | undefined>>;

/** Appends options to the path of a link as a query. */
export function writeLink(path: string, options: LinkOptions, room: Required<RoomLink>): string {
  const query = options
    .filter(({ name }) => room[name])
    .map(({ name, embedKey, linkKey = embedKey }) => `${linkKey}=${encodeForLink(room[name])}`)
    .join('&');
  return query ? `${path}?${query}` : path;
}

/** Parses the URL of a link. Ignores invisible characters in front, which copying can add. */
export function toLinkUrl(value: string | URL, base?: string): URL | null {
  if (typeof value !== 'string') return toHttpUrl(value, base);
  // The pattern is slow, and few URLs start with such a character.
  const url = /^[!-~]/.test(value) ? value : value.replace(/^[\p{DI}\p{Cf}\s]+/u, '');
  // `URL` converts a backslash in a path to a slash, which would turn an escaped line break into a role token.
  return /^[^?#]*\\/.test(url) ? null : toHttpUrl(url, base);
}

/**
 * Reads a link: tokens from segments of its path, other options from its query.
 *
 * @returns `null` if a segment cannot be a token.
 * @throws {URIError} if a segment is malformed.
 */
export function readLink(segments: Segments, options: LinkOptions, query: string): RoomLink | null {
  const link: Segments = {};
  for (const name of Object.keys(segments) as (keyof RoomLink)[]) {
    const segment = segments[name];
    if (segment === undefined) continue;
    const token = normalizeToken(name, decodeURIComponent(segment));
    if (!token || validateOption(name, token)) return null;
    link[name] = token;
  }
  return Object.assign(link, readQuery(options, splitQuery(query))) as RoomLink;
}
