import { isHttp, toUrl } from './check.js';
import { EMBED_ORIGIN, findOption, OPTIONS, type EmbedOptions } from './options.js';

/** An address at the start or in double quotes, where it may have `'` in it, or the script's anywhere. */
const ADDRESS = /(?<=^|")https?:[^\s"]+|https?:\/\/[^\s"'<>/]+\/em\?[^\s"'<>]*/;

/** Comments, and what a server fills in. A `//` after a colon belongs to an address. */
const PASSED_OVER =
  /<!--[^]*?(?:-->|$)|\/\*[^]*?(?:\*\/|$)|(?<!:)\/\/.*|<[?%][^]*?(?:[?%]>|$)|\{\{[^{}:]*\}\}/;

/**
 * `key: 'value'`, `options.key = 'value'` or `options['key'] = 'value'`, then what makes it a part of
 * an expression. A quote before a letter, a digit or another quote does not end the value: that is
 * how an unescaped one in a name is told from the end.
 */
const ASSIGNMENT =
  /\b(_\w+)['"]?\s*(?:\]\s*)?[:=]\s*(?<quote>['"`])((?:\\[^]|[^\\\n])*?)(?:\k<quote>(?![^\S\n]*[\p{L}\p{N}'"])|\n|$)(\s*[+.])?/u;

const PATTERN = new RegExp(
  `(${ADDRESS.source})|${PASSED_OVER.source}|${ASSIGNMENT.source}|([{}])`,
  'gu',
);

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

const unescapeHtml = (html: string): string =>
  html.replace(/&(?:(lt|gt|amp|quot)|#0?39);/g, (_, name: string) => ENTITIES[name] ?? "'");

const unescapeJs = (text: string): string =>
  text.replace(
    /\\(?:u([\da-f]{4})|x([\da-f]{2})|([^]))/gi,
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
 * `embedOrigin` is left out where it is the default.
 *
 * @returns `null` if no license key is in it.
 * @example
 * parseEmbedCode(`var _options = { '_license_key': '123-123-123', '_nickname': 'O\\'Brien' };`);
 * // { licenseKey: '123-123-123', nickname: "O'Brien" }
 */
export function parseEmbedCode(source: string): EmbedOptions | null {
  if (typeof source !== 'string') return null;
  // Some editors store what was pasted as text.
  const text = /&lt;script/i.test(source) ? unescapeHtml(source) : source.trim();
  let found: [key: string, value: string][] = [];
  let fromAddress: typeof found = [];
  let embedOrigin: string | undefined;
  let isComplete = false;

  for (const [, address, key, , value, operator, brace] of text.matchAll(PATTERN)) {
    if (address) {
      const url = toUrl(unescapeHtml(address));
      if (embedOrigin || !isHttp(url) || url.pathname !== '/em') continue;
      embedOrigin = url.origin;
      fromAddress = [...url.searchParams];
    } else if (brace) {
      // The object that holds the license key says all; other objects have nothing to say.
      isComplete ||= found.some(([name]) => name === '_license_key');
      if (!isComplete) found = [];
    } else if (key && !isComplete && !operator && !/<[?%]|\{\{|\$\{/.test(value!)) {
      found.push([key, unescapeJs(value!)]);
    }
  }

  const room: EmbedOptions = { licenseKey: '' };
  const further: typeof found = [];
  for (const [key, value] of [...found, ...fromAddress]) {
    const name = findOption(OPTIONS, key)?.name;
    if (!value) continue;
    if (name) room[name] ||= value;
    else further.push([key, value]);
  }
  if (!room.licenseKey.trim()) return null;
  if (embedOrigin && embedOrigin !== EMBED_ORIGIN) room.embedOrigin = embedOrigin;
  if (further.length > 0) room.embedOptions = Object.fromEntries(further);
  return room;
}
