import type { FAULTS } from '../../src/testing/stand-in/faults.js';

/** Short names of the stand-in's faults, for a list. */
export const FAULT_NAMES: Readonly<Record<keyof typeof FAULTS, string>> = {
  'fault-script-404': 'Script not found',
  'fault-script-slow': 'Slow by three seconds',
  'fault-script-hangs': 'Vendor never responds',
  'fault-script-empty': 'Script does nothing',
  'fault-script-throws': 'Script throws an error',
  'fault-second-script-404': 'Second script not found',
  'fault-no-queue': 'Callbacks are never called',
  'fault-no-framing': 'Policy forbids framing',
  'fault-x-frame-options': 'X-Frame-Options forbids framing',
  'fault-endless': 'Room never finishes loading',
  'fault-twice': 'Third attempt succeeds',
};
