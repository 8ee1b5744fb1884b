import type { LivewebinarApiError } from './api-error.js';

/** Milliseconds a call waits at most by itself; what asks for longer is left to the caller. */
export const LONGEST_PAUSE = 60_000;

/**
 * Tells whether a request may be sent again after an error.
 *
 * @param isRepeatable Whether sending it twice does no more than sending it once.
 */
export function mayRepeat({ code }: LivewebinarApiError, isRepeatable: boolean): boolean {
  // 429 means that nothing was done.
  if (code === 'rate-limited') return true;
  return isRepeatable && (code === 'network' || code === 'timeout' || code === 'server-error');
}

/**
 * Gives the pause before the next attempt in milliseconds: up to half a second, one, two …, on top of
 * what LiveWebinar asks for. The jitter keeps many servers from coming back at once.
 */
export function pauseBefore(attempt: number, retryAfter = 0): number {
  return retryAfter + 250 * 2 ** attempt * (0.5 + Math.random() / 2);
}

/** Reads the header `Retry-After`, seconds or a date, as milliseconds from `now`. */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  const wait = /^[\d.]+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** Waits, or rejects with the signal's reason once it aborts. */
export function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
