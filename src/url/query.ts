import { findName, type Option, type OptionName } from './options.js';
import { normalizeToken } from './token.js';
import { validateOption } from './validate.js';

/** A decoded key of a query and its decoded value. */
export type Pair = [key: string, value: string];

/** Encodes a value like `encodeURIComponent`. Lone surrogates become U+FFFD, as in `URL`. */
export const encode = (value: string): string => encodeURIComponent(value.toWellFormed());

/** Encodes a value for a link, in which the vendor leaves `:` and `/` unescaped. */
export const encodeForLink = (value: string): string =>
  encode(value).replace(/%3A|%2F/g, decodeURIComponent);

/** Decodes a part of a query like `URLSearchParams`, but twice as fast if it is long. */
function decode(part: string): string {
  const text = part.replaceAll('+', ' ');
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return new URLSearchParams(`=${part}`).get('')!;
  }
}

/** Splits a query, which is empty or starts with `?`, into pairs. Parts without a `=` are omitted. */
export function splitQuery(query: string): Pair[] {
  const pairs: Pair[] = [];
  for (let start = 1, end; start < query.length; start = end + 1) {
    end = query.indexOf('&', start);
    if (end < 0) end = query.length;
    const pair = query.slice(start, end);
    const middle = pair.indexOf('=');
    if (middle > 0) pairs.push([decode(pair.slice(0, middle)), decode(pair.slice(middle + 1))]);
  }
  return pairs;
}

/** Builds a query without a `?`. Empty values are omitted. */
export const writeQuery = (pairs: Pair[]): string =>
  pairs
    .filter(([, value]) => value)
    .map(([key, value]) => `${encode(key)}=${encode(value)}`)
    .join('&');

/**
 * Reads options from a query, in any of the vendor's spellings. Only the first valid value of an option is
 * used, so that builders accept the result.
 */
export function readQuery<Name extends OptionName>(
  options: readonly Option<Name>[],
  query: Pair[],
): Partial<Record<Name, string>> {
  const room: Partial<Record<Name, string>> = {};
  for (const [key, text] of query) {
    const name = findName(options, key);
    const value = name && normalizeToken(name, text);
    if (value && !validateOption(name, value)) room[name] ??= value;
  }
  return room;
}
