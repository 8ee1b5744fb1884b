import type { RedactedRequest } from './api-error.js';
import { encodePairs, flattenFields, type FormFields } from './form.js';

/** A call to the API. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path below the base URL, with a leading slash. */
  readonly path: string;
  readonly query?: FormFields;
  /** Form fields, with LiveWebinar's names. */
  readonly fields?: FormFields;
  /** Whether sending it twice has the same effect as sending it once; `true` by default, except for `POST`. */
  readonly isIdempotent?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** An encoded call. */
export interface EncodedRequest {
  readonly method: ApiRequest['method'];
  /** Path below the base URL, with the query. */
  readonly target: string;
  readonly body: string | undefined;
  readonly isIdempotent: boolean;
  readonly signal: AbortSignal | undefined;
  /** Values that must not appear in an error. */
  readonly secrets: readonly string[];
  readonly redacted: RedactedRequest;
}

/** Matches the names of fields whose values must not appear in an error. */
const SECRET_FIELD = /secret|token|password|code|email|phrase/i;

/**
 * Encodes a call, once for all attempts to send it.
 *
 * @throws {LivewebinarApiError} `invalid-option` for a value that a form cannot hold.
 */
export function encodeRequest(request: ApiRequest): EncodedRequest {
  const { method, path, isIdempotent = method !== 'POST', signal } = request;
  const query = flattenFields(request.query ?? {});
  const fields = flattenFields(request.fields ?? {});
  return {
    method,
    target: query.length > 0 ? `${path}?${encodePairs(query)}` : path,
    body: request.fields && encodePairs(fields),
    isIdempotent,
    signal,
    secrets: [...query, ...fields].flatMap(([name, value]) =>
      SECRET_FIELD.test(name) ? value : [],
    ),
    redacted: { method, path, fields: fields.map(([name]) => name) },
  };
}
