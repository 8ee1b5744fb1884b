import { toHttpUrl } from './http-url.js';
import { splitQuery } from './query.js';
import { unescapePercent } from './unescape.js';

/** Characters that end a URL in text: those that URLs percent-encode, and punctuation of other scripts. */
const END = '\\s"<>`|^{}\\\\\\[\\]“”„‘’«»‹›…。、，；：！？「」『』（）【】《》〈〉';

/** Absolute and scheme-relative URLs, URLs without a scheme, and absolute paths. */
const CANDIDATES = new RegExp(
  [
    `(?:https?:)?//[^${END}]+`,
    // The lookbehind keeps the time linear: each run of characters is tried once, from its start.
    `(?<![\\w.@%/+-])(?:[\\w-]+\\.)+[a-z]{2,}(?::\\d+)?/[^${END}]*`,
    `(?<![^\\s"'(=])/[^${END}/][^${END}]*`,
  ].join('|'),
  'giu',
);

const TRAILING = new Set(".,;:!?'*—–");

/** Removes quotes, brackets and punctuation that belong to the text around a URL. */
function trimUrl(text: string, before: string): string {
  let url = text;
  // A name in the query may also contain quotes and parentheses.
  const cut = before === "'" ? url.indexOf("'") : before === '_' ? url.indexOf('__;') : -1;
  if (cut >= 0) url = url.slice(0, cut);
  // In a path, only a room number contains such a dash. Other dashes belong to the sentence.
  url = url.replace(/^([^?—–]*)[—–](?!\p{N})[^]*/u, '$1');
  let depth = 0;
  for (let index = 0; index < url.length; index += 1) {
    if (url[index] === '(') depth += 1;
    else if (url[index] === ')' && (depth -= 1) < 0) url = url.slice(0, index);
  }
  let end = url.length;
  while (TRAILING.has(url[end - 1]!) || (/[_~]/.test(before) && url[end - 1] === before)) end -= 1;
  return url.slice(0, end);
}

/** Maximum number of nested redirects. */
const MAX_DEPTH = 3;

/** Decodes the older encoding of Proofpoint, in which `-` means `%` and `_` means `/`. */
const unescapeProofpoint = (value: string): string =>
  /^https?-3A__/.test(value) ? value.replaceAll('_', '/').replaceAll('-', '%') : value;

/** Finds URLs inside a URL, such as the target of a redirect that a mail or chat service adds. */
function* findNested(href: string, depth: number): Generator<string> {
  const url = depth < MAX_DEPTH && /\/\/|%(?:25)*2f|3A__/i.test(href.slice(8)) && toHttpUrl(href);
  if (!url) return;
  const query = [...splitQuery(url.search), ...splitQuery(`?${url.hash.slice(1)}`)];
  const parts = [url.pathname.slice(1), ...query.map(([, value]) => unescapeProofpoint(value))];
  for (const part of parts) yield* scan(part, depth + 1);
}

/** Adds a scheme to a URL without one. Paths remain unchanged. */
function toAbsolute(url: string): string {
  if (url.startsWith('//')) return `https:${url}`;
  return /^(https?:|\/)/i.test(url) ? url : `https://${url}`;
}

function* scan(text: string, depth: number): Generator<string> {
  let isEmpty = true;
  for (const { 0: match, index } of text.matchAll(CANDIDATES)) {
    const url = toAbsolute(trimUrl(match, text[index - 1] ?? ''));
    isEmpty = false;
    yield url;
    yield* findNested(url, depth);
  }
  if (isEmpty && depth <= MAX_DEPTH && /%(?:25)*2f/i.test(text))
    yield* scan(unescapePercent(text), depth + 1);
}

/**
 * Yields the URLs and absolute paths in text, in order: with or without a scheme, without trailing
 * punctuation, and each followed by the URLs in its query.
 *
 * @example
 * [...findUrls('Join (app.livewebinar.com/123-123-123).')];
 * // ['https://app.livewebinar.com/123-123-123']
 */
export const findUrls = (text: string): Generator<string> => scan(text, 0);

/** Replaces each URL and absolute path for which `isReplaced` returns true with a space. */
export const removeUrls = (text: string, isReplaced: (url: string) => boolean): string =>
  text.replace(CANDIDATES, (match, index: number) =>
    isReplaced(toAbsolute(trimUrl(match, text[index - 1] ?? ''))) ? ' ' : match,
  );
