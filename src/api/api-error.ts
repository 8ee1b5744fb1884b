/**
 * What went wrong, for programs to test. Messages are for people and may change.
 *
 * - `server-only`: this entry was imported in a browser page.
 * - `invalid-option`: a parameter cannot work; the message names it. Nothing was sent.
 * - `unauthorized`: LiveWebinar does not accept the credentials or tokens (401), or no user has authorised yet.
 * - `paused`: LiveWebinar answered 401 even with new tokens, or gave none; nothing is sent until `retryAfter` has passed or other tokens are stored.
 * - `authorization-refused`: the user, or LiveWebinar, said no on the authorise page.
 * - `state-mismatch`: the redirect does not belong to the authorisation that was started.
 * - `forbidden` (403), `not-found` (404, 410), `conflict` (409, or an application that exists already).
 * - `invalid-request`: LiveWebinar refuses the parameters (400, 422 and the like); see `fieldErrors`.
 * - `rate-limited`: too many requests (429); see `retryAfter`.
 * - `server-error`: LiveWebinar failed (5xx).
 * - `bad-answer`: the answer is not what the API is known to give.
 * - `timeout`: no whole answer came in time.
 * - `network`: LiveWebinar could not be reached, or the answer was cut off.
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
  | 'bad-answer'
  | 'timeout'
  | 'network';

/** A request as it may be shown: the names of what was sent, no values. */
export interface RedactedRequest {
  readonly method: string;
  /** Path below the base address, without the query. */
  readonly path: string;
  /** Names of the form fields, under the vendor's names. */
  readonly fields: readonly string[];
}

/** What an error can tell beside its code and message. */
export interface LivewebinarApiErrorDetails extends ErrorOptions {
  status?: number | undefined;
  vendorMessage?: string | undefined;
  fieldErrors?: Readonly<Record<string, readonly string[]>> | undefined;
  retryAfter?: number | undefined;
  request?: RedactedRequest | undefined;
}

/**
 * The one error class of `livewebinar-room/api`. It can be logged as it is: no token, secret,
 * password or e-mail address is in its message, its properties or its JSON.
 *
 * A call that its own `AbortSignal` ends rejects with the signal's reason instead, as `fetch` does.
 *
 * @example
 * try {
 *   await livewebinar.createRoom({ name: '' });
 * } catch (error) {
 *   error instanceof LivewebinarApiError && error.code; // 'invalid-request'
 * }
 */
export class LivewebinarApiError extends Error {
  override readonly name = 'LivewebinarApiError';
  readonly code: LivewebinarApiErrorCode;
  /** HTTP status of the answer, if there was one. */
  readonly status: number | undefined;
  /** What LiveWebinar says itself, `error.message` of its answer (vendor contract: B), without secrets. */
  readonly vendorMessage: string | undefined;
  /** What is wrong with which field, under the vendor's names, if LiveWebinar says so (?). */
  readonly fieldErrors: Readonly<Record<string, readonly string[]>> | undefined;
  /** Milliseconds until another try makes sense, if that is known. */
  readonly retryAfter: number | undefined;
  /** The request that failed, if there was one. */
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

/** The error for a bad parameter. It names the parameter, never its value: that may be a secret. */
export const invalidOption = (option: string, remedy: string): LivewebinarApiError =>
  new LivewebinarApiError('invalid-option', `${option} ${remedy}.`);
