import type { LivewebinarApiError } from './api-error.js';

/** Longest delay before an automatic retry. If a longer one is required, the call rejects. */
export const MAX_RETRY_DELAY_MS = 60_000;

const BASE_DELAY_MS = 500;

/** Returns whether a request may be sent again after an error. */
export function isRetryable({ code }: LivewebinarApiError, isIdempotent: boolean): boolean {
  // 429 means that the request had no effect.
  if (code === 'rate-limited') return true;
  return isIdempotent && (code === 'network' || code === 'timeout' || code === 'server-error');
}

/**
 * Returns the delay before the next attempt in milliseconds: `retryAfter` plus an exponential backoff, which
 * starts at half a second. A jitter shortens the backoff by up to half, so that servers do not retry together.
 *
 * @param attempt Number of the failed attempt, starting at 1.
 * @param retryAfter Milliseconds that LiveWebinar requires.
 */
export function getRetryDelay(attempt: number, retryAfter = 0): number {
  const backoff = BASE_DELAY_MS * 2 ** (attempt - 1);
  return retryAfter + backoff * (0.5 + Math.random() / 2);
}

/**
 * Parses a `Retry-After` header, which contains seconds or a date.
 *
 * @returns Milliseconds from `now`, 0 for a date in the past, or `undefined` for a missing or invalid header.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  const delay = /^[\d.]+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(delay) ? Math.max(0, delay) : undefined;
}

/** Resolves after a delay, or rejects with the signal's reason when it aborts. */
export function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
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
