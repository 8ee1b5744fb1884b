import { onAbort } from '../session/abort.js';

/** Milliseconds between two checks while an element is in the viewport but invisible. */
const CHECK_INTERVAL_MS = 250;

/** A ratio that is crossed when an element gets an area. Without an area it intersects as well, with a ratio of 0. */
const THRESHOLDS = [0, 1e-4];

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
  let timer: ReturnType<typeof setInterval> | undefined;
  const end = () => {
    observer.disconnect();
    clearInterval(timer);
  };
  const check = () => {
    if (!isVisible(element)) return;
    end();
    callback();
  };
  const observer = new win.IntersectionObserver(
    (entries) => {
      const { isIntersecting, intersectionRect } = entries.at(-1)!;
      clearInterval(timer);
      if (!isIntersecting || intersectionRect.width * intersectionRect.height === 0) return;
      // No observer tells when an element becomes visible.
      timer = setInterval(check, CHECK_INTERVAL_MS);
      check();
    },
    { rootMargin: '50%', threshold: THRESHOLDS },
  );
  observer.observe(element);
  onAbort(signal, end);
}
