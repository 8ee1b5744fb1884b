import { invalidOption } from './api-error.js';

/**
 * Checks the value of an option.
 *
 * @throws {LivewebinarApiError} `invalid-option` if the value is invalid.
 */
export type Check = (option: string, value: unknown) => void;

/**
 * Returns an id as text, for one segment of a path.
 *
 * @throws {LivewebinarApiError} `invalid-option` if it is not an id, such as `undefined` or `../me`.
 */
export function checkId(option: string, id: unknown): string {
  const isId =
    typeof id === 'number'
      ? Number.isSafeInteger(id) && id >= 0
      : typeof id === 'string' && /^[\w-]+$/.test(id) && !/^(undefined|null|NaN)$/.test(id);
  if (!isId) throw invalidOption(option, 'is not an id');
  return String(id);
}

export const checkObject: Check = (option, value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalidOption(option, 'must be an object');
  }
};

/** Checks a text that may be empty. */
export const checkString: Check = (option, value) => {
  if (typeof value !== 'string') throw invalidOption(option, 'must be a string');
};

/** Checks a text that must not be empty. */
export const checkText: Check = (option, value) => {
  if (value === undefined || value === null) throw invalidOption(option, 'is missing');
  checkString(option, value);
  if ((value as string).trim() === '') throw invalidOption(option, 'is missing');
};

export const checkBoolean: Check = (option, value) => {
  if (typeof value !== 'boolean') throw invalidOption(option, 'must be true or false');
};

/** Checks a whole number above 0. */
export const checkCount: Check = (option, value) => {
  if (!Number.isSafeInteger(value) || (value as number) < 1) {
    throw invalidOption(option, 'must be a whole number above 0');
  }
};

export const checkIds: Check = (option, value) => {
  if (!Array.isArray(value)) throw invalidOption(option, 'must be an array of ids');
  for (const id of value) checkId(option, id);
};

/** Creates a check for a fixed set of values. */
export const checkOneOf =
  (...values: readonly unknown[]): Check =>
  (option, value) => {
    if (!values.includes(value)) throw invalidOption(option, `must be one of ${values.join(', ')}`);
  };

/** Creates a check for an object with methods. */
export const checkMethods =
  (...methods: readonly string[]): Check =>
  (option, value) => {
    const object = (value ?? {}) as Record<string, unknown>;
    if (methods.some((method) => typeof object[method] !== 'function')) {
      throw invalidOption(option, `must have the methods ${methods.join(', ')}`);
    }
  };

export const checkFunction: Check = (option, value) => {
  if (typeof value !== 'function') throw invalidOption(option, 'must be a function');
};

export const checkNumber: Check = (option, value) => {
  if (typeof value !== 'number') throw invalidOption(option, 'must be a number');
};

/** Checks properties of an object, unless they are `undefined`. */
export function checkProperties(
  option: string,
  object: object,
  checks: Readonly<Record<string, Check>>,
): void {
  checkObject(option, object);
  for (const [name, check] of Object.entries(checks)) {
    const value = (object as Record<string, unknown>)[name];
    if (value !== undefined) check(name, value);
  }
}

/** Checks the options of a call. */
export function checkCallOptions(options: { signal?: AbortSignal } = {}): void {
  checkProperties('options', options, {
    signal: (option, value) => {
      if (!(value instanceof AbortSignal)) throw invalidOption(option, 'must be an AbortSignal');
    },
  });
}
