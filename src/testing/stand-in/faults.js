/**
 * Room tokens that make the stand-in misbehave, and what each does. They may carry a suffix
 * (`fault-script-404-b`), so that two of them can be told apart.
 */
export const FAULTS = {
  'fault-script-404': 'The embed script and the room page are not found',
  'fault-script-slow': 'The embed script and the room page come after three seconds',
  'fault-script-hangs': 'The embed script and the room page never come',
  'fault-script-empty': 'The embed script loads and does nothing',
  'fault-script-throws': 'The embed script loads and throws',
  'fault-second-script-404': 'The second script is not found',
  'fault-no-queue': 'A room appears, but the queue of the snippet is never run',
  'fault-no-framing': 'The room page forbids to be framed',
  'fault-endless': 'The room page shows, and goes on loading for ever',
  'fault-twice': 'The first two requests are not found, the third works',
};

/**
 * @param {string | null | undefined} licenseKey
 * @returns {keyof typeof FAULTS | undefined}
 */
export const faultOf = (licenseKey) =>
  /** @type {(keyof typeof FAULTS)[]} */ (Object.keys(FAULTS)).find((fault) =>
    licenseKey?.startsWith(fault),
  );
