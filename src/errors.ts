/**
 * What went wrong, for programs to test. Messages are for people and may change.
 *
 * - `missing-license-key`: a link was asked for without a license key.
 * - `invalid-option`: an option has a value that cannot work; the message names the option.
 * - `script-blocked`: a security policy of the page does not allow the room; the message names the directive.
 * - `script-failed`: the vendor could not be reached, or something like an ad blocker stopped the request.
 * - `timeout`: the vendor answered, but no room appeared in time.
 * - `offline`: the browser has no network. The room opens by itself once it is back.
 */
export type LivewebinarErrorCode =
  | 'missing-license-key'
  | 'invalid-option'
  | 'script-blocked'
  | 'script-failed'
  | 'timeout'
  | 'offline';

/**
 * The one error class of this package. Test `code`; the message says what failed and what to do,
 * and never contains a token or an e-mail address.
 *
 * @example
 * try {
 *   buildRoomUrl({ licenseKey: '' });
 * } catch (error) {
 *   error instanceof LivewebinarError && error.code; // 'missing-license-key'
 * }
 */
export class LivewebinarError extends Error {
  override readonly name = 'LivewebinarError';
  readonly code: LivewebinarErrorCode;

  constructor(code: LivewebinarErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
