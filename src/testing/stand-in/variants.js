// @ts-check
import { findFault } from './faults.js';

/**
 * The variants of behavior that the vendor contract leaves open. A license key selects them with a prefix,
 * before a fault: `variant-frame-a`, `variant-frame-app-fault-script-404`.
 */
export const VARIANTS = {
  trap: 'The embed script adds a second script, once; only that one opens a room. The default',
  frame: 'The embed script puts the frame into the container at once, without a second script',
  app: "The frame is on the room's origin, not on the embed script's",
  hash: "The API's role links have the second shape: /<room>/<32 hex digits>",
  corp: 'Responses may be used on pages with Cross-Origin-Embedder-Policy',
};

/** @typedef {keyof typeof VARIANTS} Variant A variant of the vendor's behavior, such as `frame`. */

const NAMES = /** @type {Variant[]} */ (Object.keys(VARIANTS));
const PREFIX = new RegExp(`^variant((?:-(?:${NAMES.join('|')})(?![^-]))+)-?`);

/**
 * Checks the names of variants.
 *
 * @param {readonly string[]} names
 * @returns {Variant[]}
 * @throws {TypeError} If there is no such variant. The message lists the variants.
 */
export const checkVariants = (names) =>
  names.map((name) => {
    const variant = NAMES.find((one) => one === name);
    if (!variant) throw new TypeError(`No variant "${name}". Choose from: ${NAMES.join(', ')}.`);
    return variant;
  });

/**
 * Reads the variants and the fault in a license key.
 *
 * @param {string} licenseKey
 * @returns {{ variants?: Variant[], fault?: import('./faults.js').RoomFault }}
 * @example
 * readLicenseKey('variant-frame-app-fault-script-404-b');
 * // { variants: ['frame', 'app'], fault: 'script-404' }
 */
export function readLicenseKey(licenseKey) {
  const [prefix = '', variants] = PREFIX.exec(licenseKey) ?? [];
  const fault = findFault(licenseKey.slice(prefix.length));
  return {
    ...(variants && { variants: /** @type {Variant[]} */ (variants.slice(1).split('-')) }),
    ...(fault && { fault }),
  };
}
