// @ts-check

/**
 * The faults of rooms. A license key that starts with the name of a fault selects it, with or without a
 * suffix: `fault-script-404`, `fault-script-404-b`.
 */
export const FAULTS = {
  'fault-script-404': 'The embed script and the room page are not found',
  'fault-script-slow': 'The embed script and the room page come after three seconds',
  'fault-script-hangs': 'The embed script and the room page never come',
  'fault-script-empty': 'The embed script loads and does nothing',
  'fault-script-throws': 'The embed script loads and throws',
  'fault-second-script-404': 'The second script is not found',
  'fault-no-queue': 'A room appears, but the queue of the snippet is never run',
  'fault-no-framing': 'The room page forbids framing, with frame-ancestors',
  'fault-x-frame-options': 'The room page forbids framing, with X-Frame-Options',
  'fault-endless': 'The room page shows, and never finishes loading',
  'fault-twice': 'The first two requests are not found, the third works',
};

/**
 * The name of a fault for `fail()` and the option `fault`, such as `script-404`.
 *
 * @typedef {keyof typeof FAULTS extends `fault-${infer Name}` ? Name : never} RoomFault
 */

const NAMES = /** @type {RoomFault[]} */ (
  Object.keys(FAULTS).map((name) => name.slice('fault-'.length))
);

/**
 * Checks the name of a fault.
 *
 * @param {string} name
 * @returns {RoomFault}
 * @throws {TypeError} If there is no such fault. The message lists the faults.
 */
export function checkFault(name) {
  const fault = NAMES.find((one) => one === name);
  if (!fault) throw new TypeError(`No fault "${name}". Choose one of: ${NAMES.join(', ')}.`);
  return fault;
}

/**
 * Finds the fault in a license key.
 *
 * @param {string} licenseKey
 * @returns {RoomFault | undefined}
 */
export const findFault = (licenseKey) =>
  NAMES.find((name) => licenseKey.startsWith(`fault-${name}`));
