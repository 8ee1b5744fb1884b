import { isHttp, toUrl } from './check.js';
import { EMBED_ORIGIN, nameByVendorName, type EmbedOptions } from './options.js';

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
  const found = new Map<string, string>();
  let embedOrigin: string | undefined;

  const readAddress = (address: string) => {
    const url = /\/em(?:\?|$)/.test(address) ? toUrl(address, EMBED_ORIGIN) : null;
    if (!isHttp(url) || url.pathname !== '/em') return;
    embedOrigin ??= url.origin;
    for (const [key, value] of url.searchParams) if (!found.has(key)) found.set(key, value);
  };

  readAddress(source.trim());
  for (const { address, code } of readScripts(source)) {
    readAddress(address);
    const tokens = readTokens(code);
    for (const [index, { kind, text }] of tokens.entries()) {
      if (kind === 'string') readAddress(text);
      const assigned = readAssignment(tokens, index);
      if (!assigned) continue;
      if (assigned.key === '_license_key' && found.has(assigned.key)) break;
      found.set(assigned.key, assigned.value);
    }
  }

  const room: EmbedOptions = { licenseKey: '' };
  const further: [string, string][] = [];
  for (const [key, value] of found) {
    if (value.trim() === '') continue;
    const name = nameByVendorName.get(key);
    if (!name) further.push([key, value]);
    // `t` only repeats the license key.
    else if (key !== 't' || !room.licenseKey) room[name] = value;
  }
  if (!room.licenseKey) return null;
  if (embedOrigin && embedOrigin !== EMBED_ORIGIN) room.embedOrigin = embedOrigin;
  if (further.length > 0) room.embedOptions = Object.fromEntries(further);
  return room;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const codePoint = (digits: string, radix: number): string => {
  const code = Number.parseInt(digits, radix);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
};

const unescapeHtml = (html: string): string =>
  html.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (all, hex, decimal, name) =>
      hex
        ? codePoint(hex, 16)
        : decimal
          ? codePoint(decimal, 10)
          : (ENTITIES[name.toLowerCase()] ?? all),
  );

/** Finds the scripts in a page, or takes the whole text as one. */
function readScripts(source: string): { address: string; code: string }[] {
  // Some editors store what was pasted as text.
  const html =
    !/<script/i.test(source) && /&lt;script/i.test(source) ? unescapeHtml(source) : source;
  if (!/<script/i.test(html)) return [{ address: '', code: html }];
  // Every alternative runs to the end of the text at most once, so this stays linear.
  const pattern = /<!--[^]*?(?:-->|$)|<script\b([^>]*)(?:>|$)([^]*?)(?:<\/script|$)/gi;
  return [...html.matchAll(pattern)].flatMap(([, attributes, code]) => {
    if (attributes === undefined) return [];
    const [, double, single] = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes) ?? [];
    return { address: unescapeHtml(double ?? single ?? ''), code: code ?? '' };
  });
}

interface Token {
  readonly kind: 'string' | 'word' | 'mark';
  readonly text: string;
}

/** Splits JavaScript, even broken, into strings, words and single marks; comments and white space fall away. */
function readTokens(code: string, nested = false): Token[] {
  const tokens: Token[] = [];
  const pattern = /\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|\s+|([\w$]+)|([^])/gu;
  for (let match; (match = pattern.exec(code));) {
    const [, word, mark] = match;
    if (word) tokens.push({ kind: 'word', text: word });
    else if (mark === "'" || mark === '"' || (mark === '`' && !nested)) {
      const end = findStringEnd(code, pattern.lastIndex, mark);
      const content = code.slice(pattern.lastIndex, end);
      pattern.lastIndex = end + 1;
      // A template over several lines is a snippet inside other code.
      if (mark === '`' && content.includes('\n')) {
        for (const token of readTokens(content, true)) tokens.push(token);
      } else tokens.push({ kind: 'string', text: unescapeJs(content) });
    } else if (mark) tokens.push({ kind: 'mark', text: mark });
  }
  return tokens;
}

/**
 * Finds the quote that ends a string; a line ends it too, unless it is a template. A quote before a
 * letter, a digit or another quote does not: that is how an unescaped quote in a name is told from the end.
 */
function findStringEnd(code: string, start: number, quote: string): number {
  for (let index = start; index < code.length; index += 1) {
    const char = code[index];
    if (char === '\\') index += 1;
    else if (char === '\n' && quote !== '`') return index;
    else if (char === quote) {
      const next = code.slice(index + 1, index + 9);
      if (quote === '`' || !/^[^\S\n]*[\p{L}\p{N}'"]/u.test(next)) return index;
    }
  }
  return code.length;
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', '\n': '' };

const unescapeJs = (text: string): string =>
  text.replace(
    /\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2})|([^]))/gi,
    (_, braced, four, two, char) =>
      char === undefined ? codePoint(braced ?? four ?? two, 16) : (ESCAPES[char] ?? char),
  );

/** Reads `key: 'value'`, `options.key = 'value'` or `options['key'] = 'value'` that ends at a token. */
function readAssignment(tokens: Token[], index: number): { key: string; value: string } | null {
  const value = tokens[index]!;
  const literal = value.kind === 'string' || /^(?:\d+|true|false)$/.test(value.text);
  const sign = tokens[index - 1]?.text;
  if (!literal || (sign !== ':' && sign !== '=')) return null;
  // Part of an expression, or filled in by a server: the value is not in the text.
  if (/^[+.([?&|]$/.test(tokens[index + 1]?.text ?? '') || /<[?%]|\{\{|\$\{/.test(value.text))
    return null;
  const before = tokens[index - 2];
  const key = (before?.text === ']' ? tokens[index - 3] : before)?.text ?? '';
  const known = nameByVendorName.has(key) && key !== 't';
  return known || (sign === ':' && /^_[a-z]\w*$/i.test(key)) ? { key, value: value.text } : null;
}
