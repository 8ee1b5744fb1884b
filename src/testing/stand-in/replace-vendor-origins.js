import { STAND_IN_ORIGIN } from './origin.js';

/**
 * Replaces the vendor's origins in the HTML of the room page with those of the stand-in.
 *
 * @param {string} html
 */
export const replaceVendorOrigins = (html) =>
  html.replaceAll(/https:\/\/[\w*]+\.livewebinar\.com/g, STAND_IN_ORIGIN);
