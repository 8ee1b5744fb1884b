import { isLoopback } from '../url/is-loopback.js';
import { checkOrigin, invalidOption } from '../url/validate.js';
import type { RoomRequest } from './attempt.js';

const CHOICES = { mode: ['script', 'iframe'], loading: ['eager', 'lazy', 'click'] } as const;
const LONGEST_TIMER = 2 ** 31 - 1;

/** Checks where a script or a room comes from: over https, or from this very machine. */
function checkSafeOrigin(option: string, origin: string): void {
  const { protocol, hostname } = new URL(checkOrigin(option, origin));
  if (protocol !== 'https:' && !isLoopback(hostname)) {
    throw invalidOption(option, 'must be https, or on the loopback host');
  }
}

/**
 * Checks what a page asks for, beyond what the link functions check themselves.
 *
 * @throws {LivewebinarError} `invalid-option`
 */
export function checkRequest(request: RoomRequest): void {
  for (const [option, choices] of Object.entries(CHOICES)) {
    if (!choices.some((choice) => choice === request[option as keyof typeof CHOICES])) {
      throw invalidOption(option, `must be one of ${choices.join(', ')}`);
    }
  }
  if (!(request.timeout > 0 && request.timeout <= LONGEST_TIMER)) {
    throw invalidOption('timeout', 'must be milliseconds, such as 20000');
  }
  checkSafeOrigin('embedOrigin', request.room.embedOrigin ?? '');
  checkSafeOrigin('roomOrigin', request.roomOrigin);
}
