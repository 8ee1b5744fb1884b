import { LivewebinarError } from '../errors.js';
import type { EmbedOptions } from '../url/index.js';

/** Everything it takes to open one room. */
export interface RoomRequest {
  /** The element: its light DOM takes the container, where the vendor's script can find it. */
  readonly host: HTMLElement;
  /** A box in the element's shadow root: it takes the frames we make. */
  readonly stage: HTMLElement;
  readonly mode: 'script' | 'iframe';
  readonly loading: 'eager' | 'lazy' | 'click';
  readonly isolated: boolean;
  readonly room: EmbedOptions;
  readonly roomOrigin: string;
  /** Title of the frame. */
  readonly label: string;
  /** Permissions of the frame beside the built-in ones. */
  readonly allow: string;
  /** Nonce for the scripts we add. */
  readonly nonce: string;
  /** Milliseconds one attempt may take. */
  readonly timeout: number;
}

/** One try to open a room. Whatever it adds to a page it takes away again when `signal` aborts. */
export interface Attempt {
  readonly signal: AbortSignal;
  /** Says that the room is there. */
  ready(this: void): void;
  /** Says that the room is not there, or no longer. */
  fail(this: void, error: LivewebinarError): void;
  /**
   * Says that the page or the browser has taken the room away: it opens anew, in a document of its own.
   *
   * @returns `false` while it opens in one already: it goes on then, with its deadline to keep.
   */
  restart(this: void): boolean;
}

/** Runs when the signal aborts; at once if it has. */
export function onAbort(signal: AbortSignal, callback: () => void): void {
  if (signal.aborted) callback();
  else signal.addEventListener('abort', callback, { once: true });
}

/** Runs after some milliseconds, unless the signal aborts first. */
export function after(milliseconds: number, signal: AbortSignal, callback: () => void): void {
  if (signal.aborted) return;
  const timer = setTimeout(callback, milliseconds);
  onAbort(signal, () => clearTimeout(timer));
}

/** Fails an attempt whose request went unanswered. A policy violation is announced about now as well, and says more. */
export function failSoon({ signal, fail }: Attempt): void {
  after(100, signal, () =>
    fail(
      new LivewebinarError(
        'script-failed',
        'The room could not be reached: the network, or an ad blocker. Try again, or open it in a new tab.',
      ),
    ),
  );
}

/** Runs a part of an attempt; what is wrong with its options ends it. */
export function runAttempt({ fail }: Attempt, part: () => void): void {
  try {
    part();
  } catch (error) {
    if (!(error instanceof LivewebinarError)) throw error;
    fail(error);
  }
}
