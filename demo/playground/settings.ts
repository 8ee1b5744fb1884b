import type { LivewebinarRoom } from '../../src/index.js';
import type { RoomLink } from '../../src/url/index.js';
import type { OptionName } from '../../src/url/options.js';
import { isLoopback } from '../../src/url/is-loopback.js';
import { normalizeToken } from '../../src/url/token.js';
import { EMBED_ORIGIN, isVendorHost, ROOM_ORIGIN } from '../../src/url/vendor-constants.js';

/** Values of the form. A field that is not filled in is an empty string. */
export interface Settings extends Required<RoomLink> {
  mode: LivewebinarRoom['mode'];
  loading: LivewebinarRoom['loading'];
  isolated: boolean;
  controls: boolean;
  whenHidden: LivewebinarRoom['whenHidden'];
  /** ISO 8601 date-time with an offset; empty for a room without a schedule. */
  startsAt: string;
  endsAt: string;
  /** Minutes; empty for the element's default. */
  opensBefore: string;
  askName: 'no' | 'optional' | 'required';
  rememberName: boolean;
  exclusive: boolean;
  confirmLeave: boolean;
  keepAwake: boolean;
  label: string;
  width: string;
  height: string;
  embedOrigin: string;
  roomOrigin: string;
  /** Further options of the vendor, one `name=value` per line. */
  embedOptions: string;
  /** Path in front of the license key on your own site. */
  base: string;
  /** Color of the buttons, `#rrggbb`; empty for the element's own. */
  accent: string;
  /** Text color of the buttons; `auto` picks the more readable one of black and white. */
  textOnAccent: 'auto' | '#ffffff' | '#000000';
  theme: 'system' | 'light' | 'dark';
  /** Language tag; empty for the language of the page. */
  language: string;
  /** Radius of the corners, a CSS length; empty for the element's own. */
  corners: string;
}

/** Settings that are not properties of the element, or have another type there. */
type OtherSettings =
  | 'embedOptions'
  | 'opensBefore'
  | 'askName'
  | 'base'
  | 'accent'
  | 'textOnAccent'
  | 'theme'
  | 'language'
  | 'corners';

/** Properties of the element that differ from their default, in the order in which code lists them. */
export type RoomOptions = Pick<Settings, 'licenseKey'> &
  Partial<Omit<Settings, OtherSettings>> & {
    embedOptions?: Record<string, string>;
    opensBefore?: number;
    askName?: true | 'required';
  };

/** Options that identify or admit a visitor. They do not belong in a public page. */
export const SECRETS = {
  roleToken: 'role token',
  personalToken: 'personal token',
  registrantToken: 'registrant token',
  passwordToken: 'password token',
} as const;

export const DEFAULTS: Settings = {
  licenseKey: '',
  roleToken: '',
  personalToken: '',
  registrantToken: '',
  passwordToken: '',
  nickname: '',
  avatarUrl: '',
  email: '',
  mode: 'script',
  loading: 'eager',
  isolated: false,
  controls: false,
  whenHidden: 'stay',
  startsAt: '',
  endsAt: '',
  opensBefore: '',
  askName: 'no',
  rememberName: false,
  exclusive: false,
  confirmLeave: false,
  keepAwake: false,
  label: '',
  width: '',
  height: '',
  embedOrigin: '',
  roomOrigin: '',
  embedOptions: '',
  base: '/room',
  accent: '',
  textOnAccent: 'auto',
  theme: 'system',
  language: '',
  corners: '',
};

const OTHER_SETTINGS: ReadonlySet<string> = new Set<OtherSettings>([
  'embedOptions',
  'opensBefore',
  'askName',
  'base',
  'accent',
  'textOnAccent',
  'theme',
  'language',
  'corners',
]);

/** Parses `name=value` lines. A line without `=` is a name without a value. */
export function readEmbedOptions(lines: string): Record<string, string> {
  const pairs = lines
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => [line.replace(/=[^]*/, '').trim(), line.replace(/^[^=]*=?/, '').trim()]);
  return Object.fromEntries(pairs) as Record<string, string>;
}

const tidy = (name: string, value: string) => normalizeToken(name as OptionName, value.trim());

/** Returns the properties that the element needs. Defaults of the element are left out. */
export function toRoomOptions(settings: Settings): RoomOptions {
  const defaults: Partial<Settings> = {
    ...DEFAULTS,
    width: '100%',
    height: '100%',
    embedOrigin: EMBED_ORIGIN,
    roomOrigin: ROOM_ORIGIN,
  };
  const set = Object.entries(settings)
    .map(([name, value]) => [name, typeof value === 'string' ? tidy(name, value) : value] as const)
    .filter(([name, value]) => value !== '' && value !== defaults[name as keyof Settings])
    .filter(([name]) => !OTHER_SETTINGS.has(name));
  const room: RoomOptions = { licenseKey: '', ...Object.fromEntries(set) };
  // In iframe mode there is no script to isolate.
  if (room.mode === 'iframe') delete room.isolated;
  if (settings.opensBefore.trim()) room.opensBefore = Number(settings.opensBefore);
  if (settings.askName === 'optional') room.askName = true;
  if (settings.askName === 'required') room.askName = 'required';
  const extra = readEmbedOptions(settings.embedOptions);
  return Object.keys(extra).length > 0 ? { ...room, embedOptions: extra } : room;
}

/** Returns the options without a name, with which every visitor would join. */
export function withoutName(options: RoomOptions): RoomOptions {
  const rest = { ...options };
  delete rest.nickname;
  return rest;
}

/** Returns the origins that a page has to allow: those that are neither LiveWebinar's nor on this machine. */
export const foreignOrigins = ({ embedOrigin, roomOrigin }: RoomOptions): string[] =>
  [...new Set([embedOrigin, roomOrigin])].filter((origin): origin is string => {
    const { hostname } = new URL(origin ?? ROOM_ORIGIN);
    return !isVendorHost(hostname) && !isLoopback(hostname);
  });

/** Whether an option of the vendor is a token, such as `_presenter_token`. */
export const isToken = (vendorName: string): boolean => /_token$/i.test(vendorName);

/** Returns the options without the ones that do not belong in a public page. */
export function withoutSecrets<Options extends Partial<RoomOptions>>(options: Options): Options {
  const rest = { ...options };
  for (const name of Object.keys(SECRETS) as (keyof typeof SECRETS)[]) delete rest[name];
  const extra = Object.entries(rest.embedOptions ?? {}).filter(([name]) => !isToken(name));
  delete rest.embedOptions;
  return extra.length > 0 ? { ...rest, embedOptions: Object.fromEntries(extra) } : rest;
}
