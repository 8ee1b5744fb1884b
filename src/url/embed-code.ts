import { findUrls } from './find-urls.js';
import { toHttpUrl } from './http-url.js';
import { findName, OPTIONS, type EmbedOptions } from './options.js';
import { readQuery, splitQuery, type Pair } from './query.js';
import { unescapeHtml, unescapeJs } from './unescape.js';
import { toScriptOrigin } from './script-origin.js';
import { EMBED_ORIGIN } from './vendor-constants.js';

const PATTERN = new RegExp(
  [
    // The URL of the script. A `'` may be a part of the URL or follow it.
    /((?:[Hh][Tt]{2}[Pp][Ss]?:)?\/\/[^\s"'<>/]+\/em\?(?:[^\s"'<>]|'(?!\)?[\s>+;,]))*)/,
    // Comments, and template expressions that a server replaces. A `//` after a colon belongs to a URL.
    /<!--[^]*?(?:-->|$)|\/\*[^]*?(?:\*\/|$)|(?<!:)\/\/.*|<[?%][^]*?(?:[?%]>|$)|\{\{[^{}:]*\}\}/,
    // `key: 'value'`, `'key' => 'value'`, `options.key = 'value'` or `options['key'] = 'value'`, then what makes it a part
    // of an expression. A quote before a letter, a digit or another quote is an unescaped one in a name
    // and does not end the value.
    /\b(_\w+)['"\]\s]*(?:=>|[:=])\s*(?<quote>['"`])((?:\\?[^\n])*?)(?:\k<quote>(?! *[\p{L}\p{N}'"])|\n|$)(\s*[+.])?/u,
    /([{}])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

/** Maximum length in characters, larger than any page. In browsers, regular expressions throw above about ten million. */
export const MAX_LENGTH = 4_000_000;

function readSnippet(text: string): EmbedOptions | null {
  let fromUrl: Pair[] = [];
  let embedOrigin: string | undefined;
  /** The options in the order of the text, in one list for each object literal. */
  const objects: Pair[][] = [[]];

  for (const match of text.matchAll(PATTERN)) {
    const [, src, key, , value, operator, brace] = match;
    if (src) {
      if (embedOrigin) continue;
      const before = text[match.index - 1] ?? '';
      const [trimmed = src] = findUrls(before + src);
      const isExact = /["']/.test(before) || src === text.trim();
      const href = isExact ? src : trimmed;
      // A value may be escaped twice: for HTML, and by an editor.
      const url = toHttpUrl(unescapeHtml(unescapeHtml(href)), EMBED_ORIGIN);
      if (!url) continue;
      embedOrigin = toScriptOrigin(url);
      fromUrl = splitQuery(url.search);
    } else if (brace) objects.push([]);
    else if (key && !operator && !/<[?%]|\{\{|\$\{/.test(value!)) {
      objects.at(-1)!.push([key, unescapeJs(value!)]);
    }
  }

  // Only the object that contains the license key has the options of the room.
  const found = objects.find((pairs) => pairs.some(([key]) => key === '_license_key')) ?? [];
  const pairs = [...found, ...fromUrl].filter(([, value]) => value);
  const extra = pairs.filter(([key]) => !findName(OPTIONS, key));
  const room: Partial<EmbedOptions> = readQuery(OPTIONS, pairs);
  if (!room.licenseKey) return null;
  if (embedOrigin && embedOrigin !== EMBED_ORIGIN) room.embedOrigin = embedOrigin;
  if (extra.length > 0) room.embedOptions = Object.fromEntries(extra);
  return room as EmbedOptions;
}

/** Restores straight quotes, which word processors replace in code. */
const straightenQuotes = (text: string): string =>
  text.replace(/[‘’‚‛′´]/g, "'").replace(/[“”„‟″«»]/g, '"');

/** Returns whether the snippet is inside a string, as in JSON or an assignment to `innerHTML`. */
const isInString = (text: string): boolean => /\\[nrt"']\s*["']?_license_key/i.test(text);

/** Yields the possible readings of a text, the most likely one first. */
function* listReadings(source: string): Generator<string> {
  // Old pages put the code of a script into an HTML comment, to hide it from browsers without scripts. Others run it.
  let text = source.replace(/(<script[^<>]*>\s*)<!--/gi, '$1');
  // Some editors escape pasted HTML.
  for (let level = 0; level < 3 && /&(?:amp;){0,2}lt;script/i.test(text); level += 1) {
    text = unescapeHtml(text);
  }
  if (isInString(text)) yield unescapeJs(text);
  yield text;
  yield straightenQuotes(text);
  const unescapedOnce = unescapeJs(unescapeHtml(text));
  yield unescapedOnce;
  yield unescapeJs(unescapedOnce);
}

/**
 * Parses the vendor's embed snippet as it is found in pages: the script alone or whole HTML around it,
 * with any kind of quotes, older option names, either embed host, a name with an unescaped quote
 * (`'O'Brien'`), as an escaped string in JSON or a script, or the URL of the script alone. Nothing is
 * executed. Never throws.
 *
 * Comments are ignored, and so are values that the text does not contain: variables, `<?php … ?>`,
 * `{{ … }}`. If there are several snippets, the first one is used. Options that have no property are in
 * `embedOptions`.
 *
 * `embedOrigin` is omitted if it is the default. It uses `https:`, except on loopback hosts. The element
 * loads its script from there, so do not allow an origin just because pasted text contains it.
 *
 * @returns `null` if there is no license key, or if the source is longer than four million characters.
 * @example
 * parseEmbedCode(`var _options = { '_license_key': '123-123-123', '_nickname': 'O\\'Brien' };`);
 * // { licenseKey: '123-123-123', nickname: "O'Brien" }
 */
export function parseEmbedCode(source: string): EmbedOptions | null {
  if (typeof source !== 'string' || source.length > MAX_LENGTH) return null;
  for (const text of listReadings(source)) {
    const room = readSnippet(text);
    if (room) return room;
  }
  return null;
}
