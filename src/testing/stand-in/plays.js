// @ts-check
import { findFault } from './faults.js';

/**
 * The variants of behavior that the vendor contract leaves open. A license key selects them with a prefix,
 * before a fault: `play-frame-a`, `play-frame-app-fault-script-404`.
 */
export const PLAYS = {
  trap: 'The embed script adds a second script, once; only that one opens a room. The default',
  frame: 'The embed script puts the frame into the container at once, without a second script',
  app: "The frame is on the room's origin, not on the embed script's",
  hash: "The API's role links have the second shape: /<room>/<32 hex digits>",
  corp: 'Responses may be used on pages with Cross-Origin-Embedder-Policy',
};

/** @typedef {keyof typeof PLAYS} Play A variant of the vendor's behavior, such as `frame`. */

const NAMES = /** @type {Play[]} */ (Object.keys(PLAYS));
const PREFIX = new RegExp(`^play((?:-(?:${NAMES.join('|')})(?![^-]))+)-?`);

/**
 * Checks the names of variants.
 *
 * @param {readonly string[]} names
 * @returns {Play[]}
 * @throws {TypeError} If there is no such variant. The message lists the variants.
 */
export const checkPlays = (names) =>
  names.map((name) => {
    const play = NAMES.find((one) => one === name);
    if (!play) throw new TypeError(`No play "${name}". Choose from: ${NAMES.join(', ')}.`);
    return play;
  });

/**
 * Reads the variants and the fault in a license key.
 *
 * @param {string} licenseKey
 * @returns {{ plays?: Play[], fault?: import('./faults.js').RoomFault }}
 * @example
 * readLicenseKey('play-frame-app-fault-script-404-b');
 * // { plays: ['frame', 'app'], fault: 'script-404' }
 */
export function readLicenseKey(licenseKey) {
  const [prefix = '', plays] = PREFIX.exec(licenseKey) ?? [];
  const fault = findFault(licenseKey.slice(prefix.length));
  return {
    ...(plays && { plays: /** @type {Play[]} */ (plays.slice(1).split('-')) }),
    ...(fault && { fault }),
  };
}
