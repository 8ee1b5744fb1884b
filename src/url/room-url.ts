import { toHttpUrl } from './http-url.js';
import { readLink, toLinkUrl, writeLink } from './link.js';
import { LINK_OPTIONS, QUERY_OPTIONS, type Option, type RoomLink } from './options.js';
import { encode, readQuery, splitQuery } from './query.js';
import { checkOptions, checkOrigin } from './validate.js';
import { isVendorPage } from './vendor-page.js';
import { isVendorHost, isVendorRoomHost, ROOM_ORIGIN } from './vendor-constants.js';

/** The options in the query of a direct room URL. */
const ROOM_OPTIONS = QUERY_OPTIONS.filter(({ linkKey }) => linkKey);

/** The options of an attendee's login link. */
const LOGIN_OPTIONS: readonly Option<keyof RoomLink>[] = [
  { name: 'licenseKey', embedKey: 'token' },
  { name: 'email', embedKey: 'attendee_email' },
  { name: 'passwordToken', embedKey: 'password_token' },
  { name: 'nickname', embedKey: '_nickname' },
];

/** `/<room>`, `/<room>/<kind>/<token>`, or `/<room>/<role token>`. */
const PATH = /^\/([^/]+)(?:\/(?:([xpr])\/)?([^/]+))?\/?$/;
const KINDS: Readonly<Record<string, keyof RoomLink>> = {
  x: 'roleToken',
  p: 'personalToken',
  r: 'registrantToken',
};
/** A role token in a path without `/x/`. */
const PLAIN_ROLE_TOKEN = /^[\da-f]{32}$/i;

/**
 * Builds the direct URL of a room.
 *
 * It contains the license key; the personal, registrant or role token, in this order of precedence; the
 * nickname, the avatar and the password token. A direct room URL cannot contain an e-mail address.
 *
 * @param options.origin Origin of the room, for white-label accounts. Defaults to
 *   `https://app.livewebinar.com`.
 * @throws {LivewebinarError} `missing-license-key` or `invalid-option`.
 * @example
 * buildRoomUrl({ licenseKey: '123-123-123', roleToken: 'IYuUtn2P', nickname: 'John Doe' });
 * // 'https://app.livewebinar.com/123-123-123/x/IYuUtn2P?_nickname=John%20Doe'
 */
export function buildRoomUrl(link: RoomLink, options?: { origin?: string }): string {
  const room = checkOptions(LINK_OPTIONS, link);
  const origin = options?.origin ? checkOrigin('origin', options.origin) : ROOM_ORIGIN;
  let path = `${origin}/${encode(room.licenseKey)}`;
  if (room.personalToken) path += `/p/${encode(room.personalToken)}`;
  else if (room.registrantToken) path += `/r/${encode(room.registrantToken)}`;
  else if (room.roleToken) path += `/x/${encode(room.roleToken)}`;
  return writeLink(path, ROOM_OPTIONS, room);
}

function readLogin(query: string): RoomLink | null {
  const link = readQuery(LOGIN_OPTIONS, splitQuery(query));
  return link.licenseKey ? (link as RoomLink) : null;
}

/**
 * Parses a direct room URL or an attendee's login link. Never throws.
 *
 * Returns `null` for LiveWebinar's own pages and files, such as `https://livewebinar.com/pricing`.
 *
 * @param options.origins Allowed origins, compared exactly. Defaults to LiveWebinar's own.
 * @returns The options, or `null` if it is not a room URL of these origins.
 * @example
 * parseRoomUrl('https://app.livewebinar.com/123-123-123/x/IYuUtn2P');
 * // { licenseKey: '123-123-123', roleToken: 'IYuUtn2P' }
 */
export function parseRoomUrl(
  url: string | URL,
  options: { origins?: string[] } = {},
): RoomLink | null {
  try {
    const parsed = toLinkUrl(url);
    if (!parsed) return null;
    const { host, origin, pathname, search } = parsed;
    const isLogin = /^\/widget-login\/?$/.test(pathname);
    const isRoomOrigin = options.origins
      ? options.origins.some((other) => toHttpUrl(other)?.origin === origin)
      : (isLogin ? isVendorHost : isVendorRoomHost)(host);
    if (!isRoomOrigin) return null;
    if (isLogin) return readLogin(search);

    const [, licenseKey, kind, token] = PATH.exec(pathname) ?? [];
    if (!licenseKey) return null;
    if (token === undefined) {
      return isVendorPage(host, licenseKey) ? null : readLink({ licenseKey }, ROOM_OPTIONS, search);
    }
    const name = kind === undefined ? 'roleToken' : KINDS[kind]!;
    const link = readLink({ licenseKey, [name]: token }, ROOM_OPTIONS, search);
    return kind || PLAIN_ROLE_TOKEN.test(link?.roleToken ?? '') ? link : null;
  } catch {
    // An escape sequence or an option is malformed.
    return null;
  }
}
