import { onAbort } from '../session/abort.js';

/** Milliseconds between two checks while an element is near the viewport but not visible. */
const CHECK_INTERVAL_MS = 250;

const isVisible = (element: Element): boolean =>
  element.checkVisibility?.({
    opacityProperty: true,
    visibilityProperty: true,
    contentVisibilityAuto: true,
    // Older names of the same options.
    checkOpacity: true,
    checkVisibilityCSS: true,
  }) ?? true;

/**
 * Calls back once when an element is visible and at most half a viewport away from the viewport. An
 * element that is transparent, hidden, clipped or scaled to nothing is not visible.
 */
export function onNearViewport(element: Element, signal: AbortSignal, callback: () => void): void {
  const win = element.ownerDocument.defaultView;
  // jsdom has neither layout nor IntersectionObserver.
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
      // `isIntersecting` is also `true` for an intersection without an area.
      if (intersectionRect.width * intersectionRect.height > 0 && isVisible(element)) {
        end();
        callback();
      } else {
        // No observer reports when the element becomes visible. Observing it again reports the current state.
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
