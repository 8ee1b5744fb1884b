import { onAbort } from './attempt.js';

/** Runs once an element comes near what is visible: half a screen away. */
export function whenNear(element: Element, signal: AbortSignal, callback: () => void): void {
  // jsdom has no layout, so nothing is ever far away.
  if (!('IntersectionObserver' in globalThis)) {
    callback();
    return;
  }
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      callback();
    },
    { rootMargin: '50%' },
  );
  observer.observe(element);
  onAbort(signal, () => observer.disconnect());
}
