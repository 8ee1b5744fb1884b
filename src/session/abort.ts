/** Calls back when the signal aborts, or at once if it is aborted already. */
export function onAbort(signal: AbortSignal, callback: () => void): void {
  if (signal.aborted) callback();
  else signal.addEventListener('abort', callback, { once: true });
}

/** Calls back after a delay in milliseconds, unless the signal aborts first. */
export function runAfter(delay: number, signal: AbortSignal, callback: () => void): void {
  if (signal.aborted) return;
  const timer = setTimeout(callback, delay);
  onAbort(signal, () => clearTimeout(timer));
}

/**
 * Adds an event listener until the signal aborts. In jsdom, the `signal` option of `addEventListener()`
 * rejects a signal from another window.
 */
export function listen<E extends Event>(
  target: EventTarget,
  type: string,
  listener: (event: E) => void,
  signal: AbortSignal,
  capture = false,
): void {
  target.addEventListener(type, listener as EventListener, capture);
  onAbort(signal, () => target.removeEventListener(type, listener as EventListener, capture));
}
