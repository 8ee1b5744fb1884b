import { LivewebinarApiError, type RedactedRequest } from './api-error.js';

/** An object that LiveWebinar sent, with LiveWebinar's names. */
export type VendorData = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is VendorData =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns the `data` of a response, or the response itself if it has none. */
export function unwrap(response: unknown): unknown {
  return isObject(response) && typeof response['data'] === 'object' && response['data'] !== null
    ? response['data']
    : response;
}

/**
 * Returns the object in a response.
 *
 * @param subject Name of the object, for the error.
 * @throws {LivewebinarApiError} `invalid-response` if there is no object.
 */
export function unwrapObject(response: unknown, subject: string): VendorData {
  const data = unwrap(response);
  if (isObject(data)) return data;
  throw invalidResponse(`LiveWebinar's response contains no ${subject}.`);
}

/**
 * Returns the list in a response. Entries that are not objects are omitted.
 *
 * @param subject Name of the entries, for the error.
 * @throws {LivewebinarApiError} `invalid-response` if there is no list.
 */
export function unwrapList(response: unknown, subject: string): VendorData[] {
  const data = unwrap(response);
  if (Array.isArray(data)) return data.filter(isObject);
  throw invalidResponse(`LiveWebinar's response contains no list of ${subject}.`);
}

/** Returns a string or number as a string, or `''` for any other value. */
export const readText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Returns an http(s) URL unchanged, or `''` for any other value. */
export function readUrl(value: unknown): string {
  const text = readText(value);
  return /^https?:/i.test(text) && URL.canParse(text) ? text : '';
}

/** Creates the error for a response that does not have the expected shape. */
export const invalidResponse = (
  message: string,
  details: { status?: number; request?: RedactedRequest } = {},
): LivewebinarApiError => new LivewebinarApiError('invalid-response', message, details);
