import { LivewebinarError } from '../errors.js';
import { toHttpUrl } from './http-url.js';
import type { EmbedOptions, Option, OptionName } from './options.js';
import { IMPOSSIBLE_TOKEN, TOKEN_NAME } from './token.js';

/** Creates the error for an invalid option. It names the option but not its value, which may be a token. */
export const invalidOption = (option: string, remedy: string): LivewebinarError =>
  new LivewebinarError('invalid-option', `${option} ${remedy}.`);

/**
 * Returns an origin such as `https://rooms.example.com` without a trailing slash.
 *
 * @throws {LivewebinarError} `invalid-option` if it is not an http(s) origin.
 */
export function checkOrigin(option: string, origin: string): string {
  const url = toHttpUrl(origin);
  if (url?.href !== `${url?.origin}/`) {
    throw invalidOption(option, 'must be an http(s) origin');
  }
  return url.origin;
}

/**
 * Returns a text option, or `''` for `null` and `undefined`.
 *
 * @throws {LivewebinarError} `invalid-option` if it is not a string.
 */
export function checkText(option: string, text: unknown): string {
  const value = text ?? '';
  if (typeof value !== 'string') throw invalidOption(option, 'must be a string');
  return value;
}

/** Returns the problem with a non-empty value, or `undefined` if it is valid. */
export function validateOption(option: OptionName, value: string): string | undefined {
  if (TOKEN_NAME.test(option) && IMPOSSIBLE_TOKEN.test(value)) {
    return 'must be a token, not a link or a placeholder';
  }
  if (option === 'avatarUrl' && !toHttpUrl(value)) return 'must be an http(s) URL';
  return undefined;
}

/**
 * Validates the given options of a room and returns them as text, with `''` for each missing one.
 *
 * @throws {LivewebinarError} `missing-license-key` or `invalid-option`.
 */
export function checkOptions<Name extends OptionName>(
  options: readonly Option<Name>[],
  room: EmbedOptions,
): Record<Name, string> {
  const checked = {} as Record<Name, string>;
  for (const { name } of options) {
    const value = checkText(name, room?.[name]);
    if (name === 'licenseKey' && !value.trim()) {
      throw new LivewebinarError('missing-license-key', 'licenseKey must be a room token.');
    }
    const problem = value && validateOption(name, value);
    if (problem) throw invalidOption(name, problem);
    checked[name] = value;
  }
  return checked;
}
