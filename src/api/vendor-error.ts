import {
  LivewebinarApiError,
  type LivewebinarApiErrorCode,
  type RedactedRequest,
} from './api-error.js';
import { readRetryAfter } from './retry.js';
import { isObject } from './vendor-answer.js';

const CODES: Readonly<Record<number, LivewebinarApiErrorCode>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  410: 'not-found',
  429: 'rate-limited',
};

const codeOf = (status: number): LivewebinarApiErrorCode => {
  if (status >= 500) return 'server-error';
  return CODES[status] ?? (status >= 400 ? 'invalid-request' : 'bad-answer');
};

/**
 * Makes the error of a refused request. LiveWebinar says `{"error": {"message": …}}` (vendor
 * contract: B). That it has `errors` by field for a 422, or at the OAuth addresses `error` and
 * `error_description` as the standard has them, is unknown (?): they are read if they are there.
 *
 * @param scrub Takes the request's secrets out of a text.
 */
export function vendorError(
  response: { status: number; headers: Headers },
  answer: unknown,
  request: RedactedRequest,
  scrub: (text: string) => string,
): LivewebinarApiError {
  const { status, headers } = response;
  const body = isObject(answer) ? answer : {};
  const error = isObject(body['error']) ? body['error'] : {};
  const fieldErrors = readFieldErrors(error['errors'], scrub);
  const said = [error['message'], body['error_description'], body['error'], body['message']].find(
    (text): text is string => typeof text === 'string' && text !== '',
  );
  const vendorMessage = said === undefined ? undefined : scrub(said);
  const remark = vendorMessage === undefined ? '.' : `: ${vendorMessage}`;
  return new LivewebinarApiError(
    codeOf(status),
    `LiveWebinar answered ${status} to ${request.method} ${request.path}${remark}`,
    {
      status,
      vendorMessage,
      fieldErrors,
      retryAfter: readRetryAfter(headers.get('retry-after'), Date.now()),
      request,
    },
  );
}

function readFieldErrors(
  errors: unknown,
  scrub: (text: string) => string,
): Record<string, string[]> | undefined {
  if (!isObject(errors)) return undefined;
  return Object.fromEntries(
    Object.entries(errors).map(([field, messages]) => [
      field,
      [messages].flat().map((message) => scrub(String(message))),
    ]),
  );
}
