import { toHttpUrl } from '../url/http-url.js';
import { parseEmbedCode, parseRoomPath, parseRoomUrl, type RoomLink } from '../url/index.js';

/** Three groups of three digits, however they were typed. */
const NUMBER = /^(\d{3})[\s\p{Pd}.]*(\d{3})[\s\p{Pd}.]*(\d{3})$/u;

/** A custom name: one word, without the dots of a host name. */
const NAME = /^[\p{L}\p{N}_~-]+$/u;

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
export function readInvitation(text: string, base: string, roomOrigin: string): RoomLink | null {
  const trimmed = text.trim();
  const number = NUMBER.exec(trimmed);
  if (number) return { licenseKey: number.slice(1).join('-') };
  if (NAME.test(trimmed)) return { licenseKey: trimmed };
  const addresses = trimmed.match(/https?:\/\/[^\s"'<>]+/g) ?? [
    /^[\w-]+(\.[\w-]+)*\.\w+(:\d+)?\//.test(trimmed) ? `https://${trimmed}` : trimmed,
  ];
  for (const address of addresses) {
    const link = readAddress(address, base, roomOrigin);
    if (link) return link;
  }
  return parseEmbedCode(trimmed);
}
