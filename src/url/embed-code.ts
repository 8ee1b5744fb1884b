import { toHttpUrl } from './http-url.js';
import { findName, OPTIONS, type EmbedOptions } from './options.js';
import { readQuery, splitQuery, type Pair } from './query.js';
import { EMBED_ORIGIN } from './vendor.js';

const PATTERN = new RegExp(
  [
    // The URL of the script; a `'` may be in it, or after it.
    /([Hh][Tt]{2}[Pp][Ss]?:\/\/[^\s"'<>/]+\/em\?(?:[^\s"'<>]|'(?!\)?[\s>+;,]))*)/,
    // Comments, and what a server fills in. A `//` after a colon belongs to an address.
    /<!--[^]*?(?:-->|$)|\/\*[^]*?(?:\*\/|$)|(?<!:)\/\/.*|<[?%][^]*?(?:[?%]>|$)|\{\{[^{}:]*\}\}/,
    // `key: 'value'`, `options.key = 'value'` or `options['key'] = 'value'`, then what makes it a part
    // of an expression. A quote before a letter, a digit or another quote does not end the value: that
    // is how an unescaped one in a name is told from the end.
    /\b(_\w+)['"\]\s]*[:=]\s*(?<quote>['"`])((?:\\?[^\n])*?)(?:\k<quote>(?! *[\p{L}\p{N}'"])|\n|$)(\s*[+.])?/u,
    /([{}])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

/** Far above any page. Patterns of browsers fail with an exception somewhere above ten million characters. */
const MAX_LENGTH = 4_000_000;

const unescapeHtml = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/&#0?39;/g, "'")
    // Last: what it gives is not read once more.
    .replaceAll('&amp;', '&');

const unescapeJs = (text: string): string =>
  text.replace(
    /\\(?:u(\w{4})|x(\w\w)|([^]))/g,
    (_, four?: string, two?: string, char?: string) =>
      char ?? String.fromCharCode(Number(`0x${four ?? two}`)),
  );

/**
 * Reads the vendor's embed snippet as it stands in pages: the script alone or whole HTML around it,
 * single or double quotes, older option names, either embed host, a name with an unescaped quote
 * (`'O'Brien'`), or the finished address of the script. Nothing is executed. Never throws.
 *
 * Comments are passed over, and so are values that are not in the text: variables, `<?php … ?>`,
 * `{{ … }}`. Of several snippets the first counts. What has no option of its own goes to `embedOptions`;
 * `embedOrigin` is left out where it is the default; it is where a room would load its script from, so
 * check it if the snippet comes from someone you would not let write into your page.
 *
 * @returns `null` if no license key is in it, or if it is longer than four million characters.
 * @example
 * parseEmbedCode(`var _options = { '_license_key': '123-123-123', '_nickname': 'O\\'Brien' };`);
 * // { licenseKey: '123-123-123', nickname: "O'Brien" }
 */
export function parseEmbedCode(source: string): EmbedOptions | null {
  if (typeof source !== 'string' || source.length > MAX_LENGTH) return null;
  // Some editors store what was pasted as text.
  const text = /&lt;script/i.test(source) ? unescapeHtml(source) : source.trim();
  let fromUrl: Pair[] = [];
  let embedOrigin: string | undefined;
  /** What each object says: braces tell them apart. */
  const objects: Pair[][] = [[]];

  for (const [, src, key, , value, operator, brace] of text.matchAll(PATTERN)) {
    if (src) {
      const url = toHttpUrl(unescapeHtml(src));
      if (embedOrigin || !url) continue;
      embedOrigin = url.origin;
      fromUrl = splitQuery(url.search);
    } else if (brace) objects.push([]);
    else if (key && !operator && !/<[?%]|\{\{|\$\{/.test(value!)) {
      objects.at(-1)!.push([key, unescapeJs(value!)]);
    }
  }

  // The object that holds the license key says all; other objects have nothing to say.
  const found = objects.find((pairs) => pairs.some(([key]) => key === '_license_key')) ?? [];
  const pairs = [...found, ...fromUrl].filter(([, value]) => value);
  const extra = pairs.filter(([key]) => !findName(OPTIONS, key));
  const room: Partial<EmbedOptions> = readQuery(OPTIONS, pairs);
  if (!room.licenseKey) return null;
  if (embedOrigin && embedOrigin !== EMBED_ORIGIN) room.embedOrigin = embedOrigin;
  if (extra.length > 0) room.embedOptions = Object.fromEntries(extra);
  return room as EmbedOptions;
}
