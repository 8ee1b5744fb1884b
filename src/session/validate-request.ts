import { isLoopback } from '../url/is-loopback.js';
import { checkOrigin, checkText, invalidOption } from '../url/validate.js';
import { isAllowedOrigin } from './allowed-origins.js';
import type { RoomRequest } from './request.js';

/** Options with a fixed set of values. The first value is the default. */
export const CHOICES = {
  mode: ['script', 'iframe'],
  loading: ['eager', 'lazy', 'click'],
  whenHidden: ['stay', 'leave'],
} as const;

/** The longest delay that timers in browsers support. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * Checks that an origin may serve a script or a room: it uses https or is a loopback host, and it belongs
 * to the vendor or is allowed by the page.
 */
function checkRoomOrigin(option: string, value: string): void {
  const origin = checkOrigin(option, value);
  const { protocol, hostname } = new URL(origin);
  if (protocol !== 'https:' && !isLoopback(hostname)) {
    throw invalidOption(option, 'must be https or a loopback host');
  }
  if (!isAllowedOrigin(origin)) {
    throw invalidOption(
      option,
      'is not allowed on this page: call LivewebinarRoom.allowOrigins() with it, or list it in <meta name="livewebinar-room-origins"> in the head',
    );
  }
}

/** Checks that a size is a CSS length, as the vendor expects. */
function checkLength(option: string, length: unknown): void {
  const text = checkText(option, length);
  if (text && !CSS.supports('width', text)) {
    throw invalidOption(option, 'must be a CSS length such as 100%, or a number of pixels');
  }
}

/**
 * Checks the options that the URL builders do not check.
 *
 * @throws {LivewebinarError} `invalid-option` if an option is invalid.
 */
export function validateRequest(request: RoomRequest): void {
  const { room, roomOrigin, timeout } = request;
  checkText('label', request.label);
  checkText('allow', request.allow);
  for (const [option, choices] of Object.entries(CHOICES)) {
    if (!choices.some((choice) => choice === request[option as keyof typeof CHOICES])) {
      throw invalidOption(option, `must be one of ${choices.join(', ')}`);
    }
  }
  if (!(timeout > 0 && timeout <= MAX_TIMEOUT_MS)) {
    throw invalidOption('timeout', 'must be a number of milliseconds, such as 20000');
  }
  checkLength('width', room.width);
  checkLength('height', room.height);
  checkRoomOrigin('embedOrigin', room.embedOrigin);
  checkRoomOrigin('roomOrigin', roomOrigin);
}
