import { detectRoom } from './detect-room.js';
import type { FindRoomOptions } from './find-links.js';
import type { EmbedOptions } from './options.js';

/**
 * Finds the room in any text that people paste: a link in a chat message, an e-mail or a calendar entry,
 * even if it was wrapped, escaped or followed by punctuation; embed code; a `<livewebinar-room>` tag; a room
 * number (a license key of nine digits) in the digits of any writing system, with any separators; or the custom name of a room.
 * Never throws.
 *
 * A room number takes precedence over a custom name. If there are several rooms, the first one is returned.
 * An `embedOrigin` in the result comes from the text: the element rejects it unless the page allows it.
 *
 * @param options.origins Origins of direct room URLs, in addition to LiveWebinar's own.
 * @param options.base Path prefix of rooms on your own site. Defaults to `/room`.
 * @returns The options of the room, or `null` if the text contains none or is longer than four million
 *   characters.
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
