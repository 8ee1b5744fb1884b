import { spellings, type LINK_OPTIONS, type RoomLink } from './options.js';

/** Escapes a value as `encodeURIComponent` does; lone surrogates become U+FFFD, as in `URL`. */
export const encode = (value: string): string => encodeURIComponent(value.toWellFormed());

/** Escapes a value for a link. The vendor's own example leaves `:` and `/` of the avatar's address as they are (A). */
const encodeFor = (name: keyof RoomLink, value: string): string =>
  name === 'avatarUrl' ? encode(value).replace(/%3A/g, ':').replace(/%2F/g, '/') : encode(value);

/** Writes options under the vendor's names for links; empty ones are left out. */
export function writeQuery(options: typeof LINK_OPTIONS, link: Partial<RoomLink>): string {
  const pairs = options.flatMap((option) => {
    const value = link[option.name];
    return value ? `${spellings(option)[0]}=${encodeFor(option.name, value)}` : [];
  });
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

/** Reads options from a query, in any of the vendor's spellings. */
export function readQuery(options: typeof LINK_OPTIONS, query: URLSearchParams): Partial<RoomLink> {
  const link: Partial<RoomLink> = {};
  for (const option of options) {
    const key = spellings(option).find((name) => query.get(name));
    if (key) link[option.name] = query.get(key)!;
  }
  return link;
}

/** Splits a path into decoded segments, a trailing slash allowed; `null` if one is malformed or blank. */
export function readSegments(path: string): string[] | null {
  try {
    const segments = path.replace(/^\//, '').replace(/\/$/, '').split('/').map(decodeURIComponent);
    return segments.every((segment) => segment.trim() !== '') ? segments : null;
  } catch {
    return null;
  }
}
