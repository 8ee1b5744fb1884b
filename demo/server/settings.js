// @ts-check
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';

/**
 * @typedef {object} Settings
 * @property {boolean} isStandIn Whether it runs against the local stand-in.
 * @property {string} host What to listen on.
 * @property {number} port
 * @property {string} origin Where browsers find it.
 * @property {string} hostPassword
 * @property {string} timeZone What start times are shown in.
 * @property {import('livewebinar-room/api').LivewebinarClientOptions} client
 * @property {string} embedOrigin Where the tag takes its script from.
 * @property {string} roomOrigin Where direct room URLs live.
 */

/**
 * Reads the settings from environment variables, which README.md lists. Against the stand-in all of them
 * have a default; against the real service no secret has one.
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
    const address = env[name] || fallback;
    if (!URL.canParse(address)) throw new Error(`${name} must be an address, such as ${fallback}.`);
    return new URL(address).origin;
  };

  const port = Number(env.PORT || 4820);
  if (!Number.isInteger(port)) throw new Error('PORT must be a number.');
  const baseUrl = env.LIVEWEBINAR_API_URL || (isStandIn ? `${STAND_IN_ORIGIN}/api` : undefined);
  return {
    isStandIn,
    host: env.HOST || 'localhost',
    port,
    origin: origin('ORIGIN', `http://localhost:${port}`),
    hostPassword: secret('HOST_PASSWORD', 'stand-in'),
    timeZone: env.TIME_ZONE || Intl.DateTimeFormat().resolvedOptions().timeZone,
    client: {
      clientId: secret('LIVEWEBINAR_CLIENT_ID', 'stand-in'),
      clientSecret: secret('LIVEWEBINAR_CLIENT_SECRET', 'stand-in-secret'),
      ...(baseUrl && { baseUrl }),
    },
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
