// @ts-check

/** Zones whose city was renamed. Runtimes accept both names, but many list the old one. */
const RENAMED = new Map([
  ['Africa/Asmera', 'Africa/Asmara'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['America/Godthab', 'America/Nuuk'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Asia/Katmandu', 'Asia/Kathmandu'],
  ['Asia/Rangoon', 'Asia/Yangon'],
  ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ['Atlantic/Faeroe', 'Atlantic/Faroe'],
  ['Europe/Kiev', 'Europe/Kyiv'],
]);

/** The IANA time zones to choose from. */
export const TIME_ZONES = [
  ...new Set(
    ['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => RENAMED.get(zone) ?? zone),
  ),
].sort();

/**
 * Finds the time zone that a person typed: a name in the list, its city, or another name that the runtime
 * knows.
 *
 * @param {string} text
 * @returns {string | undefined}
 * @example
 * findTimeZone('new york'); // 'America/New_York'
 */
export function findTimeZone(text) {
  const name = text.trim();
  const wanted = name.replaceAll(' ', '_').toLowerCase();
  const isWanted = (/** @type {string} */ zone) =>
    [zone, zone.split('/').at(-1)].some((part) => part?.toLowerCase() === wanted);
  const found = TIME_ZONES.find(isWanted);
  if (found) return found;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name;
  } catch {
    return undefined;
  }
}
