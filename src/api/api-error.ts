/**
 * The kind of a failure. Test the code, not the message: messages are for people and can change.
 *
 * - `server-only`: this entry was imported in a browser page.
 * - `invalid-option`: an argument is missing or invalid; the message names it. No request was sent.
 * - `unauthorized`: LiveWebinar rejected the credentials or tokens (401), or no user has authorized the
 *   application yet.
 * - `paused`: LiveWebinar rejected new tokens, or refused to issue any. No request is sent until
 *   `retryAfter` milliseconds have passed or other tokens are stored.
 * - `authorization-refused`: the user, or LiveWebinar, refused the authorization.
 * - `state-mismatch`: the redirect does not belong to a pending authorization.
 * - `forbidden` (403), `not-found` (404, 410), `conflict` (409, or an application that exists already).
 * - `invalid-request`: LiveWebinar rejected the parameters (400, 422 and other 4xx); see `fieldErrors`.
 * - `rate-limited`: too many requests (429); see `retryAfter`.
 * - `server-error`: LiveWebinar failed (5xx).
 * - `invalid-response`: the response does not have the expected shape.
 * - `response-too-large`: the response body exceeds `maxResponseBytes`.
 * - `timeout`: no complete response arrived within `timeout` milliseconds.
 * - `network`: LiveWebinar could not be reached, or the connection was lost.
 * - `token-store-failed`: the token store threw an error; see `cause`.
 */
export type LivewebinarApiErrorCode =
  | 'server-only'
  | 'invalid-option'
  | 'unauthorized'
  | 'paused'
  | 'authorization-refused'
  | 'state-mismatch'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'invalid-request'
  | 'rate-limited'
  | 'server-error'
  | 'invalid-response'
  | 'response-too-large'
  | 'timeout'
  | 'network'
  | 'token-store-failed';

/** A request without its values, so that it can be logged. */
export interface RedactedRequest {
  readonly method: string;
  /** Path below the base URL, without the query. */
  readonly path: string;
  /** Names of the form fields, with LiveWebinar's names. */
  readonly fields: readonly string[];
}

/** Optional properties of a {@link LivewebinarApiError}. */
export interface LivewebinarApiErrorDetails extends ErrorOptions {
  status?: number | undefined;
  vendorMessage?: string | undefined;
  fieldErrors?: Readonly<Record<string, readonly string[]>> | undefined;
  retryAfter?: number | undefined;
  request?: RedactedRequest | undefined;
}

/**
 * The only error class of `livewebinar-room/api`. It is safe to log: its message, properties, `cause` and
 * JSON contain no token, secret, password or e-mail address.
 *
 * A call that is aborted through its `AbortSignal` rejects with the signal's reason instead, as `fetch`
 * does.
 *
 * @example
 * try {
 *   await livewebinar.createRoom({ name: 'Open day', duration: 900 });
 * } catch (error) {
 *   if (error instanceof LivewebinarApiError && error.code === 'invalid-request') {
 *     console.log(error.fieldErrors); // { duration: ['The duration must be below 720.'] }
 *   }
 * }
 */
export class LivewebinarApiError extends Error {
  override readonly name = 'LivewebinarApiError';
  readonly code: LivewebinarApiErrorCode;
  /** HTTP status of the response, if there was one. */
  readonly status: number | undefined;
  /** LiveWebinar's own message, if it sent one. */
  readonly vendorMessage: string | undefined;
  /** LiveWebinar's messages by field, with LiveWebinar's names. */
  readonly fieldErrors: Readonly<Record<string, readonly string[]>> | undefined;
  /** Milliseconds to wait before another attempt, if known. */
  readonly retryAfter: number | undefined;
  /** The request that failed, if one was sent. */
  readonly request: RedactedRequest | undefined;

  constructor(
    code: LivewebinarApiErrorCode,
    message: string,
    details: LivewebinarApiErrorDetails = {},
  ) {
    super(message, 'cause' in details ? { cause: details.cause } : undefined);
    this.code = code;
    this.status = details.status;
    this.vendorMessage = details.vendorMessage;
    this.fieldErrors = details.fieldErrors;
    this.retryAfter = details.retryAfter;
    this.request = details.request;
  }
}

/**
 * Creates the error for an invalid argument. It names the argument but not its value, which may be a
 * secret.
 */
export const invalidOption = (option: string, remedy: string): LivewebinarApiError =>
  new LivewebinarApiError('invalid-option', `${option} ${remedy}.`);
