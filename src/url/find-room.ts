import { detectRoom } from './detect-room.js';
import type { FindRoomOptions } from './find-links.js';
import type { EmbedOptions } from './options.js';

/**
 * Finds the room in any text that people paste: a link in a message, a mail or a calendar entry, also one
 * that was wrapped, escaped or cut off by punctuation; embed code; a `<livewebinar-room>` tag; a room
 * number in any script, with any separators; or the name of a room on its own. Never throws.
 *
 * A room number takes precedence over a word. Of several rooms, the first in the text is returned. An
 * `embedOrigin` in it is data from that text: the element refuses it unless the page allows it.
 *
 * @param options.origins Origins of direct room URLs, in addition to the vendor's own.
 * @param options.base Path prefix of rooms on your own site. Defaults to `/room`.
 * @returns `null` if the text has no room, or is longer than four million characters.
 * @example
 * findRoom('Join us (app.livewebinar.com/123-123-123), password below.');
 * // { licenseKey: '123-123-123' }
 * findRoom('Room: １２３ １２３ １２３');
 * // { licenseKey: '123-123-123' }
 */
export function findRoom(text: string, options?: FindRoomOptions): EmbedOptions | null {
  const detected = detectRoom(text, options);
  return detected && 'room' in detected ? detected.room : null;
}
