import { unescapeHtml, unescapeJs } from './unescape.js';

/** Characters without a width, except those that join emoji, which names may contain. */
const INVISIBLE = /\u200d(?!\p{ExtPict})|(?<!\p{ExtPict})\ufe0f|(?!\u200d|\ufe0f)[\p{DI}\p{Cf}]/gu;

const HTML_COMMENT = /<!--[^]*?(?:-->|$)/g;

/** Whether a text has a line break where the source of a mail breaks lines, or more than one escaped `=`. */
function isMailSource(text: string): boolean {
  const escapes = text.split('=3D').length - 1;
  return (
    escapes > 1 ||
    (escapes > 0 && /=3D["']|=\r?\n/.test(text)) ||
    /^.{60,}=\r?\n(?![ \t])/m.test(text)
  );
}

/** Decodes the source of a mail, in which each `=` is an escape or a soft line break. */
function decodeQuotedPrintable(text: string): string {
  if (!isMailSource(text)) return text;
  const joined = text.replace(/=\r?\n/g, '');
  if (/=(?![\dA-F]{2})/.test(joined)) return text;
  return joined.replace(/(?:=[\dA-F]{2})+/g, (escapes) => {
    try {
      return decodeURIComponent(escapes.replaceAll('=', '%'));
    } catch {
      return escapes;
    }
  });
}

/** Removes the `>` of quoted mail, and the line breaks in `<https://…>`. */
const unquoteMail = (text: string): string =>
  text
    .replace(/^(?:[ \t]{0,3}>)+[ \t]?/gm, '')
    .replace(/<https?:\/\/[^<>]*>/gi, (url) => url.replace(/\s+/g, ''));

/** A line break and a space, which calendars and mail headers insert anywhere. Other indented lines start with a URL or a label. */
const FOLD = /\r?\n[ \t](?=\S)(?!https?:|\p{L}[\p{L}\p{N} -]{0,30}:\s)/giu;

/** A line break before a line that can only be the rest of a URL. */
const WRAP = /\r?\n(?=[^\s:]*[^\s:\p{L}][^\s:]+(?:\r?\n|$))/gu;
const MIN_WRAP_LENGTH = 70;

function unfold(text: string): string {
  return text.replace(FOLD, '').replace(WRAP, (lineBreak, offset: number, all: string) => {
    const line = all.slice(all.lastIndexOf('\n', offset - 1) + 1, offset);
    return line.length >= MIN_WRAP_LENGTH && /https?:\/\/\S*$/i.test(line) ? '' : lineBreak;
  });
}

/** Text may be escaped for a string in a string, or for an attribute in escaped HTML. */
const MAX_ESCAPE_LEVELS = 3;

function unescape(text: string): string {
  let result = text;
  for (let level = 0; level < MAX_ESCAPE_LEVELS; level += 1) {
    const next = unescapeHtml(unescapeJs(result));
    if (next === result) break;
    result = next;
  }
  return result.replace(INVISIBLE, '');
}

/**
 * Undoes what mail, calendars, JSON and HTML do to text, and drops invisible characters.
 *
 * @returns The most likely reading first. Later ones differ in the line breaks that are removed.
 */
export function unwrapText(text: string): string[] {
  const lines = unquoteMail(decodeQuotedPrintable(text.replace(HTML_COMMENT, ' ')));
  const readings = [unfold(lines), lines, lines.replace(/\r?\n[ \t]?/g, '')];
  return [...new Set(readings)].map(unescape);
}
