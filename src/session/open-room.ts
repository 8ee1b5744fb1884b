import { LivewebinarError } from '../errors.js';
import { after, onAbort, runAttempt, type Attempt, type RoomRequest } from './attempt.js';
import { checkRequest } from './check-request.js';
import { openFrame } from './frame.js';
import { canOpenInline, openInline } from './inline.js';
import { openIsolated } from './isolated.js';

/** What became of a room, for the one who opened it. */
export interface Outcome {
  /** An attempt begins. */
  loading(this: void): void;
  ready(this: void): void;
  /** @param willRetry Another attempt follows by itself, after a pause or once the network is back. */
  error(this: void, error: LivewebinarError, attempt: number, willRetry: boolean): void;
}

const ATTEMPTS = 3;

/** Milliseconds before the next attempt: about one second, then about two. The jitter keeps a full audience from coming back at once. */
const pauseAfter = (attempt: number): number => 1000 * attempt * (0.75 + Math.random() / 2);

/** What another attempt cannot mend. */
const isFinal = ({ code }: LivewebinarError): boolean =>
  code === 'invalid-option' || code === 'script-blocked';

/** Opens a room in the way the request and the page allow. */
function open(request: RoomRequest, attempt: Attempt): void {
  if (request.mode === 'iframe') openFrame(request, attempt);
  else if (canOpenInline(request)) openInline(request, attempt);
  else openIsolated(request, attempt);
}

/**
 * Opens a room, in up to three attempts. Without a network it waits for one and begins anew.
 * When the signal aborts, at any time, everything is removed again.
 */
export function openRoom(
  request: RoomRequest,
  outcome: Outcome,
  signal: AbortSignal,
  number = 1,
): void {
  if (signal.aborted) return;
  const run = new AbortController();
  const deadline = new AbortController();
  let isReady = false;
  const again = (next: number) => openRoom(request, outcome, signal, next);

  const attempt: Attempt = {
    signal: run.signal,
    ready() {
      if (isReady || run.signal.aborted) return;
      isReady = true;
      deadline.abort();
      outcome.ready();
    },
    fail(error) {
      if (run.signal.aborted) return;
      run.abort();
      // Asked afterwards: `onLine` is false on a machine that reaches no more than itself.
      if (!navigator.onLine && error.code !== 'invalid-option') {
        window.addEventListener('online', () => again(1), { once: true, signal });
        const message = 'There is no network. The room opens once it is back.';
        outcome.error(new LivewebinarError('offline', message, { cause: error }), number, true);
        return;
      }
      const willRetry = !isFinal(error) && !isReady && number < ATTEMPTS;
      if (willRetry) after(pauseAfter(number), signal, () => again(number + 1));
      outcome.error(error, number, willRetry);
    },
    restart() {
      if (request.isolated && !isReady) return false;
      run.abort();
      openRoom({ ...request, isolated: true }, outcome, signal);
      return true;
    },
  };
  onAbort(signal, () => run.abort());
  onAbort(run.signal, () => deadline.abort());

  outcome.loading();
  // A handler may have left the room.
  if (run.signal.aborted) return;
  after(request.timeout, deadline.signal, () =>
    attempt.fail(
      new LivewebinarError(
        'timeout',
        `No room appeared within ${request.timeout} ms. Try again, or open it in a new tab.`,
      ),
    ),
  );
  runAttempt(attempt, () => {
    checkRequest(request);
    open(request, attempt);
  });
}
