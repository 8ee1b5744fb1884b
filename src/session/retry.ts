import { LivewebinarError } from '../errors.js';
import { invalidOption, validateOption } from '../url/validate.js';
import { onAbort, runAfter } from './abort.js';
import { guard, type Attempt } from './attempt.js';
import { openIframe } from './iframe.js';
import { canOpenInline, openInline } from './inline.js';
import { openIsolated } from './isolated.js';
import type { RoomRequest } from './request.js';
import { suggestLicenseKey } from './suggest-license-key.js';
import { validateRequest } from './validate-request.js';

/** Callbacks that report the progress of opening a room. */
export interface RoomCallbacks {
  /** Called when an attempt begins. */
  loading(this: void): void;
  ready(this: void): void;
  /**
   * @param willRetry Whether another attempt follows automatically, after a delay or once the browser is
   * online.
   */
  error(this: void, error: LivewebinarError, attemptNumber: number, willRetry: boolean): void;
}

export const MAX_ATTEMPTS = 3;

/**
 * Returns the delay before the next attempt in milliseconds: about one second, then about two. Before the
 * start, it is 10 to 70 seconds, so that a waiting audience does not return all at once after an outage.
 */
export const getRetryDelay = (attemptNumber: number, isBeforeStart: boolean): number =>
  1000 * (isBeforeStart ? 10 + Math.random() * 60 : attemptNumber * (0.75 + Math.random() / 2));

const isRetryable = ({ code }: LivewebinarError): boolean =>
  code !== 'invalid-option' && code !== 'script-blocked';

/** Opens a room in the requested mode, or in isolated mode if it cannot open in the page itself. */
function openOnce(request: RoomRequest, attempt: Attempt): void {
  if (request.mode !== 'iframe' && canOpenInline(request)) return openInline(request, attempt);
  const open = request.mode === 'iframe' ? openIframe : openIsolated;
  void request.getStage().then((stage) => {
    if (!attempt.signal.aborted) guard(attempt, () => open(request, attempt, stage));
  });
}

/**
 * Opens a room in up to three attempts. If an attempt fails while the browser is offline, waits until it is
 * online and starts over. When the signal aborts, everything that was added to the page is removed.
 */
export function openRoom(
  request: RoomRequest,
  callbacks: RoomCallbacks,
  signal: AbortSignal,
  attemptNumber = 1,
): void {
  if (signal.aborted) return;
  const controller = new AbortController();
  const deadline = new AbortController();
  let isReady = false;
  const retry = (nextNumber: number) => openRoom(request, callbacks, signal, nextNumber);

  const attempt: Attempt = {
    signal: controller.signal,
    ready() {
      if (isReady || controller.signal.aborted) return;
      isReady = true;
      deadline.abort();
      callbacks.ready();
    },
    fail(error) {
      if (controller.signal.aborted) return;
      controller.abort();
      // Checked only after a failure, because `onLine` can be `false` although a loopback host is reachable.
      if (!navigator.onLine && error.code !== 'invalid-option') {
        window.addEventListener('online', () => retry(1), { once: true, signal });
        const message = 'The browser is offline. The room opens when it is online again.';
        callbacks.error(
          new LivewebinarError('offline', message, { cause: error }),
          attemptNumber,
          true,
        );
        return;
      }
      const willRetry = isRetryable(error) && !isReady && attemptNumber < MAX_ATTEMPTS;
      if (willRetry) {
        const delay = getRetryDelay(attemptNumber, request.isBeforeStart);
        runAfter(delay, signal, () => retry(attemptNumber + 1));
      }
      callbacks.error(error, attemptNumber, willRetry);
    },
    lose() {
      if (!isReady || controller.signal.aborted) return;
      isReady = false;
      const message =
        'Something on this page removed or blanked the iframe of the room, such as a consent manager. Open the room again.';
      callbacks.error(new LivewebinarError('frame-removed', message), attemptNumber, false);
    },
    reopenIsolated() {
      if (request.isolated && !isReady) return false;
      controller.abort();
      openRoom({ ...request, isolated: true }, callbacks, signal);
      return true;
    },
  };
  onAbort(signal, () => controller.abort());
  onAbort(controller.signal, () => deadline.abort());

  callbacks.loading();
  // A listener may have closed the room.
  if (controller.signal.aborted) return;
  runAfter(request.timeout, deadline.signal, () =>
    attempt.fail(
      new LivewebinarError(
        'timeout',
        `No room appeared within ${request.timeout} ms. Try again, or open it in a new tab.`,
      ),
    ),
  );
  const { licenseKey } = request.room;
  const problem = typeof licenseKey === 'string' && validateOption('licenseKey', licenseKey);
  if (problem) {
    void suggestLicenseKey(licenseKey).then((suggestion) =>
      attempt.fail(invalidOption('licenseKey', problem + suggestion)),
    );
    return;
  }
  guard(attempt, () => {
    validateRequest(request);
    openOnce(request, attempt);
  });
}
