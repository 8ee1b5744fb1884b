import { invalidOption } from './api-error.js';

/**
 * Checks an id, which becomes one segment of a path.
 *
 * @throws {LivewebinarApiError} `invalid-option` for anything else, such as `undefined` or `../me`.
 */
export function checkId(option: string, id: string | number): string {
  const isId =
    typeof id === 'number'
      ? Number.isSafeInteger(id) && id >= 0
      : typeof id === 'string' && /^[\w-]+$/.test(id) && !/^(undefined|null|NaN)$/.test(id);
  if (!isId) throw invalidOption(option, 'is not an id');
  return String(id);
}

/**
 * Checks that parameters are an object in which a string property is not empty.
 *
 * @throws {LivewebinarApiError} `invalid-option`.
 */
export function checkText(option: string, parameters: object, name: string): void {
  checkObject(option, parameters);
  const value = (parameters as Record<string, unknown>)[name];
  if (typeof value !== 'string' || value.trim() === '') throw invalidOption(name, 'is missing');
}

/** @throws {LivewebinarApiError} `invalid-option`. */
export function checkObject(option: string, value: object): void {
  if (typeof value !== 'object' || value === null) throw invalidOption(option, 'must be an object');
}
