import { STAND_IN_ORIGIN } from './origin.js';

/**
 * Puts the stand-in in place of the vendor into the HTML of the room page.
 *
 * @param {string} html
 */
export const insteadOfVendor = (html) =>
  html.replaceAll(/https:\/\/[\w*]+\.livewebinar\.com/g, STAND_IN_ORIGIN);
