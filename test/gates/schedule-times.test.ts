// Runs in the time zone of the machine; `node test/time-zones.mjs` runs it in others.
import { expect, waitUntil } from '@open-wc/testing';
import { addRoom } from '../support/room.js';

/** Milliseconds of a minute. */
const MINUTE = 60_000;

/** Starts of a webinar in Warsaw on the days on which daylight saving time begins and ends there. */
const SPRING = '2027-03-28T10:00+02:00';
const AUTUMN = '2026-10-25T10:00+01:00';

/** What visitors read, by time zone: spaces and the name of the zone depend on the browser. */
const TIMES: Readonly<
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
const PHASES: readonly [minutes: number, phase: string, texts: { en: string; de: string }][] = [
  [-24 * 60, 'early', { en: 'Starts in 24 hours', de: 'Beginnt in 24 Stunden' }],
  [-9 * 60, 'early', { en: 'Starts in 9 hours', de: 'Beginnt in 9 Stunden' }],
  [-61, 'early', { en: 'Starts in 61 minutes', de: 'Beginnt in 61 Minuten' }],
  [-60, 'open', { en: 'Starts in 60 minutes', de: 'Beginnt in 60 Minuten' }],
  [-0.5, 'open', { en: 'Starts in 30 seconds', de: 'Beginnt in 30 Sekunden' }],
  [0, 'live', { en: 'Join the room', de: 'Raum betreten' }],
  [90, 'ended', { en: 'This webinar has ended.', de: 'Dieses Webinar ist beendet.' }],
];

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
const times = TIMES[timeZone.replace('Etc/', '')] ?? [];

describe(`a schedule in ${timeZone}`, () => {
  const { now } = Date;
  afterEach(() => {
    Date.now = now;
  });

  it('runs in the time zone that is asked for, if any', () => {
    // @ts-expect-error: web-test-runner fills it in.
    expect([timeZone, '']).to.include(globalThis.TIME_ZONE);
  });

  for (const [startsAt, lang, shown, organizer] of times) {
    it(`shows ${startsAt} in "${lang}", from the day before to the end`, async () => {
      const start = Date.parse(startsAt);
      const endsAt = new Date(start + 90 * MINUTE).toISOString();
      const room = addRoom({ startsAt, endsAt, lang, loading: 'click' });
      const find = (selector: string) =>
        room.shadowRoot!.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim();
      for (const [minutes, phase, texts] of PHASES) {
        Date.now = () => start + minutes * MINUTE;
        document.dispatchEvent(new Event('visibilitychange'));
        await waitUntil(() => find('section')?.includes(texts[lang]), texts[lang]);
        expect(room.phase).to.equal(phase);
        if (phase !== 'early' && phase !== 'open') continue;
        expect(find('time')).to.match(shown);
        if (organizer) expect(find('small')).to.include(organizer);
        else expect(find('small')).to.equal(undefined);
      }
    });
  }
});
