const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  sol: '/',
  colon: ':',
  quest: '?',
  equals: '=',
  lowbar: '_',
  hyphen: '-',
  period: '.',
  minus: '−',
  ndash: '–',
  mdash: '—',
  shy: '\u00ad',
  lrm: '\u200e',
  rlm: '\u200f',
};

const fromCodePoint = (code: number): string =>
  code <= 0x10ffff ? String.fromCodePoint(code) : '';

/** Decodes one level of the HTML character references that occur in links and embed code. */
export const unescapeHtml = (html: string): string =>
  html.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,6}));/gi,
    (reference, hex?: string, decimal?: string, name = '') =>
      (hex ?? decimal)
        ? fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal))
        : (NAMED[String(name).toLowerCase()] ?? reference),
  );

const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** Decodes one level of the escape sequences in JavaScript and JSON strings. */
export const unescapeJs = (text: string): string =>
  text.replace(
    /\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2})|([^]))/gi,
    (_, braced?: string, four?: string, two?: string, char = '') =>
      char
        ? (CONTROLS[String(char)] ?? String(char))
        : fromCodePoint(parseInt((braced ?? four ?? two)!, 16)),
  );

/** Decodes percent-encoded text. Malformed escape sequences remain unchanged. */
export const unescapePercent = (text: string): string =>
  text.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
