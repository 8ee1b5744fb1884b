/**
 * The kind of a failure. Test the code, not the message: messages are for people and can change.
 *
 * - `missing-license-key`: a link was built without a license key.
 * - `invalid-option`: an option has an invalid value. The message names the option.
 * - `script-blocked`: a policy of the page, such as its CSP, blocks the room. The message names the policy.
 * - `script-failed`: LiveWebinar could not be reached, or the request was blocked, for example by an ad blocker.
 * - `timeout`: no room appeared within `timeout` milliseconds.
 * - `offline`: the browser is offline. The room opens automatically when the browser is back online.
 * - `frame-removed`: something on the page, such as a consent manager, removed or blanked the room's iframe.
 * - `aborted`: the room was closed before it was open. Only `whenReady()` rejects with this code.
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
 * The error class of this package, except in `livewebinar-room/api`. Programs test `code`; `message` tells people
 * what failed and what to do. It never contains an e-mail address, or a token other than a license key.
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
