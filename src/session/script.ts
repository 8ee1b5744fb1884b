import { toHttpUrl } from '../url/http-url.js';
import { SECOND_SCRIPT_PATH } from '../url/vendor.js';
import { failSoon, onAbort, type Attempt } from './attempt.js';
import { REFERRER_POLICY } from './create-frame.js';
import { blocked } from './page-policy.js';
import { trustScriptUrl } from './trusted-script-url.js';

/** Removes a script. One that is still loading would run all the same, were it not for its new document. */
function discard(script: HTMLScriptElement): void {
  script.remove();
  document.implementation.createHTMLDocument('').adoptNode(script);
}

/**
 * Adds the vendor's script to a page, and removes it with everything it added there once the attempt ends.
 *
 * @param origin Where the script is to come from.
 */
export function addScript(
  page: Document,
  address: string,
  origin: string,
  nonce: string,
  attempt: Attempt,
): void {
  const before = new Set(page.scripts);
  const isVendors = (script: HTMLScriptElement) => {
    const url = before.has(script) ? null : toHttpUrl(script.src);
    return url?.origin === origin || url?.pathname === SECOND_SCRIPT_PATH;
  };

  onAbort(attempt.signal, () => [...page.scripts].filter(isVendors).forEach(discard));

  const script = page.createElement('script');
  // Capturing: it hears of the second script too. Further ones, such as what an ad blocker stops, are no reason to close the room.
  page.addEventListener(
    'error',
    ({ target }) => {
      const { src } = target as HTMLScriptElement;
      if (target === script || toHttpUrl(src)?.pathname === SECOND_SCRIPT_PATH) failSoon(attempt);
    },
    { capture: true, signal: attempt.signal },
  );
  script.async = true;
  script.referrerPolicy = REFERRER_POLICY;
  if (nonce) script.nonce = nonce;
  try {
    script.src = trustScriptUrl(address, origin) as string;
  } catch (cause) {
    throw blocked("require-trusted-types-for 'script'", cause);
  }
  page.head.append(script);
}
