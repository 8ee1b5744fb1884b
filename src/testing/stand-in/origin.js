// @ts-check

/** Default port of the stand-in. */
export const STAND_IN_PORT = 4810;
/** Origin of the stand-in on that port. It is cross-origin to the pages, like the vendor. */
export const STAND_IN_ORIGIN = `http://localhost:${STAND_IN_PORT}`;

/** The vendor's origin of rooms. */
export const ROOM_ORIGIN = 'https://app.livewebinar.com';

/**
 * Returns the origin of rooms for the origin of an embed script: `app.livewebinar.com` for the vendor's
 * hosts, the other loopback name for a local stand-in.
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

/**
 * Returns whether an `Origin` or a URL has a loopback host. The expression is that of `isLoopback()` in
 * `src/url`, which configurations that import the stand-in cannot load without a build.
 *
 * @param {string} url
 */
export const isLocal = (url) =>
  URL.canParse(url) && /^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);

/** Every URL on the vendor's hosts. */
export const VENDOR_URL = /^https:\/\/([\w-]+\.)*(livewebinar|archiebot|html5meeting)\.com(\/|$)/;
