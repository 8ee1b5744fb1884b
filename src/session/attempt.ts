import { LivewebinarError } from '../errors.js';
import { runAfter } from './abort.js';
import { embedderPolicyError } from './policy-error.js';

/** One attempt to open a room. Everything it adds to a page is removed when `signal` aborts. */
export interface Attempt {
  readonly signal: AbortSignal;
  /** Reports that the room is open. */
  ready(this: void): void;
  /** Reports that the room did not open, or is closed. Ends the attempt. */
  fail(this: void, error: LivewebinarError): void;
  /** Reports that the open room's iframe is gone. The attempt goes on: `ready()` reports its return. */
  lose(this: void): void;
  /**
   * Opens the room again in a document of its own, because the page or the browser removed it.
   *
   * @returns `false` if it is opening in such a document already. Its deadline still applies then.
   */
  reopenIsolated(this: void): boolean;
}

/** Milliseconds in which a policy violation, which explains a failed request, is reported. */
const GRACE_PERIOD_MS = 100;

/** Fails an attempt whose request failed, unless a policy violation explains it within the grace period. */
export function failAfterGracePeriod({ signal, fail }: Attempt): void {
  runAfter(GRACE_PERIOD_MS, signal, () =>
    fail(
      // Browsers do not report this policy to scripts, and it is the likeliest reason in such a page.
      globalThis.crossOriginIsolated
        ? embedderPolicyError()
        : new LivewebinarError(
            'script-failed',
            'The room could not be reached. Check the network and ad blockers, then try again or open the room in a new tab.',
          ),
    ),
  );
}

/** Runs a step of an attempt. A `LivewebinarError` that it throws fails the attempt. */
export function guard({ fail }: Attempt, step: () => void): void {
  try {
    step();
  } catch (error) {
    if (!(error instanceof LivewebinarError)) throw error;
    fail(error);
  }
}
