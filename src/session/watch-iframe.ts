import { listen, onAbort, runAfter } from './abort.js';
import type { Attempt } from './attempt.js';

/** Milliseconds in which the vendor's script may replace the iframe before the room counts as lost. */
const REPLACE_WITHIN_MS = 500;

const isHttp = ({ src }: HTMLIFrameElement): boolean => /^https?:/.test(src);

/**
 * Reports the room as ready when a container has an iframe with content, and as lost when something on the
 * page, such as a consent manager, removes or blanks the iframe.
 *
 * @param container An ancestor of the iframe.
 * @param title Title for an iframe without one.
 */
export function watchIframe(container: Element, title: string, attempt: Attempt): void {
  const { signal } = attempt;
  /** Iframes whose `src` has been an http(s) URL. A script writes the content of the others. */
  const navigated = new WeakSet<HTMLIFrameElement>();
  const blanked = new WeakSet<HTMLIFrameElement>();
  let hadIframe = false;

  const findIframe = () =>
    [...container.querySelectorAll('iframe')].find((iframe) => {
      if (isHttp(iframe)) navigated.add(iframe);
      return !blanked.has(iframe) && (isHttp(iframe) || iframe.srcdoc || !navigated.has(iframe));
    });
  const check = () => {
    const iframe = findIframe();
    if (iframe) {
      hadIframe = true;
      iframe.title ||= title;
      // Overrides rules of the page such as `iframe { height: auto !important }`.
      for (const side of ['width', 'height']) {
        iframe.style.setProperty(side, iframe.style.getPropertyValue(side) || '100%', 'important');
      }
      attempt.ready();
    } else if (hadIframe) {
      runAfter(REPLACE_WITHIN_MS, signal, () => findIframe() ?? attempt.lose());
    }
  };

  const observer = new MutationObserver(check);
  observer.observe(container, { childList: true, subtree: true, attributeFilter: ['src'] });
  onAbort(signal, () => observer.disconnect());
  listen(
    container,
    'load',
    ({ target }) => {
      const iframe = target as HTMLIFrameElement;
      // The page can also have navigated the iframe without changing its `src`.
      if (isHttp(iframe) && iframe.contentDocument?.URL === 'about:blank') blanked.add(iframe);
      else blanked.delete(iframe);
      check();
    },
    signal,
    true,
  );
  check();
}
