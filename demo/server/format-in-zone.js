// @ts-check

/**
 * Formats a moment as an ISO 8601 date-time with the offset of a time zone, such as
 * `2027-03-01T18:00:00+01:00`.
 *
 * @param {Date} date
 * @param {string} timeZone IANA name.
 */
export function formatInZone(date, timeZone) {
  // Sweden writes dates as ISO 8601 does.
  const local = date.toLocaleString('sv-SE', { timeZone }).replace(' ', 'T');
  const [, offset] =
    /GMT(.*)/.exec(date.toLocaleString('en', { timeZone, timeZoneName: 'longOffset' })) ?? [];
  return local + (offset || 'Z');
}
