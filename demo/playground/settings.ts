import type { LivewebinarRoom } from '../../src/index.js';
import type { RoomLink } from '../../src/url/index.js';
import { EMBED_ORIGIN, ROOM_ORIGIN } from '../../src/url/vendor.js';

/** What the form says. What is not filled in is an empty text. */
export interface Settings extends Required<RoomLink> {
  mode: LivewebinarRoom['mode'];
  loading: LivewebinarRoom['loading'];
  isolated: boolean;
  controls: boolean;
  label: string;
  width: string;
  height: string;
  embedOrigin: string;
  roomOrigin: string;
  /** Further options of the vendor, `name=value`, one a line. */
  embedOptions: string;
  /** The path before the room token on one's own site. */
  base: string;
}

/** Properties of the element that are not at their default, in the order in which code names them. */
export type RoomOptions = Pick<Settings, 'licenseKey'> &
  Partial<Omit<Settings, 'embedOptions' | 'base'>> & { embedOptions?: Record<string, string> };

/** Options that make a visitor someone in particular, or let a visitor in: not for a page that everyone can read. */
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
  label: '',
  width: '',
  height: '',
  embedOrigin: '',
  roomOrigin: '',
  embedOptions: '',
  base: '/room',
};

/** Reads `name=value` lines; a line without `=` is a name without a value. */
export function readEmbedOptions(lines: string): Record<string, string> {
  const pairs = lines
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => [line.replace(/=[^]*/, '').trim(), line.replace(/^[^=]*=?/, '').trim()]);
  return Object.fromEntries(pairs) as Record<string, string>;
}

/** Gives the properties the element has to have. What is the element's own default is left out. */
export function toRoomOptions(settings: Settings): RoomOptions {
  const defaults: Partial<Settings> = {
    ...DEFAULTS,
    width: '100%',
    height: '100%',
    embedOrigin: EMBED_ORIGIN,
    roomOrigin: ROOM_ORIGIN,
  };
  const set = Object.entries(settings)
    .map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value] as const)
    .filter(([name, value]) => value !== '' && value !== defaults[name as keyof Settings])
    .filter(([name]) => name !== 'base' && name !== 'embedOptions');
  const room: RoomOptions = { licenseKey: '', ...Object.fromEntries(set) };
  // There is no script to isolate.
  if (room.mode === 'iframe') delete room.isolated;
  const extra = readEmbedOptions(settings.embedOptions);
  return Object.keys(extra).length > 0 ? { ...room, embedOptions: extra } : room;
}

/** Whether a extra option of the vendor is a token, such as `_presenter_token`. */
export const isToken = (vendorName: string): boolean => /_token$/i.test(vendorName);

/** Gives what is fit for a page that everyone can read. */
export function withoutSecrets<Options extends Partial<RoomOptions>>(options: Options): Options {
  const rest = { ...options };
  for (const name of Object.keys(SECRETS) as (keyof typeof SECRETS)[]) delete rest[name];
  const extra = Object.entries(rest.embedOptions ?? {}).filter(([name]) => !isToken(name));
  delete rest.embedOptions;
  return extra.length > 0 ? { ...rest, embedOptions: Object.fromEntries(extra) } : rest;
}
