import { FAULTS } from '../src/testing/stand-in/faults.js';

/** @typedef {'inline' | 'isolated' | 'iframe'} Mode How a room is opened. */
/** @typedef {'ready' | import('../src/errors.js').LivewebinarErrorCode} End How the opening ends. */
/**
 * @typedef {object} Fault
 * @property {string} what
 * @property {Record<Mode, End>} ends
 * @property {string} [policy] Policy of the page, set before the room is opened.
 * @property {Record<string, string>} [options] Options of the room.
 */

/** @type {(end: End) => Record<Mode, End>} */
const always = (end) => ({ inline: end, isolated: end, iframe: end });

/** In iframe mode there is no script of the vendor that could fail. @type {(end: End) => Record<Mode, End>} */
const withScript = (end) => ({ ...always(end), iframe: 'ready' });

/** An origin that does not exist, and never will. */
export const NOWHERE_ORIGIN = 'https://nowhere.invalid';
const NOWHERE = { embedOrigin: NOWHERE_ORIGIN, roomOrigin: NOWHERE_ORIGIN };

/** Faults of the stand-in: a license key that begins with the name causes one. @type {Record<keyof typeof FAULTS, Fault>} */
export const STAND_IN_FAULTS = {
  // A page cannot see what happens in the iframe, only whether it loads.
  'fault-script-404': { what: FAULTS['fault-script-404'], ends: withScript('script-failed') },
  'fault-script-slow': { what: FAULTS['fault-script-slow'], ends: always('ready') },
  'fault-script-hangs': { what: FAULTS['fault-script-hangs'], ends: always('timeout') },
  'fault-script-empty': { what: FAULTS['fault-script-empty'], ends: withScript('timeout') },
  'fault-script-throws': { what: FAULTS['fault-script-throws'], ends: withScript('timeout') },
  'fault-second-script-404': {
    what: FAULTS['fault-second-script-404'],
    ends: withScript('script-failed'),
  },
  'fault-no-queue': { what: FAULTS['fault-no-queue'], ends: always('ready') },
  // No script can see that the browser shows an error page in the iframe.
  'fault-no-framing': { what: FAULTS['fault-no-framing'], ends: always('ready') },
  'fault-x-frame-options': { what: FAULTS['fault-x-frame-options'], ends: always('ready') },
  'fault-endless': { what: FAULTS['fault-endless'], ends: always('ready') },
  'fault-twice': { what: FAULTS['fault-twice'], ends: always('ready') },
};

/** Faults of the page around the room. @type {Record<string, Fault>} */
export const PAGE_FAULTS = {
  unreachable: {
    what: 'Nothing responds, as with an ad blocker',
    ends: always('script-failed'),
    options: NOWHERE,
  },
  offline: {
    what: 'No network for five seconds',
    ends: always('offline'),
    options: NOWHERE,
  },
  'policy-script': {
    what: 'The page allows only its own scripts',
    ends: withScript('script-blocked'),
    policy: "script-src 'self'",
  },
  'policy-frame': {
    what: 'The page allows no iframes',
    ends: always('script-blocked'),
    policy: "frame-src 'none'",
  },
  'policy-trusted-types': {
    what: "The page requires Trusted Types, which the vendor's script does not support",
    ends: withScript('script-blocked'),
    policy: "require-trusted-types-for 'script'; trusted-types lit-html livewebinar-room",
  },
  'bad-option': {
    what: 'The room origin is not an origin',
    ends: always('invalid-option'),
    options: { roomOrigin: 'nonsense' },
  },
};
