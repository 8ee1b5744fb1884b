// @ts-check
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';

/**
 * How long a page waits for LiveWebinar, in milliseconds. A page waits for both at most, so that no response
 * takes more than 10 seconds.
 *
 * @typedef {{ list: number, call: number }} Timeouts
 */

/**
 * @typedef {object} Settings
 * @property {boolean} isStandIn Whether it runs against the local stand-in.
 * @property {string} host Name or address that the server listens on.
 * @property {number} port
 * @property {string} origin Origin that browsers use.
 * @property {boolean} isBehindProxy Whether a proxy appends the client's address to `X-Forwarded-For`.
 * @property {string} hostPassword
 * @property {string} timeZone Time zone of rooms that have none.
 * @property {import('livewebinar-room/api').LivewebinarClientOptions} client
 * @property {Timeouts} timeouts
 * @property {string} embedOrigin Origin of the embed script.
 * @property {string} roomOrigin Origin of direct room URLs.
 */

/**
 * Reads the settings from environment variables, which README.md lists. With the stand-in all of them have
 * a default; with the real service no secret has one.
 *
 * @param {Record<string, string | undefined>} env
 * @returns {Settings}
 * @throws {Error} that names the variable.
 */
export function readSettings(env) {
  const isStandIn = !env.LIVEWEBINAR_CLIENT_ID && !env.LIVEWEBINAR_CLIENT_SECRET;
  /** @param {string} name @param {string} standIn */
  const secret = (name, standIn) => {
    const value = env[name] || (isStandIn ? standIn : '');
    if (!value) throw new Error(`${name} is not set: with the real service it has no default.`);
    return value;
  };
  /** @param {string} name @param {string} fallback */
  const origin = (name, fallback) => {
    const url = env[name] || fallback;
    if (!URL.canParse(url)) throw new Error(`${name} must be a URL such as ${fallback}.`);
    return new URL(url).origin;
  };

  const port = Number(env.PORT || 4820);
  if (!(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new Error('PORT must be a number from 1 to 65535.');
  }
  const timeZone = env.TIME_ZONE || Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!isTimeZone(timeZone)) {
    throw new Error('TIME_ZONE must be an IANA time zone such as Europe/Warsaw.');
  }
  const baseUrl = env.LIVEWEBINAR_API_URL || (isStandIn ? `${STAND_IN_ORIGIN}/api` : undefined);
  return {
    isStandIn,
    host: env.HOST || 'localhost',
    port,
    origin: origin('ORIGIN', `http://localhost:${port}`),
    isBehindProxy: env.BEHIND_PROXY === '1',
    hostPassword: secret('HOST_PASSWORD', 'stand-in'),
    timeZone,
    client: {
      clientId: secret('LIVEWEBINAR_CLIENT_ID', 'stand-in'),
      clientSecret: secret('LIVEWEBINAR_CLIENT_SECRET', 'stand-in-secret'),
      ...(baseUrl && { baseUrl }),
    },
    timeouts: { list: 4000, call: 5000 },
    embedOrigin: origin(
      'LIVEWEBINAR_EMBED_ORIGIN',
      isStandIn ? STAND_IN_ORIGIN : 'https://embed.livewebinar.com',
    ),
    roomOrigin: origin(
      'LIVEWEBINAR_ROOM_ORIGIN',
      isStandIn ? STAND_IN_ORIGIN : 'https://app.livewebinar.com',
    ),
  };
}

/** @param {string} timeZone */
function isTimeZone(timeZone) {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
}
