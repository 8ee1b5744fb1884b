/** Callbacks that run when a signal aborts. */
const cleanups = new WeakMap<AbortSignal, (() => void)[]>();

/** Runs a step. If it throws, the error is reported, and the caller continues. */
export function runSafely(step: () => void): void {
  try {
    step();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

/** Calls back when the signal aborts, or at once if it has already aborted. */
export function onAbort(signal: AbortSignal, callback: () => void): void {
  if (signal.aborted) return callback();
  const callbacks = cleanups.get(signal);
  if (callbacks) callbacks.push(callback);
  else {
    // One listener for all callbacks: under jsdom, Node warns of a leak at the eleventh listener.
    const added = [callback];
    cleanups.set(signal, added);
    signal.addEventListener('abort', () => added.forEach(runSafely), { once: true });
  }
}

/** Calls back after a delay in milliseconds, unless the signal aborts first. */
export function runAfter(delay: number, signal: AbortSignal, callback: () => void): void {
  const timer = setTimeout(() => {
    // In unit tests, timers outlive the page.
    if (globalThis.document) callback();
  }, delay);
  onAbort(signal, () => clearTimeout(timer));
}

/**
 * Adds an event listener and removes it when the signal aborts. The `signal` option of
 * `addEventListener()` would do the same, but jsdom rejects a signal from another window.
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
