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
