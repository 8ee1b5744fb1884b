import { LivewebinarError } from '../errors.js';
import { runAfter } from './abort.js';
import { embedderPolicyError } from './policy-error.js';

/** One attempt to open a room. Everything it adds to the page is removed when `signal` aborts. */
export interface Attempt {
  readonly signal: AbortSignal;
  /** Reports that the room is open. */
  ready(this: void): void;
  /** Reports that the room did not open, or was closed. Ends the attempt. */
  fail(this: void, error: LivewebinarError): void;
  /** Reports that the open room's iframe is gone. The attempt continues: if the iframe returns, call `ready()`. */
  lose(this: void): void;
  /**
   * Reopens the room in isolated mode, because the page or the browser removed it.
   *
   * @returns `false` if the room is already opening in that mode. Its deadline still applies.
   */
  reopenIsolated(this: void): boolean;
}

/** Milliseconds in which browsers report the policy violation that made a request fail. */
const GRACE_PERIOD_MS = 100;

/**
 * Fails an attempt because of a failed request, unless a policy violation is reported within the grace
 * period.
 */
export function failAfterGracePeriod({ signal, fail }: Attempt): void {
  runAfter(GRACE_PERIOD_MS, signal, () =>
    fail(
      // Browsers do not report COEP violations to scripts. In a cross-origin isolated page, COEP is the
      // most likely cause.
      globalThis.crossOriginIsolated
        ? embedderPolicyError()
        : new LivewebinarError(
            'script-failed',
            'The room could not be reached. Check the network and ad blockers, then try again or open the room in a new tab.',
          ),
    ),
  );
}

/** Runs a step of an attempt. If it throws a `LivewebinarError`, the attempt fails. */
export function guard({ fail }: Attempt, step: () => void): void {
  try {
    step();
  } catch (error) {
    if (!(error instanceof LivewebinarError)) throw error;
    fail(error);
  }
}
