import { LivewebinarError } from '../errors.js';
import { OPTIONS, type EmbedOptions, type OptionName } from './options.js';

/** Parses an address; `null` where `new URL` would throw. */
export function toUrl(value: string | URL, base?: string): URL | null {
  try {
    return new URL(value, base);
  } catch {
    return null;
  }
}

export const isHttp = (url: URL | null): url is URL =>
  url?.protocol === 'https:' || url?.protocol === 'http:';

/** The error for a bad option. It names the option, never its value: that may be a token. */
export const invalidOption = (option: string, remedy: string): LivewebinarError =>
  new LivewebinarError('invalid-option', `${option} ${remedy}.`);

/**
 * Checks an origin such as `https://rooms.example.com` and gives it without a trailing slash.
 *
 * @throws {LivewebinarError} `invalid-option` for anything that is not an http(s) origin.
 */
export function checkOrigin(option: string, origin: string): string {
  const url = toUrl(origin);
  if (!isHttp(url) || url.href !== `${url.origin}/`) {
    throw invalidOption(option, 'must be an http(s) origin, such as "https://example.com"');
  }
  return url.origin;
}

/**
 * Checks an option that is text.
 *
 * @throws {LivewebinarError} `invalid-option` for anything but a string, `null` or `undefined`.
 */
export function checkText(option: string, text: unknown): string {
  const value = text ?? '';
  if (typeof value !== 'string') throw invalidOption(option, 'must be a string');
  return value;
}

/**
 * Checks the options of one room and gives those that are not empty.
 *
 * @throws {LivewebinarError} `missing-license-key` or `invalid-option`.
 */
export function checkOptions(
  room: EmbedOptions,
): Partial<Record<OptionName, string>> & { licenseKey: string } {
  const checked: EmbedOptions = { licenseKey: '' };
  for (const { name } of OPTIONS) {
    const value = checkText(name, room[name]);
    if (name === 'licenseKey' && !value.trim()) {
      throw new LivewebinarError(
        'missing-license-key',
        'licenseKey must be the token of a room, such as "123-123-123".',
      );
    }
    if (!value) continue;
    // As a path segment, the dots would name another page.
    if (/Key$|Token$/.test(name) && /^(\s*|\.\.?)$/.test(value)) {
      throw invalidOption(name, 'must be a token, not white space or dots');
    }
    if (name === 'avatarUrl' && !isHttp(toUrl(value))) {
      throw invalidOption(name, 'must be an absolute http(s) address');
    }
    checked[name] = value;
  }
  return checked;
}
