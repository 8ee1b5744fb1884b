import { detectRoom, type DetectedRoom } from '../url/detect-room.js';

/** The site of the room page. */
export interface Site {
  origin: string;
  /** The path before the license key, with a slash at both ends. */
  base: string;
  /** Origin of direct room URLs, in addition to the vendor's origins. */
  roomOrigin: string;
}

/**
 * Detects the room in a text like `findRoom`, and in the URLs of the room page itself, which may be at the
 * root of a site.
 *
 * @example
 * readInvitation('Join us: https://example.com/room/#123-123-123', site);
 * // { kind: 'path', room: { licenseKey: '123-123-123' }, … }
 */
export function readInvitation(
  text: string,
  { origin, base, roomOrigin }: Site,
): DetectedRoom | null {
  return detectRoom(text.replaceAll(`${origin}/`, '/'), { base, origins: [roomOrigin] });
}
