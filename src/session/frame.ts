import { buildRoomUrl } from '../url/index.js';
import { after, failSoon, type Attempt, type RoomRequest } from './attempt.js';
import { createFrame, REFERRER_POLICY } from './create-frame.js';
import { watchPolicy } from './page-policy.js';

/**
 * Asks whether a room answers at all. Chromium shows its own error page in a frame and calls it
 * loaded; only a request can tell. It carries no token and no cookie.
 */
async function isReachable(address: string, signal: AbortSignal): Promise<boolean> {
  let isForbidden = false;
  const watch = (event: SecurityPolicyViolationEvent) => {
    isForbidden ||= event.effectiveDirective === 'connect-src';
  };
  document.addEventListener('securitypolicyviolation', watch, { signal });
  try {
    await fetch(address, {
      method: 'HEAD',
      mode: 'no-cors',
      credentials: 'omit',
      referrerPolicy: REFERRER_POLICY,
      signal,
    });
    return true;
  } catch {
    await new Promise<void>((resolve) => after(0, signal, resolve));
    // Where the page's policy forbids to ask, the frame's word has to do.
    return isForbidden;
  }
}

/** Opens a room as its direct URL in a frame, without any script of the vendor in the page. */
export function openFrame(request: RoomRequest, attempt: Attempt): void {
  const { stage, room, roomOrigin, timeout } = request;
  const { signal } = attempt;
  const frame = createFrame(request, signal);
  frame.src = buildRoomUrl(room, { origin: roomOrigin });
  watchPolicy(document, [roomOrigin], attempt);
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { signal }));
  const address = buildRoomUrl({ licenseKey: room.licenseKey }, { origin: roomOrigin });
  void isReachable(address, signal).then((answers) =>
    answers ? loaded.then(attempt.ready) : failSoon(attempt),
  );
  // A page that shows may go on loading for long, on a slow network or for ever. One of another origin hides its document.
  after(timeout / 2, signal, () => {
    if (frame.contentDocument?.URL !== 'about:blank') attempt.ready();
  });
  stage.append(frame);
}
