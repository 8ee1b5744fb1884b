import { LivewebinarApiError, type RedactedRequest } from './api-error.js';

/** An object as LiveWebinar sent it, every field under the vendor's name. */
export type VendorData = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is VendorData =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Gives what stands under `data` (vendor contract: B), or the answer itself where it is flat. */
export function unwrap(answer: unknown): unknown {
  return isObject(answer) && typeof answer['data'] === 'object' && answer['data'] !== null
    ? answer['data']
    : answer;
}

/**
 * Gives the object in an answer.
 *
 * @throws {LivewebinarApiError} `bad-answer`.
 */
export function unwrapObject(answer: unknown, what: string): VendorData {
  const data = unwrap(answer);
  if (isObject(data)) return data;
  throw badAnswer(`There is no ${what} in LiveWebinar's answer.`);
}

/** Gives a text or number of an answer as text, `''` where it is missing. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** The error for an answer of another shape than the vendor contract knows. */
export const badAnswer = (
  message: string,
  details: { status?: number; request?: RedactedRequest } = {},
): LivewebinarApiError => new LivewebinarApiError('bad-answer', message, details);
