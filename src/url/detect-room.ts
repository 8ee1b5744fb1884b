import { MAX_LENGTH, parseEmbedCode } from './embed-code.js';
import { findLinks, type FindRoomOptions, type LinkRoom } from './find-links.js';
import { findUrls, removeUrls } from './find-urls.js';
import { toHttpUrl } from './http-url.js';
import type { EmbedOptions, RoomLink } from './options.js';
import { findDashedNumber, findUndashedNumber, readBareNumber } from './room-number.js';
import { findRoomTags, toEmbedOptions } from './room-tag.js';
import { IMPOSSIBLE_TOKEN, ROOM_NUMBER } from './token.js';
import { removeComments, unwrapText } from './unwrap-text.js';
import { isVendorHost } from './vendor-constants.js';

type CodeRoom =
  | { kind: 'embed-code'; room: EmbedOptions }
  /** A `<livewebinar-room>` tag, with its attributes by their HTML names. */
  | { kind: 'tag'; room: EmbedOptions; attributes: Record<string, string> };

/** A room that was found in text, with the form in which it was found, or a number that is not a room number. */
export type DetectedRoom =
  | LinkRoom
  | CodeRoom
  | { kind: 'number'; room: RoomLink }
  /** A single word, which may be the name of a room. Ask before you open it. */
  | { kind: 'name'; room: RoomLink }
  /** A number without the nine digits of a room number. */
  | { kind: 'wrong-number'; digits: number };

/** A single word, possibly in quotes or with punctuation. A word with dots is a host name. */
const NAME = /^[\p{Pi}\p{Pf}"'(<]*([\p{L}\p{N}_~-]+)[\p{Pi}\p{Pf}"')>.,;:!?]*$/u;

/** A path that consists of a number, without other text. */
const NUMBER_PATH = /^\/[\p{N}\p{Pd}]+$/u;

const isVendorUrl = (url: string): boolean =>
  !url.startsWith('/') && isVendorHost(toHttpUrl(url)?.hostname ?? '');

function findCode(text: string, reading: string): CodeRoom | undefined {
  if (/_license_key|\/em\?/.test(text + reading)) {
    const script = [...findUrls(reading)].find((url) => /^https?:\/\/[^/]+\/em\?/i.test(url)) ?? '';
    // `parseEmbedCode` keeps the punctuation after a URL without text around it.
    const isOnlyUrl = script && !/[\s"'<]/.test(reading);
    const sources = isOnlyUrl ? [script] : [text, reading, script];
    const room = sources.map(parseEmbedCode).find(Boolean);
    if (room) return { kind: 'embed-code', room };
  }
  for (const source of new Set([removeComments(text), reading])) {
    for (const attributes of findRoomTags(source)) {
      const room = toEmbedOptions(attributes);
      if (room) return { kind: 'tag', room, attributes };
    }
  }
  return undefined;
}

/** Returns whether code contains every option of a link to the same room. */
const containsLink = (code: CodeRoom, link: LinkRoom): boolean =>
  Object.entries(link.room).every(([name, value]) => code.room[name as keyof RoomLink] === value);

/**
 * Finds the room in text like `findRoom`, and also returns the form in which it was found. User interfaces
 * need the form to ask before they open a guess, and to explain why a number is wrong.
 */
export function detectRoom(text: string, options: FindRoomOptions = {}): DetectedRoom | null {
  if (typeof text !== 'string' || text.length > MAX_LENGTH) return null;
  if (typeof (options?.base ?? '') !== 'string') return null;
  const readings = unwrapText(text).map((each) => each.trim());
  const reading = readings[0]!;
  const { certain, likely, vague, wrongNumber } = findLinks(readings, options ?? {});
  const code = findCode(text, reading);
  if (certain) return code && containsLink(code, certain) ? code : certain;
  if (code && (!likely || ROOM_NUMBER.test(code.room.licenseKey))) return code;

  const prose = NUMBER_PATH.test(reading)
    ? reading
    : removeUrls(reading, (url) => !isVendorUrl(url));
  const number = findDashedNumber(prose) ?? (likely ? null : findUndashedNumber(prose));
  if (number) return toNumberRoom(number);
  const link = likely ?? vague;
  if (link) return link;

  const digits = wrongNumber ?? readBareNumber(prose);
  if (ROOM_NUMBER.test(digits)) return toNumberRoom(digits);
  if (digits) return { kind: 'wrong-number', digits: digits.replaceAll('-', '').length };
  const name = NAME.exec(reading)?.[1] ?? '';
  return /\p{L}/u.test(name) && !IMPOSSIBLE_TOKEN.test(name)
    ? { kind: 'name', room: { licenseKey: name } }
    : null;
}

const toNumberRoom = (licenseKey: string): DetectedRoom => ({
  kind: 'number',
  room: { licenseKey },
});
