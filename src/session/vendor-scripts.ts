import { toHttpUrl } from '../url/http-url.js';
import { REFERRER_POLICY } from '../url/iframe-attributes.js';
import { CONTAINER_ID, CONTAINER_KEY, SECOND_SCRIPT_PATH } from '../url/vendor-constants.js';
import { listen, onAbort } from './abort.js';
import { failAfterGracePeriod, type Attempt } from './attempt.js';
import { cspError } from './csp.js';
import type { RoomRequest } from './request.js';
import { addResourceHints, preloadScript } from './resource-hints.js';
import { trustScriptUrl } from './trusted-script-url.js';

/** The embed script of the room that is opening or open in each document. */
const usedScripts = new WeakMap<Document, HTMLScriptElement>();

const isSecondScript = ({ src }: HTMLScriptElement): boolean =>
  toHttpUrl(src)?.pathname === SECOND_SCRIPT_PATH;

/** Returns whether an embed script was added by the element, possibly before the page was cached or saved. */
function isOwnEmbedScript({ src }: HTMLScriptElement): boolean {
  const url = toHttpUrl(src);
  return (
    url?.pathname === '/em' &&
    url.searchParams.get(CONTAINER_KEY)?.startsWith(CONTAINER_ID) === true
  );
}

/**
 * Removes a script and prevents it from running if it is still loading, by moving it to a document without
 * a window.
 */
function neutralizeScript(script: HTMLScriptElement): void {
  script.remove();
  // A component test can end, and with it its document, before the room is closed.
  if (typeof document === 'undefined') return;
  // In Firefox, the document of a removed iframe cannot create another document.
  document.implementation.createHTMLDocument('').adoptNode(script);
}

/**
 * Removes the scripts of a room that is no longer open, and the vendor's global that they defined. Routers
 * that cache pages restore such scripts, and saved pages contain them.
 */
export function removeStaleScripts(doc: Document): void {
  const used = usedScripts.get(doc);
  const stale = [...doc.scripts].filter((script) => script !== used && isOwnEmbedScript(script));
  stale.forEach(neutralizeScript);
  if (used || stale.length === 0) return;
  [...doc.scripts].filter(isSecondScript).forEach(neutralizeScript);
  Reflect.deleteProperty(doc.defaultView!, 'Widget');
}

/**
 * Adds the embed script to a document. When the signal of the attempt aborts, removes it and the scripts
 * that it has added.
 */
export function addScript(doc: Document, url: URL, request: RoomRequest, attempt: Attempt): void {
  const { origin } = url;
  const { nonce } = request;
  const before = new Set(doc.scripts);
  const script = doc.createElement('script');
  const isVendorScript = (other: HTMLScriptElement) =>
    other === script ||
    (!before.has(other) &&
      (isSecondScript(other) ||
        // If the embed script has the page's origin, a new script may be one of the page's.
        (origin !== doc.defaultView?.origin && toHttpUrl(other.src)?.origin === origin)));

  onAbort(attempt.signal, () => {
    usedScripts.delete(doc);
    [...doc.scripts].filter(isVendorScript).forEach(neutralizeScript);
  });
  // Error events of scripts do not bubble, hence the capture phase. Other scripts, such as analytics, may fail.
  listen(
    doc,
    'error',
    ({ target }) => {
      if (target === script || isSecondScript(target as HTMLScriptElement)) {
        failAfterGracePeriod(attempt);
      }
    },
    attempt.signal,
    true,
  );
  script.async = true;
  script.referrerPolicy = REFERRER_POLICY;
  if (nonce) script.nonce = nonce;
  try {
    script.src = trustScriptUrl(url.href) as string;
  } catch (cause) {
    throw cspError("require-trusted-types-for 'script'", cause);
  }
  usedScripts.set(doc, script);
  preloadScript(doc, url, nonce, attempt.signal, () => doc.head.append(script));
  addResourceHints(doc, url, request, attempt.signal);
}
