import { REFERRER_POLICY } from '../url/iframe-attributes.js';
import { buildRoomUrl } from '../url/index.js';
import { onAbort, runAfter } from './abort.js';
import { failAfterGracePeriod, type Attempt } from './attempt.js';
import { createIframe } from './create-iframe.js';
import { watchCsp } from './csp.js';
import { watchPolicyReports } from './policy-reports.js';
import type { RoomRequest } from './request.js';
import { watchIframe } from './watch-iframe.js';

type Fetch = typeof fetch;

/** Calls back with the browser's own `fetch()` from a hidden iframe, because the page may have replaced the global one. */
async function withNativeFetch<Result>(
  stage: HTMLElement,
  signal: AbortSignal,
  callback: (nativeFetch: Fetch) => Promise<Result>,
): Promise<Result> {
  signal.throwIfAborted();
  const iframe = stage.ownerDocument.createElement('iframe');
  iframe.hidden = true;
  stage.append(iframe);
  onAbort(signal, () => iframe.remove());
  try {
    const win = iframe.contentWindow!;
    return await callback(win.fetch.bind(win));
  } finally {
    iframe.remove();
  }
}

/**
 * Resolves when the room's server responds or the CSP of the page blocks the check, and rejects if the
 * server does not respond. The `load` event of the iframe is not sufficient, because Chromium fires it for
 * its own error page. The request contains neither a token nor a cookie.
 *
 * @param onPageFetchError Called if the page's `fetch()` fails, before the browser's own is tried.
 */
async function checkReachable(
  url: string,
  stage: HTMLElement,
  signal: AbortSignal,
  onPageFetchError: () => void,
): Promise<void> {
  const doc = stage.ownerDocument;
  let isBlockedByCsp = false;
  doc.addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective }) => (isBlockedByCsp ||= effectiveDirective === 'connect-src'),
    { signal },
  );
  const request = async (send: Fetch) =>
    send(url, {
      method: 'HEAD',
      mode: 'no-cors',
      credentials: 'omit',
      referrerPolicy: REFERRER_POLICY,
      signal,
    });
  try {
    await request(fetch).catch(() => {
      onPageFetchError();
      return withNativeFetch(stage, signal, request);
    });
  } catch (error) {
    // The violation is reported in a separate task. If the CSP blocks the check, the `load` event has to be enough.
    await new Promise<void>((resolve) => runAfter(0, signal, resolve));
    if (!isBlockedByCsp) throw error;
  }
}

/** Opens the direct room URL in an iframe, without the vendor's script. */
export function openIframe(request: RoomRequest, attempt: Attempt, stage: HTMLElement): void {
  const { room, roomOrigin, label, timeout } = request;
  const { signal } = attempt;
  const iframe = createIframe(request, signal);
  iframe.src = buildRoomUrl(room, { origin: roomOrigin });
  watchCsp(stage.ownerDocument, [roomOrigin], attempt);
  watchPolicyReports(stage.ownerDocument.defaultView!, [roomOrigin], attempt);
  const url = buildRoomUrl({ licenseKey: room.licenseKey }, { origin: roomOrigin });
  // In a cross-origin isolated page, a credentialless iframe can load what `fetch()` cannot.
  const isCredentialless = 'credentialless' in iframe && iframe.credentialless;
  let hasPageFetchFailed = false;
  const reachable = isCredentialless
    ? Promise.resolve()
    : checkReachable(url, stage, signal, () => (hasPageFetchFailed = true));
  const loaded = new Promise((resolve) => iframe.addEventListener('load', resolve));
  // A page can be visible long before it fires `load`. If that has not happened after half the timeout, the room
  // counts as open once the iframe has navigated: its document is cross-origin then, so `contentDocument` is null.
  const shown = new Promise<void>((resolve, reject) =>
    runAfter(timeout / 2, signal, () => {
      // The browser's error page for an unreachable server is cross-origin too.
      void (hasPageFetchFailed ? reachable : Promise.resolve()).then(() => {
        // Firefox fires no `load` event for an iframe that the page's COEP blocks.
        if (globalThis.crossOriginIsolated && !isCredentialless) reject(new Error());
        else if (iframe.contentDocument?.URL !== 'about:blank') resolve();
      }, reject);
    }),
  );
  void Promise.race([reachable.then(() => loaded), shown]).then(
    () => watchIframe(stage, label, attempt),
    () => failAfterGracePeriod(attempt),
  );
  stage.append(iframe);
}
