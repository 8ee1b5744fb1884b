/** Milliseconds of a minute. */
export const MINUTE = 60_000;

/** Starts of a webinar in Warsaw on the days on which daylight saving time begins and ends there. */
const SPRING = '2027-03-28T10:00+02:00';
const AUTUMN = '2026-10-25T10:00+01:00';

/** What visitors read, by time zone: spaces and the name of the zone depend on the browser. */
export const TIMES: Readonly<
  Record<string, readonly [start: string, lang: 'en' | 'de', shown: RegExp, organizer?: string][]>
> = {
  UTC: [
    [SPRING, 'en', /^Sunday, March 28, 2027 at 8:00 AM UTC$/, '10:00 AM (UTC+2)'],
    [SPRING, 'de', /^Sonntag, 28\. März 2027 um 08:00 UTC$/, '10:00 (UTC+2)'],
    [AUTUMN, 'en', /^Sunday, October 25, 2026 at 9:00 AM UTC$/, '10:00 AM (UTC+1)'],
    [AUTUMN, 'de', /^Sonntag, 25\. Oktober 2026 um 09:00 UTC$/, '10:00 (UTC+1)'],
  ],
  'Europe/Warsaw': [
    [SPRING, 'en', /^Sunday, March 28, 2027 at 10:00 AM (GMT\+2|CEST)$/],
    [SPRING, 'de', /^Sonntag, 28\. März 2027 um 10:00 (MESZ|GMT\+2)$/],
    [AUTUMN, 'en', /^Sunday, October 25, 2026 at 10:00 AM (GMT\+1|CET)$/],
    [AUTUMN, 'de', /^Sonntag, 25\. Oktober 2026 um 10:00 (MEZ|GMT\+1)$/],
  ],
  'America/New_York': [
    [SPRING, 'en', /^Sunday, March 28, 2027 at 4:00 AM EDT$/, '10:00 AM (UTC+2)'],
    [SPRING, 'de', /^Sonntag, 28\. März 2027 um 04:00 (GMT-4|EDT)$/, '10:00 (UTC+2)'],
    [AUTUMN, 'en', /^Sunday, October 25, 2026 at 5:00 AM EDT$/, '10:00 AM (UTC+1)'],
    [AUTUMN, 'de', /^Sonntag, 25\. Oktober 2026 um 05:00 (GMT-4|EDT)$/, '10:00 (UTC+1)'],
  ],
  'Pacific/Auckland': [
    [SPRING, 'en', /^Sunday, March 28, 2027 at 9:00 PM (GMT\+13|NZDT)$/, '10:00 AM (UTC+2)'],
    [SPRING, 'de', /^Sonntag, 28\. März 2027 um 21:00 GMT\+13$/, '10:00 (UTC+2)'],
    [AUTUMN, 'en', /^Sunday, October 25, 2026 at 10:00 PM (GMT\+13|NZDT)$/, '10:00 AM (UTC+1)'],
    [AUTUMN, 'de', /^Sonntag, 25\. Oktober 2026 um 22:00 GMT\+13$/, '10:00 (UTC+1)'],
  ],
};

/** Minutes from the start, with what is shown then. Countdowns are elapsed time, not that of the wall clock. */
export const PHASES: readonly [
  minutes: number,
  phase: string,
  texts: { en: string; de: string },
][] = [
  [-24 * 60, 'early', { en: 'Starts in 24 hours', de: 'Beginnt in 24 Stunden' }],
  [-9 * 60, 'early', { en: 'Starts in 9 hours', de: 'Beginnt in 9 Stunden' }],
  [-61, 'early', { en: 'Starts in 61 minutes', de: 'Beginnt in 61 Minuten' }],
  [-60, 'open', { en: 'Starts in 60 minutes', de: 'Beginnt in 60 Minuten' }],
  [-0.5, 'open', { en: 'Starts in 30 seconds', de: 'Beginnt in 30 Sekunden' }],
  [0, 'live', { en: 'Join the room', de: 'Raum betreten' }],
  [90, 'ended', { en: 'This webinar has ended.', de: 'Dieses Webinar ist beendet.' }],
];
