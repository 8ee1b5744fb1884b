import { unescapeHtml, unescapeJs, unescapePercent } from './unescape.js';

/** Characters without a width, except those that join emoji, which names may contain. */
const INVISIBLE = /\u200d(?!\p{ExtPict})|(?<!\p{ExtPict})\ufe0f|(?!\u200d|\ufe0f)[\p{DI}\p{Cf}]/gu;

/** Replaces HTML comments with a space. */
export const removeComments = (html: string): string => html.replace(/<!--[^]*?(?:-->|$)/g, ' ');

/** Returns whether text looks like quoted-printable e-mail: by its header, soft line breaks or escape sequences. */
function isMailSource(text: string): boolean {
  const escapes = text.split('=3D').length - 1;
  return (
    escapes > (/=3D["']|=\r?\n/.test(text) ? 0 : 1) ||
    /^.{60,}=\r?\n(?![ \t])|=[C-F][\dA-F]=[89AB][\dA-F]|quoted-printable/m.test(text)
  );
}

/** Decodes the quoted-printable parts of an e-mail. Its headers and other parts remain unchanged. */
const decodeMail = (text: string): string =>
  isMailSource(text)
    ? text
        .split(/(?<=\n)(?=\r?\n)/)
        .map(decodeQuotedPrintable)
        .join('')
    : text;

/** Decodes quoted-printable text, in which each `=` starts an escape sequence or a soft line break. */
function decodeQuotedPrintable(text: string): string {
  const joined = text.replace(/=[ \t]*(?:\r?\n|$)/g, '');
  if (/=(?![\dA-F]{2})/.test(joined)) return text;
  return joined.replace(/(?:=[\dA-F]{2})+/g, (escapes) =>
    unescapePercent(escapes.replaceAll('=', '%')),
  );
}

/** Removes the `>` of quoted e-mail, and the line breaks in `<https://…>`. */
const unquoteMail = (text: string): string =>
  text
    .replace(/^(?:[ \t]{0,3}>)+[ \t]?/gm, '')
    .replace(/<https?:\/\/[^<>]*>/gi, (url) => url.replace(/\s/g, ''));

/**
 * The line break and indentation inside a folded line of a calendar file or an e-mail header. An indented line
 * that starts with a URL or a label is a line of its own.
 */
const FOLD = /\r?\n[ \t](?=\S)(?!https?:|\p{L}[\p{L}\p{N} -]{0,30}:\s)/giu;

/** A line break before the rest of a URL. */
const WRAP = /\r?\n(?=[^\s:]*[^\s:\p{L}][^\s:]+(?:\r?\n|$))/gu;
const MIN_WRAP_LENGTH = 70;

function unfold(text: string): string {
  return text.replace(FOLD, '').replace(WRAP, (lineBreak, offset: number, all: string) => {
    const line = all.slice(all.lastIndexOf('\n', offset - 1) + 1, offset);
    return line.length >= MIN_WRAP_LENGTH && /https?:\/\/\S*$/i.test(line) ? '' : lineBreak;
  });
}

/** Text may be escaped several times, as in a string inside a string or an attribute in escaped HTML. */
const MAX_ESCAPE_LEVELS = 3;

function unescapeLevels(text: string): string {
  let result = text;
  for (let level = 0; level < MAX_ESCAPE_LEVELS; level += 1) {
    result = unescapeHtml(unescapeJs(result));
  }
  return result.replace(INVISIBLE, '');
}

/**
 * Decodes text from e-mail, calendars, JSON and HTML, and removes invisible characters.
 *
 * @returns The possible readings, the most likely one first. They differ in which line breaks are removed.
 */
export function unwrapText(text: string): string[] {
  const lines = unquoteMail(decodeMail(removeComments(text)));
  const readings = [unfold(lines), lines, lines.replace(/\r?\n[ \t]?/g, '')];
  return [...new Set(readings)].map(unescapeLevels);
}
