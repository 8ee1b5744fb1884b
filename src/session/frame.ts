import { LivewebinarError } from '../errors.js';
import { buildRoomUrl } from '../url/index.js';
import { after, onAbort, type Attempt, type RoomRequest } from './attempt.js';
import { createFrame } from './create-frame.js';
import { watchPolicy } from './page-policy.js';

const unreachable = (cause?: unknown): LivewebinarError =>
  new LivewebinarError(
    'script-failed',
    'The room could not be reached: the network, or an ad blocker. Try again, or open the room in a new tab.',
    { cause },
  );

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
    await fetch(address, { method: 'HEAD', mode: 'no-cors', credentials: 'omit', signal });
    return true;
  } catch {
    await new Promise((resolve) => setTimeout(resolve));
    // Where the page's policy forbids to ask, the frame's word has to do.
    return isForbidden;
  }
}

/** Opens a room as its direct URL in a frame, without any script of the vendor in the page. */
export function openFrame(request: RoomRequest, attempt: Attempt): void {
  const { stage, room, roomOrigin, label, allow } = request;
  const { signal } = attempt;
  const frame = createFrame(label, allow);
  frame.src = buildRoomUrl(room, { origin: roomOrigin });
  onAbort(signal, () => frame.remove());
  watchPolicy(document, [roomOrigin], attempt);
  const fail = () => attempt.fail(unreachable());
  // A policy violation is announced about now as well, and says more.
  frame.addEventListener('error', () => after(100, signal, fail), { signal });
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { signal }));
  const address = buildRoomUrl({ licenseKey: room.licenseKey }, { origin: roomOrigin });
  void isReachable(address, signal).then((answers) => {
    if (answers) void loaded.then(attempt.ready);
    else fail();
  });
  stage.append(frame);
}
