import { LivewebinarError } from '../errors.js';
import { OPTIONS, type EmbedOptions, type OptionName } from './options.js';

/** Parses an http(s) address; `null` for everything else. */
export function toHttpUrl(value: string | URL, base?: string): URL | null {
  try {
    const url = new URL(value, base);
    return /^https?:$/.test(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

/** The error for a bad option. It names the option, never its value: that may be a token. */
export const invalidOption = (option: string, remedy: string): LivewebinarError =>
  new LivewebinarError('invalid-option', `${option} ${remedy}.`);

/**
 * Checks an origin such as `https://rooms.example.com` and gives it without a trailing slash.
 *
 * @throws {LivewebinarError} `invalid-option` for anything that is not an http(s) origin.
 */
export function checkOrigin(option: string, origin: string): string {
  const url = toHttpUrl(origin);
  if (url?.href !== `${url?.origin}/`) {
    throw invalidOption(option, 'must be an http(s) origin');
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

/** Says what is wrong with a value that is there; `undefined` for one that can work. */
export function findProblem(option: OptionName, value: string): string | undefined {
  // As a path segment, the dots would name another page.
  if (/^(\s+|\.\.?)$/.test(value) && /Key$|Token$/.test(option)) {
    return 'must be a token, not blank or dots';
  }
  if (option === 'avatarUrl' && !toHttpUrl(value)) return 'must be an http(s) address';
  return undefined;
}

/**
 * Checks the options of one room and gives them as text, empty where nothing is said.
 *
 * @throws {LivewebinarError} `missing-license-key` or `invalid-option`.
 */
export function checkOptions(room: EmbedOptions): Record<OptionName, string> {
  const checked = {} as Record<OptionName, string>;
  for (const [name] of OPTIONS) {
    const value = checkText(name, room[name]);
    if (name === 'licenseKey' && !value.trim()) {
      throw new LivewebinarError('missing-license-key', 'licenseKey must be a room token.');
    }
    const problem = value && findProblem(name, value);
    if (problem) throw invalidOption(name, problem);
    checked[name] = value;
  }
  return checked;
}
