import { onAbort } from '../session/abort.js';

/** Milliseconds between two checks while an element is in the viewport but cannot be seen. */
const CHECK_INTERVAL_MS = 250;

const isVisible = (element: Element): boolean =>
  element.checkVisibility?.({
    opacityProperty: true,
    visibilityProperty: true,
    contentVisibilityAuto: true,
    // Names that browsers used before.
    checkOpacity: true,
    checkVisibilityCSS: true,
  }) ?? true;

/**
 * Calls back once when an element can be seen, or is at most half a viewport away from that. An element
 * that is transparent, hidden, clipped or scaled to nothing cannot be seen.
 */
export function onNearViewport(element: Element, signal: AbortSignal, callback: () => void): void {
  const win = element.ownerDocument.defaultView;
  // jsdom has no layout, so nothing is ever far away.
  if (!win?.IntersectionObserver) return callback();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    observer.disconnect();
    clearTimeout(timer);
  };
  const observer = new win.IntersectionObserver(
    (entries) => {
      const { isIntersecting, intersectionRect } = entries.at(-1)!;
      clearTimeout(timer);
      if (!isIntersecting) return;
      // An edge without area intersects as well.
      if (intersectionRect.width * intersectionRect.height > 0 && isVisible(element)) {
        end();
        callback();
      } else {
        // No observer tells when that changes. Observing again reports the current state.
        timer = setTimeout(() => {
          observer.unobserve(element);
          observer.observe(element);
        }, CHECK_INTERVAL_MS);
      }
    },
    { rootMargin: '50%' },
  );
  observer.observe(element);
  onAbort(signal, end);
}
