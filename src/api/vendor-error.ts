import {
  LivewebinarApiError,
  type LivewebinarApiErrorCode,
  type RedactedRequest,
} from './api-error.js';
import type { Redact } from './redactor.js';
import { parseRetryAfter } from './retry.js';
import { isObject } from './vendor-response.js';

const CODES: Readonly<Record<number, LivewebinarApiErrorCode>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  410: 'not-found',
  429: 'rate-limited',
};

const toErrorCode = (status: number): LivewebinarApiErrorCode => {
  if (status >= 500) return 'server-error';
  return CODES[status] ?? (status >= 400 ? 'invalid-request' : 'invalid-response');
};

/**
 * Creates the error for a response with an error status. The shapes of error bodies are listed in
 * docs/vendor-contract.md; the OAuth endpoints may also use the standard's `error_description`.
 */
export function createVendorError(
  response: { status: number; headers: Headers },
  body: unknown,
  request: RedactedRequest,
  redact: Redact,
): LivewebinarApiError {
  const { status, headers } = response;
  const { error, error_description: description, message, exception } = isObject(body) ? body : {};
  const details = isObject(error) ? error : {};
  const vendorMessage = [details['message'], description, error, message, exception].find(
    (text): text is string => typeof text === 'string' && text !== '',
  );
  const redactedMessage = vendorMessage === undefined ? undefined : redact(vendorMessage);
  const fieldErrors = readFieldErrors(details['errors'], redact);
  const summary = redactedMessage ?? summarize(fieldErrors);
  const suffix = summary ? `: ${summary}` : '.';
  return new LivewebinarApiError(
    toErrorCode(status),
    `LiveWebinar responded with ${status} to ${request.method} ${request.path}${suffix}`,
    {
      status,
      vendorMessage: redactedMessage,
      fieldErrors,
      retryAfter: parseRetryAfter(headers.get('retry-after'), Date.now()),
      request,
    },
  );
}

/** Returns the first message of each field, as a 422 usually has no message of its own. */
const summarize = (fieldErrors: Readonly<Record<string, readonly string[]>> = {}): string =>
  Object.entries(fieldErrors)
    .map(([field, [message = '']]) => `${field}: ${message}`)
    .join(' ');

function readFieldErrors(errors: unknown, redact: Redact): Record<string, string[]> | undefined {
  if (!isObject(errors)) return undefined;
  const messages = new Map<string, string[]>();
  for (const [name, value] of Object.entries(errors)) {
    const field = redact(name);
    const texts = [value].flat().map((text) => redact(String(text)));
    messages.set(field, [...(messages.get(field) ?? []), ...texts]);
  }
  return Object.fromEntries(messages);
}
