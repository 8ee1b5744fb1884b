// @ts-check

/** Port of the stand-in that demos and tests share. */
export const STAND_IN_PORT = 4810;
/** Origin of that stand-in: another one than the pages have, as with the vendor. */
export const STAND_IN_ORIGIN = `http://localhost:${STAND_IN_PORT}`;

/** The vendor's origin of rooms. */
export const ROOM_ORIGIN = 'https://app.livewebinar.com';

/**
 * Returns where rooms are, for a stand-in whose embed script is at an origin: `app.livewebinar.com` for
 * the vendor's hosts, the other name of this machine for a local stand-in.
 *
 * @param {string} origin
 */
export function roomOriginOf(origin) {
  const url = new URL(origin);
  if (url.hostname === 'localhost') url.hostname = '127.0.0.1';
  else if (url.hostname === '127.0.0.1') url.hostname = 'localhost';
  else return ROOM_ORIGIN;
  return url.origin;
}

/** @param {string} hostname */
const isLoopback = (hostname) => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);

/**
 * Returns whether an `Origin` or a URL belongs to this machine.
 *
 * @param {string} url
 */
export const isLocal = (url) => URL.canParse(url) && isLoopback(new URL(url).hostname);

/** Every URL on the vendor's hosts. */
export const VENDOR_URL = /^https:\/\/([\w-]+\.)*(livewebinar|archiebot|html5meeting)\.com(\/|$)/;
