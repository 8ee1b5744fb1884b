import {
  parseEmbedCode,
  parseRoomPath,
  parseRoomUrl,
  type EmbedOptions,
} from '../../src/url/index.js';
import { toKebab } from './code/quote.js';
import { DEFAULTS, type Settings } from './settings.js';

/** What was found in a pasted text. */
export interface Pasted {
  /** What it is, for a sentence: “Filled in from …”. */
  readonly kind: string;
  readonly settings: Partial<Settings>;
}

/** Where a room token is told from any other part of a path. */
const ROOM_TOKEN = /^\d{3}-\d{3}-\d{3}$/;

/** Finds a room in whatever was pasted: a link, alone or in a text, a snippet, a tag, a room token. */
export function readPasted(text: string): Pasted | null {
  const source = text.trim();
  if (ROOM_TOKEN.test(source)) return { kind: 'a room token', settings: { licenseKey: source } };
  return readTag(source) ?? readSnippet(source) ?? readAddresses(source);
}

/** Reads the project's own tag. The document it is parsed into loads and runs nothing. */
function readTag(source: string): Pasted | null {
  const page = new DOMParser().parseFromString(source, 'text/html');
  const tag = page.querySelector('livewebinar-room[license-key]');
  if (!tag) return null;
  const settings: Record<string, string | boolean> = {};
  for (const [name, standard] of Object.entries(DEFAULTS)) {
    const value = tag.getAttribute(toKebab(name));
    if (value !== null) settings[name] = typeof standard === 'boolean' || value;
  }
  return { kind: 'a tag', settings };
}

function readSnippet(source: string): Pasted | null {
  const room = parseEmbedCode(source);
  return room && { kind: 'an embed snippet', settings: toSettings(room) };
}

/** The form has no field for the container: the element makes its own. */
function toSettings({ embedOptions = {}, ...room }: EmbedOptions): Partial<Settings> {
  delete room.containerId;
  const lines = Object.entries(embedOptions).map(([name, value]) => `${name}=${value}`);
  return { ...room, embedOptions: lines.join('\n') };
}

/** Stands in for the site, where a path alone was pasted. */
const NO_SITE = 'https://site.invalid';

/** A name in an address may have a `'` in it; where one stands before the address, one ends it. */
const ADDRESSES = /(?<=')https?:\/\/[^\s"'<>]+|https?:\/\/[^\s"<>]+/g;

/** An address in a sentence may be followed by what belongs to the sentence. */
const withoutPunctuation = (address: string) =>
  address.replace(/(?<![.,;:!?)\]])[.,;:!?)\]]+$/, '');

function readAddresses(source: string): Pasted | null {
  const addresses = (source.match(ADDRESSES) ?? []).map(withoutPunctuation);
  // A path alone is an address on one's own site.
  if (source.startsWith('/')) addresses.push(`${NO_SITE}${source}`);
  for (const address of addresses.filter((candidate) => URL.canParse(candidate))) {
    const found = readInvitation(address) ?? readOwnSite(address);
    if (found) return found;
  }
  return null;
}

/** An invitation link, of the vendor or of a white-label account, whose path looks the same. */
function readInvitation(address: string): Pasted | null {
  const kind = 'an invitation link';
  const ofVendor = parseRoomUrl(address);
  if (ofVendor) return { kind, settings: { ...ofVendor } };
  const { origin } = new URL(address);
  const room = parseRoomUrl(address, { origins: [origin] });
  const isCertain =
    room?.personalToken ?? room?.roleToken ?? ROOM_TOKEN.test(room?.licenseKey ?? '');
  return room && isCertain && origin !== NO_SITE
    ? { kind, settings: { ...room, roomOrigin: origin } }
    : null;
}

/** An address on one's own site: what stands before the room token is the base. */
function readOwnSite(address: string): Pasted | null {
  const segments = new URL(address).pathname.split('/').slice(1);
  const at = segments.findIndex((segment) => ROOM_TOKEN.test(segment));
  const base = at < 0 ? DEFAULTS.base : `/${segments.slice(0, at).join('/')}`;
  const room = parseRoomPath(address, { base });
  return room && { kind: 'an address on your own site', settings: { ...room, base } };
}
