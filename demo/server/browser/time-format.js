// @ts-check

/**
 * The parts of a time that pages show, on the server and in the browser.
 *
 * @type {Intl.DateTimeFormatOptions}
 */
export const TIME_FORMAT = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
};
