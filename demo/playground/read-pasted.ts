import { detectRoom, type DetectedRoom } from '../../src/url/detect-room.js';
import { findUrls } from '../../src/url/find-urls.js';
import { toHttpUrl } from '../../src/url/http-url.js';
import { parseRoomPath, parseRoomUrl, type EmbedOptions } from '../../src/url/index.js';
import { toKebabCase } from '../../src/url/to-kebab-case.js';
import { unwrapText } from '../../src/url/unwrap-text.js';
import { DEFAULTS, type Settings } from './settings.js';

/** A room in a pasted text. */
export interface PastedRoom {
  /** What the text is, for a sentence: “Filled in from …”. */
  readonly source: string;
  readonly settings: Partial<Settings>;
  /** The link in the text, in the shape in which it was pasted. */
  readonly url?: string;
  /** Whether it is one word, which may be the name of a room or not. */
  readonly isGuess?: boolean;
}

/** A text without a room. */
export interface PasteProblem {
  readonly problem: string;
}

const NO_ROOM = 'There is no room in this text. A link to a room contains its license key.';

const SOURCES: Readonly<Record<Exclude<DetectedRoom['kind'], 'wrong-number'>, string>> = {
  link: 'an invitation link',
  path: 'a link to your own site',
  'embed-code': 'embed code',
  tag: 'a tag',
  number: 'a room number',
  name: 'a room name',
};

/** Reads the room in a text, as `findRoom` does, and in links of white-label accounts and of any path. */
export function readPasted(text: string): PastedRoom | PasteProblem {
  const detected = detectRoom(text);
  const isCertain = detected && detected.kind !== 'wrong-number' && detected.kind !== 'name';
  const elsewhere = isCertain ? null : readOtherSite(text);
  if (elsewhere) return elsewhere;
  if (!detected) return { problem: NO_ROOM };
  if (detected.kind === 'wrong-number') {
    return { problem: `A room number has nine digits, this one has ${detected.digits}.` };
  }
  const { kind, room } = detected;
  return {
    source: SOURCES[kind],
    settings: {
      ...(kind === 'tag' && readAttributes(detected.attributes)),
      ...toSettings(room),
    },
    ...('url' in detected && { url: detected.url }),
    ...(kind === 'name' && { isGuess: true }),
  };
}

/** Reads the attributes of the element. */
function readAttributes(attributes: Readonly<Record<string, string>>): Partial<Settings> {
  const settings: Record<string, string | boolean> = {};
  for (const [name, initial] of Object.entries(DEFAULTS)) {
    const value = attributes[toKebabCase(name)];
    if (value !== undefined) {
      settings[name] = typeof initial === 'boolean' ? value !== 'false' : value;
    }
  }
  const askName = attributes['ask-name'];
  if (askName !== undefined) settings.askName = askName === 'required' ? askName : 'optional';
  return settings;
}

/** The form has no field for the container: the element creates its own. */
export function toSettings({ embedOptions = {}, ...room }: EmbedOptions): Partial<Settings> {
  delete room.containerId;
  const lines = Object.entries(embedOptions).map(([name, value]) => `${name}=${value}`);
  return { ...room, ...(lines.length > 0 && { embedOptions: lines.join('\n') }) };
}

/** A path with a room number in it: the path in front of it, and the number. */
const NUMBERED_PATH = /^((?:\/[^/]+)*?)\/\d{3}-\d{3}-\d{3}(?:\/|$)/;

/** Reads a link of a white-label account, or one to a room page with another base path. */
function readOtherSite(text: string): PastedRoom | null {
  for (const url of unwrapText(text).flatMap((reading) => [...findUrls(reading)])) {
    const { origin, pathname = '' } = toHttpUrl(url, 'https://site.invalid') ?? {};
    const base = NUMBERED_PATH.exec(pathname)?.[1];
    if (!origin || base === undefined) continue;
    const room = url.startsWith('/') ? null : parseRoomUrl(url, { origins: [origin] });
    if (room) return { source: SOURCES.link, settings: { ...room, roomOrigin: origin }, url };
    const path = parseRoomPath(url, { base: base || '/' });
    if (path) return { source: SOURCES.path, settings: { ...path, base: base || '/' }, url };
  }
  return null;
}
