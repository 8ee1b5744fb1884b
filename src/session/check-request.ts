import { checkOrigin, invalidOption } from '../url/check.js';
import type { RoomRequest } from './attempt.js';

const MODES = ['script', 'iframe'];
const LOADINGS = ['eager', 'lazy', 'click'];
const LONGEST_TIMER = 2 ** 31 - 1;

/** Checks where a script or a room comes from: over https, or from this very machine. */
function checkSafeOrigin(option: string, origin: string): void {
  const { protocol, hostname } = new URL(checkOrigin(option, origin));
  if (
    protocol !== 'https:' &&
    !/^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
  ) {
    throw invalidOption(option, 'must be https: http is for the loopback host only');
  }
}

/**
 * Checks what a page asks for, beyond what the link functions check themselves.
 *
 * @throws {LivewebinarError} `invalid-option`
 */
export function checkRequest(request: RoomRequest): void {
  if (!MODES.includes(request.mode)) throw invalidOption('mode', 'must be "script" or "iframe"');
  if (!LOADINGS.includes(request.loading)) {
    throw invalidOption('loading', 'must be "eager", "lazy" or "click"');
  }
  if (!(request.timeout > 0 && request.timeout <= LONGEST_TIMER)) {
    throw invalidOption('timeout', 'must be a number of milliseconds above 0, such as 20000');
  }
  checkSafeOrigin('embedOrigin', request.room.embedOrigin ?? '');
  checkSafeOrigin('roomOrigin', request.roomOrigin);
}
