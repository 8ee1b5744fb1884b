import { toHttpUrl } from '../url/http-url.js';
import { parseEmbedCode, parseRoomPath, parseRoomUrl, type RoomLink } from '../url/index.js';

/** What a visitor has entered. */
export interface Invitation {
  link: RoomLink;
  /** A name on its own is a guess: it may be any word. */
  isWord?: boolean;
  /** The number of digits, if that is not what a room number has. */
  digits?: number;
}

function readAddress(address: string, base: string, roomOrigin: string): RoomLink | null {
  return (
    parseRoomUrl(address) ??
    parseRoomUrl(address, { origins: [roomOrigin] }) ??
    // At the root of a site every address would be a room's.
    (base === '/' && toHttpUrl(address) ? null : parseRoomPath(address, { base }))
  );
}

/**
 * Reads what a visitor was sent: a room number or name, a direct room URL or an address on one's own
 * site, alone, without its `https://` or in the midst of a message, or the vendor's snippet.
 *
 * @param base The path before the room token on this site.
 * @param roomOrigin Where direct room URLs are, beside the vendor's own hosts.
 * @returns `null` if no room is in it.
 * @example
 * readInvitation('123 123 123', '/room/', 'https://app.livewebinar.com');
 * // { licenseKey: '123-123-123' }
 */
export function readInvitation(text: string, base: string, roomOrigin: string): Invitation | null {
  const trimmed = text.trim();
  const digits = trimmed.replace(/[\s\p{Pd}.]/gu, '');
  if (/^\d+$/.test(digits)) {
    if (digits.length !== 9) return { link: { licenseKey: '' }, digits: digits.length };
    return { link: { licenseKey: digits.match(/\d{3}/g)!.join('-') } };
  }
  if (/^[\p{L}\p{N}_~-]+$/u.test(trimmed)) return { link: { licenseKey: trimmed }, isWord: true };
  const addresses = trimmed.match(/https?:\/\/[^\s"'<>]+/g) ?? [
    /^[\w-]+(\.[\w-]+)*\.\w+(:\d+)?\//.test(trimmed) ? `https://${trimmed}` : trimmed,
  ];
  for (const address of addresses) {
    const link = readAddress(address, base, roomOrigin);
    if (link) return { link };
  }
  const link = parseEmbedCode(trimmed);
  return link && { link };
}
