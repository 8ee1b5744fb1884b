import { expect, test, type Page } from '@playwright/test';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';

const MINUTE = 60_000;

/** Starts of a webinar in Warsaw on the days on which daylight saving time begins and ends there. */
const SPRING = '2027-03-28T10:00+02:00';
const AUTUMN = '2026-10-25T10:00+01:00';

/** What visitors read, by time zone: spaces and the name of the zone depend on the browser. */
const ZONES: Record<string, [start: string, lang: string, shown: RegExp, organizer?: string][]> = {
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
const PHASES: [minutes: number, phase: string, en: string, de: string][] = [
  [-24 * 60, 'early', 'Starts in 24 hours', 'Beginnt in 24 Stunden'],
  [-9 * 60, 'early', 'Starts in 9 hours', 'Beginnt in 9 Stunden'],
  [-61, 'early', 'Starts in 61 minutes', 'Beginnt in 61 Minuten'],
  [-60, 'open', 'Starts in 60 minutes', 'Beginnt in 60 Minuten'],
  [-0.5, 'open', 'Starts in 30 seconds', 'Beginnt in 30 Sekunden'],
  [0, 'live', 'Join the room', 'Raum betreten'],
  [90, 'ended', 'This webinar has ended.', 'Dieses Webinar ist beendet.'],
];

const set = (page: Page, options: object) =>
  page
    .locator('livewebinar-room')
    .evaluate((room, options) => void Object.assign(room, options), options);

for (const [timezoneId, times] of Object.entries(ZONES)) {
  test.describe(`a schedule in ${timezoneId}`, { tag: '@engine' }, () => {
    test.use({ timezoneId });

    for (const [startsAt, lang, shown, organizer] of times) {
      test(`shows ${startsAt} in "${lang}", from the day before to the end`, async ({ page }) => {
        const start = Date.parse(startsAt);
        await page.clock.setFixedTime(start - 24 * 60 * MINUTE);
        await page.goto('/demo/click.html');
        const room = page.locator('livewebinar-room');
        const endsAt = new Date(start + 90 * MINUTE).toISOString();
        await set(page, { startsAt, endsAt, lang });
        for (const [minutes, phase, en, de] of PHASES) {
          await page.clock.setFixedTime(start + minutes * MINUTE);
          await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
          await expect(room).toContainText(lang === 'en' ? en : de);
          expect(await room.evaluate(({ phase }: LivewebinarRoom) => phase)).toBe(phase);
          if (phase !== 'early' && phase !== 'open') continue;
          const text = (await room.locator('time').textContent())!.replace(/\s/g, ' ');
          expect(text).toMatch(shown);
          const small = room.locator('small');
          await expect(small).toHaveCount(organizer ? 1 : 0);
          if (organizer) {
            expect((await small.textContent())!.replace(/\s/g, ' ')).toContain(organizer);
          }
        }
      });
    }
  });
}

test('shows the date of the organizer if it is another one', async ({ page }) => {
  await page.clock.setFixedTime(Date.parse('2027-03-01T00:00Z'));
  await page.goto('/demo/click.html');
  await set(page, { startsAt: '2027-03-03T02:00+14:00', lang: 'en' });
  await expect(page.locator('livewebinar-room small')).toHaveText(
    /Mar 3, 2027, 2:00\sAM \(UTC\+14\)/,
  );
});

for (const [name, options] of Object.entries({
  schedule: { startsAt: '2099-01-01T00:00Z' },
  'name-form': { askName: 'required' },
})) {
  test(`the room opens if the file of the ${name} does not arrive`, async ({ page }) => {
    await page.route(new RegExp(`/${name}-[^/]*\\.js`), (route) => route.abort());
    await page.goto('/demo/click.html');
    await set(page, { loading: 'eager', ...options });
    await expect(page.frameLocator('livewebinar-room iframe').locator('dl')).toBeVisible();
  });
}
