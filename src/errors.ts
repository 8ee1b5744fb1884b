/**
 * What went wrong. Test this code: messages are for people and can change.
 *
 * - `missing-license-key`: a link was requested without a license key.
 * - `invalid-option`: an option has a value that cannot work. The message names the option.
 * - `script-blocked`: a policy of the page blocks the room. The message names the policy and directive.
 * - `script-failed`: the vendor could not be reached, or something like an ad blocker stopped the request.
 * - `timeout`: the vendor responded, but no room appeared in time.
 * - `offline`: the browser is offline. The room opens by itself when it is online again.
 * - `frame-removed`: something on the page, such as a consent manager, removed or blanked the room's iframe.
 * - `aborted`: the room was closed before it was open. Only `whenReady()` rejects with it.
 */
export type LivewebinarErrorCode =
  | 'missing-license-key'
  | 'invalid-option'
  | 'script-blocked'
  | 'script-failed'
  | 'timeout'
  | 'offline'
  | 'frame-removed'
  | 'aborted';

/**
 * The error class of this package. Test `code`: the message says what failed and what to do. It never
 * contains a token or an e-mail address.
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
