import { findOption, type QUERY_OPTIONS, type RoomLink } from './options.js';

/** Escapes a value as `encodeURIComponent` does; lone surrogates become U+FFFD, as in `URL`. */
export const encode = (value: string): string => encodeURIComponent(value.toWellFormed());

/** Writes options under the vendor's names for links; empty ones are left out. */
export function writeQuery(options: typeof QUERY_OPTIONS, link: RoomLink): string {
  const pairs = options.flatMap(({ name, room, embed }) => {
    const value = link[name];
    // The vendor's own example leaves `:` and `/` as they are (A).
    return value
      ? `${room ?? embed}=${encode(value).replace(/%(3A|2F)/g, decodeURIComponent)}`
      : [];
  });
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

/** Reads options from a query, in any of the vendor's spellings; the first one that is not empty counts. */
export function readQuery(
  options: typeof QUERY_OPTIONS,
  query: URLSearchParams,
): Partial<RoomLink> {
  const link: Partial<RoomLink> = {};
  for (const [key, value] of query) {
    const name = findOption(options, key)?.name;
    if (name && value) link[name] ??= value;
  }
  return link;
}

/** Splits a path into decoded segments, a trailing slash allowed; none if one is malformed or blank. */
export function readSegments(path: string): string[] {
  try {
    const segments = path.replace(/\/$/, '').split('/').map(decodeURIComponent);
    return segments.every((segment) => segment.trim()) ? segments : [];
  } catch {
    return [];
  }
}
