import { toHttpUrl } from './http-url.js';
import { splitQuery } from './query.js';
import { unescapePercent } from './unescape.js';
import { ROOM_ORIGIN } from './vendor-constants.js';

/** Characters that end a URL in text: those that URLs percent-encode, and non-ASCII punctuation. */
const END = '\\s"<>`|^{}\\\\\\[\\]“”„‘’«»‹›…。、，；：！？「」『』（）【】《》〈〉';

/** Absolute and scheme-relative URLs, URLs without a scheme, absolute paths, and room URLs without a host. */
const CANDIDATES = new RegExp(
  [
    `(?:https?:)?//[^${END}]+`,
    // The lookbehind keeps the time linear: each run of characters is tried once, from its start.
    `(?<![\\w.@%/+-])(?:[\\w-]+\\.)+[a-z]{2,}(?::\\d+)?/[^${END}]*`,
    `(?<![^\\s"'(=])/[^${END}/][^${END}]*`,
    `(?<![\\w.@%/+-])\\d{3}-\\d{3}-\\d{3}[/?][^${END}]+`,
  ].join('|'),
  'giu',
);

const TRAILING_PUNCTUATION = new Set(".,;:!?'*—–");

/** An HTML character reference, which no query contains, and everything after it. */
const CHARACTER_REFERENCE = /&[a-z]{3,6};[^]*/i;

/** A token in a URL, and a character that cannot be a part of it. */
const TOKEN_BEFORE_TEXT =
  /((?:\/[xpr]|\d{3}-\d{3}-\d{3})\/[\w-]+|[?&](?:t|\w*(?:key|token))=[\w-]+)(?!\P{L}\p{N})(?:'|[^\0-\x7f])[^]*/u;

/** A path, an escaped character that no path contains but a linkifier may add, and everything after it. */
const ESCAPED_TEXT = /^([^?]*?)%(?:22|3[ce]|5c)[^]*/i;

/** A path that ends with an escape sequence. */
const ESCAPED_END = /^[^?]*%[\da-f]{2}$/i;

/** Removes quotes, brackets and punctuation that belong to the text around a URL. */
function trimUrl(text: string, before: string): string {
  let url = text;
  // A name in the query may also contain quotes and parentheses.
  if (before === "'") url = url.replace(/^([^?']*)'[^]*|'(?![\p{L}\p{N}])[^]*/u, '$1');
  url = url.replace(before === '_' ? /__;[^]*/ : CHARACTER_REFERENCE, '');
  // In a path, only a room number contains such a dash. Other dashes belong to the sentence.
  url = url.replace(/^([^?—–]*)[—–](?!\p{N})[^]*/u, '$1');
  // Some languages are written without spaces, and some linkifiers escape the punctuation after a URL.
  url = url.replace(TOKEN_BEFORE_TEXT, '$1').replace(ESCAPED_TEXT, '$1');
  if (ESCAPED_END.test(url)) {
    url = unescapePercent(url).replace(/(?<=[\p{L}\p{N}])[^\p{L}\p{N}]*$/u, '');
  }
  let depth = 0;
  for (let index = 0; index < url.length; index += 1) {
    if (url[index] === '(') depth += 1;
    else if (url[index] === ')' && (depth -= 1) < 0) url = url.slice(0, index);
  }
  let end = url.length;
  while (
    TRAILING_PUNCTUATION.has(url[end - 1]!) ||
    (/[_~]/.test(before) && url[end - 1] === before)
  )
    end -= 1;
  return url.slice(0, end);
}

/** Maximum number of URLs around a URL. */
const MAX_DEPTH = 3;

/** Decodes the older encoding of Proofpoint, in which `-` means `%` and `_` means `/`. */
const unescapeProofpoint = (value: string): string =>
  /^https?-3A__/.test(value) ? value.replaceAll('_', '/').replaceAll('-', '%') : value;

/** Finds URLs inside a URL, such as the target of a redirect that a mail or chat service adds. */
function* findNestedUrls(href: string, depth: number): Generator<string> {
  const url =
    depth < MAX_DEPTH &&
    /(?<!^https?:)\/\/|%(?:25)*2f|3A__|[?#][^?#]*\//i.test(href) &&
    toHttpUrl(href, ROOM_ORIGIN);
  if (!url) return;
  const values = [url.search, url.hash].flatMap((query) =>
    query.includes('=') ? splitQuery(query).map(([, value]) => value) : query.slice(1),
  );
  const parts = [url.pathname.replace(/^\/(?!\/)/, ''), ...values.map(unescapeProofpoint)];
  for (const part of parts) yield* scanText(part, depth + 1);
}

/** Adds what a URL lacks: its scheme, or the origin before a room number. Paths remain unchanged. */
function toAbsolute(url: string): string {
  if (url.startsWith('//')) return `https:${url}`;
  if (/^[\d-]+[/?]/.test(url)) return `${ROOM_ORIGIN}/${url}`;
  return /^(https?:|\/)/i.test(url) ? url : `https://${url}`;
}

function* scanText(text: string, depth: number): Generator<string> {
  let isEmpty = true;
  for (const { 0: match, index } of text.matchAll(CANDIDATES)) {
    const url = toAbsolute(trimUrl(match, text[index - 1] ?? ''));
    isEmpty = false;
    yield url;
    yield* findNestedUrls(url, depth);
  }
  if (isEmpty && depth <= MAX_DEPTH && /%(?:25)*2f/i.test(text))
    yield* scanText(unescapePercent(text), depth + 1);
}

/**
 * Yields the URLs and absolute paths in text, in order: with or without a scheme, without trailing
 * punctuation, and each followed by the URLs inside it.
 *
 * @example
 * [...findUrls('Join (app.livewebinar.com/123-123-123).')];
 * // ['https://app.livewebinar.com/123-123-123']
 */
export const findUrls = (text: string): Generator<string> => scanText(text, 0);

/** Replaces each URL and absolute path for which `isReplaced` returns true with a space. */
export const removeUrls = (text: string, isReplaced: (url: string) => boolean): string =>
  text.replace(CANDIDATES, (match, index: number) =>
    isReplaced(toAbsolute(trimUrl(match, text[index - 1] ?? ''))) ? ' ' : match,
  );
