import type { OptionName } from './options.js';

/** Matches the names of options that are tokens. */
export const TOKEN_NAME = /Key|Token/;

/**
 * Matches text that cannot be a token: text with quotes, brackets, control characters, invisible characters or
 * surrounding white space, a URL, a path segment such as `..`, or the text of a missing value.
 */
export const IMPOSSIBLE_TOKEN =
  /["'`<>{}[\]\\\p{Pi}\p{Pf}\p{Cc}\p{Cf}]|^\s|\s$|^(\.\.?|false|undefined|null|NaN)$|:\/\/|\.\w+\//u;

/** Zero-width characters, bidi marks, soft hyphens, and all white space except plain spaces. */
const INVISIBLE = /[\p{DI}\p{Cf}]|[^\S ]/gu;

/** A room number as the vendor writes it. */
export const ROOM_NUMBER = /^\d{3}-\d{3}-\d{3}$/;

/** Three groups of three digits in any script, with any separators, or none. */
const NINE_DIGITS = /^\p{Nd}{3}(?:(?:[^\p{L}\p{N}]|[ーｰ一]){0,3}\p{Nd}{3}){2}$/u;

/** Replaces the decimal digits of every script with ASCII digits. */
export const toAsciiDigits = (text: string): string =>
  text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    // Unicode encodes the digits of a script consecutively, from zero to nine.
    let value = 0;
    while (/\p{Nd}/u.test(String.fromCodePoint(digit.codePointAt(0)! - value - 1))) value += 1;
    return String(value % 10);
  });

/**
 * Normalizes a token that a person typed or pasted: removes invisible characters and surrounding white
 * space, and formats a room number as `123-123-123`. Other options are returned unchanged. The result may
 * still be invalid: builders and the element validate it.
 *
 * @example
 * normalizeToken('licenseKey', ' 123–123–123\u200b'); // '123-123-123'
 */
export function normalizeToken(option: OptionName, value: string): string {
  if (ROOM_NUMBER.test(value) || !TOKEN_NAME.test(option)) return value;
  // Most tokens need no replacement.
  const token = /[^\w-]/.test(value) ? value.replace(INVISIBLE, '').trim() : value;
  return option === 'licenseKey' && NINE_DIGITS.test(token)
    ? toAsciiDigits(token).match(/\d{3}/g)!.join('-')
    : token;
}
