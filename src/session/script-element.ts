import { toHttpUrl } from '../url/http-url.js';
import { REFERRER_POLICY } from '../url/iframe.js';
import { CONTAINER_ID, CONTAINER_KEY, SECOND_SCRIPT_PATH } from '../url/vendor.js';
import { listen, onAbort } from './abort.js';
import { failAfterGracePeriod, type Attempt } from './attempt.js';
import { cspError } from './csp.js';
import { trustScriptUrl } from './trusted-script-url.js';

/** The embed script that an open room uses in each document. */
const usedScripts = new WeakMap<Document, HTMLScriptElement>();

const isSecondScript = ({ src }: HTMLScriptElement): boolean =>
  toHttpUrl(src)?.pathname === SECOND_SCRIPT_PATH;

/** Returns whether the element has added an embed script, or the one that it is a copy of. */
function isOwnEmbedScript({ src }: HTMLScriptElement): boolean {
  const url = toHttpUrl(src);
  return (
    url?.pathname === '/em' &&
    url.searchParams.get(CONTAINER_KEY)?.startsWith(CONTAINER_ID) === true
  );
}

/** Removes a script and keeps it from running if it is still loading: a script does not run in a document without a window. */
function neutralizeScript(script: HTMLScriptElement): void {
  script.remove();
  // In Firefox, the document of an iframe that is gone creates no other.
  document.implementation.createHTMLDocument('').adoptNode(script);
}

/**
 * Removes scripts of a room that is no longer open, together with the vendor's global that they have
 * defined. Routers that cache pages, and stored pages, bring such scripts back.
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
 * Calls back when a script has been preloaded. A script delays the page's `load` event until the vendor
 * responds, a preload does not.
 */
function preloadScript(
  doc: Document,
  url: string,
  nonce: string,
  signal: AbortSignal,
  callback: () => void,
): void {
  const link = doc.createElement('link');
  if (doc.readyState === 'complete' || !link.relList?.supports?.('preload')) return callback();
  link.rel = 'preload';
  link.as = 'script';
  link.href = url;
  link.referrerPolicy = REFERRER_POLICY;
  if (nonce) link.nonce = nonce;
  const settle = () => {
    link.remove();
    if (!signal.aborted) callback();
  };
  // After an error, the script itself reports what is wrong.
  link.addEventListener('load', settle, { once: true });
  link.addEventListener('error', settle, { once: true });
  onAbort(signal, () => link.remove());
  doc.head.append(link);
}

/**
 * Adds the embed script to a document. When the attempt ends, removes it together with the scripts
 * that it has added.
 */
export function addScript(doc: Document, url: string, nonce: string, attempt: Attempt): void {
  const { origin } = new URL(url);
  const before = new Set(doc.scripts);
  const script = doc.createElement('script');
  const isVendorScript = (other: HTMLScriptElement) =>
    other === script ||
    (!before.has(other) &&
      (isSecondScript(other) ||
        // On the page's own origin, a new script can be the page's.
        (origin !== doc.defaultView?.origin && toHttpUrl(other.src)?.origin === origin)));

  onAbort(attempt.signal, () => {
    usedScripts.delete(doc);
    [...doc.scripts].filter(isVendorScript).forEach(neutralizeScript);
  });
  // Capturing, to be told about the second script. Others that fail, such as blocked analytics, do not close the room.
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
    script.src = trustScriptUrl(url) as string;
  } catch (cause) {
    throw cspError("require-trusted-types-for 'script'", cause);
  }
  usedScripts.set(doc, script);
  preloadScript(doc, url, nonce, attempt.signal, () => doc.head.append(script));
}
