import { findUrls } from './find-urls.js';
import { toHttpUrl } from './http-url.js';
import type { RoomLink } from './options.js';
import { parseRoomPath } from './room-path.js';
import { parseRoomUrl } from './room-url.js';
import { ROOM_NUMBER } from './token.js';
import { isFile } from './vendor-page.js';
import { isVendorHost, ROOM_ORIGIN } from './vendor-constants.js';

/** Options of `findRoom`: where rooms can be, in addition to LiveWebinar's own hosts. */
export interface FindRoomOptions {
  /** Additional origins of direct room URLs. */
  origins?: string[];
  /** Path prefix of rooms on your own site. Defaults to `/room`. */
  base?: string;
}

/** A direct room URL or login link (`link`), or the path or URL of a room on your own site (`path`). */
export interface LinkRoom {
  kind: 'link' | 'path';
  room: RoomLink;
  /** The link in the text, with a scheme. */
  url: string;
}

export interface FoundLinks {
  /** The first link with a room number or a personal token, which can only be a room. */
  certain?: LinkRoom;
  /** The first link with a word as the license key. */
  likely?: LinkRoom;
  /** The first link that may also be a page of the vendor's website or of another website. */
  vague?: LinkRoom;
  /** The number in the first link whose number does not have nine digits, as in a truncated link. */
  wrongNumber?: string;
}

/** A number. Used after room numbers have been recognized. */
const OTHER_NUMBER = /^[\d-]+$/;
/** A name in the syntax of a template or route, such as `:room`, or without a letter or digit. */
const PLACEHOLDER = /^[:$@*%&]|^[^\p{L}\p{N}]*$/u;

function readLink(url: string, { origins, base }: FindRoomOptions): LinkRoom | null {
  const isPath = url.startsWith('/');
  const parsed = toHttpUrl(url, ROOM_ORIGIN);
  if (!parsed) return null;
  if (!isPath) {
    const room = parseRoomUrl(parsed) ?? (origins ? parseRoomUrl(parsed, { origins }) : null);
    if (room) return { kind: 'link', room, url };
    // If the base is the root of a site, every URL would be a room.
    if (isVendorHost(parsed.hostname) || !/[^/]/.test(base ?? '/room')) return null;
  }
  const options = base === undefined ? {} : { base };
  // On hosts that only serve files, the room page reads the room from the hash.
  const fromHash = url.replace(/\/(?:index\.html)?#!?\/*/, '/');
  for (const path of [parsed, fromHash]) {
    const room = parseRoomPath(path, options);
    if (room && !isFile(room.licenseKey)) return { kind: 'path', room, url };
  }
  return null;
}

function rateCertainty({ kind, room, url }: LinkRoom): 'certain' | 'likely' | 'vague' {
  const personToken = room.roleToken ?? room.personalToken ?? room.registrantToken;
  if (ROOM_NUMBER.test(room.licenseKey) || (kind === 'link' && personToken)) return 'certain';
  const isPage =
    kind === 'link' ? toHttpUrl(url)?.hostname === 'livewebinar.com' : !url.startsWith('/');
  return isPage ? 'vague' : 'likely';
}

/** Finds the first link of each certainty. The search ends when it finds a certain one. */
export function findLinks(readings: readonly string[], options: FindRoomOptions): FoundLinks {
  const found: FoundLinks = {};
  const seen = new Set<string>();
  for (const reading of readings) {
    for (const text of findUrls(reading)) {
      if (seen.has(text)) continue;
      seen.add(text);
      // A linkifier may have escaped a line break after the URL. No link contains a line break.
      const url = text.replace(/%0[9ad][^]*/i, '');
      const link = readLink(url, options);
      if (!link || PLACEHOLDER.test(link.room.licenseKey)) continue;
      const certainty = rateCertainty(link);
      if (certainty !== 'certain' && OTHER_NUMBER.test(link.room.licenseKey)) {
        found.wrongNumber ??= link.room.licenseKey;
      } else found[certainty] ??= link;
      if (found.certain) return found;
    }
  }
  return found;
}
