import { invalidOption } from './api-error.js';

/** What a form field can hold. `undefined` and `null` are left out; `true` is `1`, `false` is `0`. */
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

/** Lists the fields as pairs, nested ones with their name in brackets, as PHP reads them. */
export function flattenFields(fields: FormFields): [name: string, value: string][] {
  return Object.entries(fields).flatMap(([name, value]) => flattenValue(name, value));
}

function flattenValue(name: string, value: FormValue): [string, string][] {
  switch (typeof value) {
    case 'string':
      return [[name, value]];
    case 'boolean':
      return [[name, value ? '1' : '0']];
    case 'number':
      if (!Number.isFinite(value)) throw invalidOption(name, 'must be a finite number');
      return [[name, String(value)]];
    case 'object':
      return Object.entries(value ?? {}).flatMap(([key, inner]) =>
        flattenValue(`${name}[${key}]`, inner),
      );
    default:
      return [];
  }
}

/**
 * Writes fields as `application/x-www-form-urlencoded`.
 *
 * @example
 * encodeForm({ name: 'Q & A', autostart: { lock_state: 'locked' }, ids: [7, 8] });
 * // 'name=Q+%26+A&autostart%5Block_state%5D=locked&ids%5B0%5D=7&ids%5B1%5D=8'
 */
export const encodeForm = (fields: FormFields): string =>
  new URLSearchParams(flattenFields(fields)).toString();
