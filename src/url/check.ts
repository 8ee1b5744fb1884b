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
    throw invalidOption(
      option,
      'must be an http(s) origin without a path, such as "https://rooms.example.com"',
    );
  }
  return url.origin;
}

/**
 * Checks the options of one room and gives those that are not empty.
 *
 * @throws {LivewebinarError} `missing-license-key` or `invalid-option`.
 */
export function checkOptions(
  room: EmbedOptions,
): Partial<Record<OptionName, string>> & { licenseKey: string } {
  const checked: Partial<Record<OptionName, string>> = {};
  for (const { name } of OPTIONS) {
    const value: unknown = room[name];
    if (value === undefined || value === null || value === '') continue;
    if (typeof value !== 'string') throw invalidOption(name, 'must be a string');
    if (/Key$|Token$/.test(name)) {
      if (value.trim() === '') {
        if (name === 'licenseKey') break;
        throw invalidOption(name, 'is only white space: give the token, or leave it out');
      }
      // As a path segment these would name another page.
      if (/^\.\.?$/.test(value)) throw invalidOption(name, 'cannot be "." or ".."');
    }
    if (name === 'avatarUrl' && !isHttp(toUrl(value))) {
      throw invalidOption(name, 'must be an absolute http(s) address of an image');
    }
    checked[name] = value;
  }
  const { licenseKey } = checked;
  if (licenseKey === undefined) {
    throw new LivewebinarError(
      'missing-license-key',
      'licenseKey is missing: give the token of the room, such as "123-123-123".',
    );
  }
  return { ...checked, licenseKey };
}
