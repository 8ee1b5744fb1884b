import { FAULTS } from '../src/testing/stand-in/faults.js';

/** @typedef {'inline' | 'isolated' | 'iframe'} Mode The ways to open a room. */
/** @typedef {'ready' | import('../src/errors.js').LivewebinarErrorCode} End Where a room ends. */
/**
 * @typedef {object} Fault
 * @property {string} what
 * @property {Record<Mode, End>} ends
 * @property {string} [policy] A policy for the page, before the room is opened.
 * @property {Record<string, string>} [options] Options of the room.
 */

/** @type {(end: End) => Record<Mode, End>} */
const always = (end) => ({ inline: end, isolated: end, iframe: end });

/** No script of the vendor, and nothing it could do wrong, in iframe mode. @type {(end: End) => Record<Mode, End>} */
const withScript = (end) => ({ ...always(end), iframe: 'ready' });

/** A port where nothing answers. */
const NOWHERE = { embedOrigin: 'http://localhost:9', roomOrigin: 'http://localhost:9' };

/** What the stand-in does wrong when a room's token begins with the name. @type {Record<keyof typeof FAULTS, Fault>} */
export const STAND_IN_FAULTS = {
  // A frame hides how its page fares, but for whether it comes at all.
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
  // What a frame shows in place of a page, no script outside it can tell.
  'fault-no-framing': { what: FAULTS['fault-no-framing'], ends: always('ready') },
  'fault-x-frame-options': { what: FAULTS['fault-x-frame-options'], ends: always('ready') },
  'fault-endless': { what: FAULTS['fault-endless'], ends: always('ready') },
  'fault-twice': { what: FAULTS['fault-twice'], ends: always('ready') },
};

/** What is wrong with a page. @type {Record<string, Fault>} */
export const PAGE_FAULTS = {
  unreachable: {
    what: 'Nothing answers, as behind an ad blocker',
    ends: always('script-failed'),
    options: NOWHERE,
  },
  offline: {
    what: 'There is no network; after five seconds there is',
    ends: always('offline'),
    options: NOWHERE,
  },
  'policy-script': {
    what: 'The page allows scripts of its own only',
    ends: withScript('script-blocked'),
    policy: "script-src 'self'",
  },
  'policy-frame': {
    what: 'The page allows no frames',
    ends: always('script-blocked'),
    policy: "frame-src 'none'",
  },
  'policy-trusted-types': {
    what: "The page wants Trusted Types, which the vendor's script knows nothing of",
    ends: withScript('script-blocked'),
    policy: "require-trusted-types-for 'script'; trusted-types lit-html livewebinar-room",
  },
  'bad-option': {
    what: 'The origin of the room is no origin',
    ends: always('invalid-option'),
    options: { roomOrigin: 'nonsense' },
  },
};
