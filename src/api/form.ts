import { invalidOption } from './api-error.js';

/**
 * The value of a form field. `undefined` and `null` are omitted, `true` becomes `1` and `false` becomes `0`.
 */
export type FormValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly FormValue[]
  | { readonly [name: string]: FormValue };

/** Form fields by name. */
export type FormFields = Readonly<Record<string, FormValue>>;

/** Name and value of a form field. */
export type FormPair = [name: string, value: string];

/**
 * Flattens nested fields into pairs with PHP's bracket names.
 *
 * @throws {LivewebinarApiError} `invalid-option` for a value that a form cannot hold, such as `NaN` or a `Date`.
 * @example
 * flattenFields({ form: { id: 7 }, ids: [8, 9] });
 * // [['form[id]', '7'], ['ids[0]', '8'], ['ids[1]', '9']]
 */
export function flattenFields(fields: FormFields): FormPair[] {
  return Object.entries(fields).flatMap(([name, value]) => flattenValue(name, value));
}

function flattenValue(name: string, value: FormValue): FormPair[] {
  switch (typeof value) {
    case 'string':
      return [[name, value]];
    case 'boolean':
      return [[name, value ? '1' : '0']];
    case 'number':
      if (!Number.isFinite(value)) throw invalidOption(name, 'must be a finite number');
      return [[name, String(value)]];
    case 'object':
      if (value !== null && !isPlain(value)) break;
      return Object.entries(value ?? {}).flatMap(([key, inner]) =>
        flattenValue(`${name}[${key}]`, inner),
      );
    case 'undefined':
      return [];
  }
  throw invalidOption(
    name,
    'must be text, a number, true, false, or a plain object or array of them',
  );
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}

/**
 * Encodes pairs as `application/x-www-form-urlencoded`.
 *
 * @example
 * encodePairs([['name', 'Q & A'], ['form[id]', '7']]); // 'name=Q+%26+A&form%5Bid%5D=7'
 */
export const encodePairs = (pairs: readonly FormPair[]): string =>
  new URLSearchParams([...pairs]).toString();

/**
 * Encodes fields as `application/x-www-form-urlencoded`.
 *
 * @example
 * encodeForm({ name: 'Q & A', form: { id: 7 } }); // 'name=Q+%26+A&form%5Bid%5D=7'
 */
export const encodeForm = (fields: FormFields): string => encodePairs(flattenFields(fields));
