import { normalizeToken, toAsciiDigits } from './token.js';

const GROUP = '(\\p{Nd}{3})';
/** Dashes, and Japanese characters that look like dashes. */
const DASHES = '\\s?[\\p{Pd}−‧ーｰ一]{1,2}\\s?';

/** Three groups of three digits that are not part of a longer number or a word. */
const DASHED = new RegExp(
  `(?<!\\w|\\p{N}|\\p{N}${DASHES})${GROUP}${DASHES}${GROUP}${DASHES}${GROUP}(?!\\w|\\p{N}|${DASHES}[\\w\\p{N}])`,
  'gu',
);
const UNDASHED = new RegExp(
  `(?<!\\w|\\p{N}|\\p{N}[\\s.,·・-])${GROUP}([\\s.,·・]?)${GROUP}\\2${GROUP}(?!\\w|\\p{N}|[\\s.,·・-]\\p{N})`,
  'gu',
);

const PHONE_LABEL =
  /(?:\+\d{1,3}[\s.]|(?:[☎📞]\ufe0f?|(?<!\p{L})(?:call|cell|dial|fax|mobile|phone|t[eé]l|тел|电话|電話)[\p{L}.]*)[:：\s]*)$/iu;
const ROOM_LABEL =
  /(?:#|(?:code|conference|event|id|key|meeting|n[or]|number|numer|raum|room|sala|salle|token|webinar)[\p{L}.]*[\s:#=-]*)$/iu;
const MAX_LABEL_LENGTH = 30;

/** Returns whether a text is so short that nine digits are probably a room number, not an amount or an order number. */
const isShortProse = (text: string): boolean => text.length < 300 && !/[<{]/.test(text);

/** Returns the first room number with dashes. */
export function findDashedNumber(text: string): string | null {
  return findNumber(DASHED, text, () => true);
}

/** Returns the first room number without dashes that has a label or is in a short text. */
export function findUndashedNumber(text: string): string | null {
  const isShort = isShortProse(text);
  return findNumber(
    UNDASHED,
    text,
    (label, separator) => ROOM_LABEL.test(label) || (isShort && !separator.trim()),
  );
}

function findNumber(
  pattern: RegExp,
  text: string,
  isRoom: (label: string, separator: string) => boolean,
): string | null {
  for (const match of text.matchAll(pattern)) {
    const label = text.slice(Math.max(0, match.index - MAX_LABEL_LENGTH), match.index);
    if (!PHONE_LABEL.test(label) && isRoom(label, match[2]!)) return toRoomNumber(match[0]);
  }
  return null;
}

const readDigits = (text: string): string => toAsciiDigits(text).replace(/\D/g, '');
const toRoomNumber = (text: string): string => normalizeToken('licenseKey', readDigits(text));

/** Returns the digits of a text without letters, formatted as a room number if there are nine. */
export const readBareNumber = (text: string): string =>
  /(?![ーｰ一])\p{L}/u.test(text) ? '' : toRoomNumber(text);
