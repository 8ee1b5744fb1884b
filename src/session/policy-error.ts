import { LivewebinarError } from '../errors.js';

/** Creates the error for a policy of the page that blocks the room, naming the policy and its directive. */
export const policyError = (policy: string, remedy: string, cause?: unknown): LivewebinarError =>
  new LivewebinarError('script-blocked', `${policy} of this page blocks the room. ${remedy}`, {
    cause,
  });
