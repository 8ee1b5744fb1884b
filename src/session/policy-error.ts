import { LivewebinarError } from '../errors.js';

/**
 * Creates the error for a policy of the page that blocks the room.
 *
 * @param policy Name of the policy, with the directive of a CSP in parentheses.
 */
export const policyError = (policy: string, remedy: string, cause?: unknown): LivewebinarError =>
  new LivewebinarError('script-blocked', `${policy} of this page blocks the room. ${remedy}`, {
    cause,
  });

/** Creates the error for a Cross-Origin-Embedder-Policy that blocks the room. */
export const embedderPolicyError = (): LivewebinarError =>
  policyError(
    'The Cross-Origin-Embedder-Policy',
    'Remove it, or set mode="iframe" and isolate the page with Cross-Origin-Opener-Policy: same-origin, which works in Chromium.',
  );
