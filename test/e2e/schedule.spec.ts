import { expect, test, type Page } from '@playwright/test';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
import { MINUTE, PHASES, TIMES } from '../support/schedule-times.js';

const set = (page: Page, options: object) =>
  page
    .locator('livewebinar-room')
    .evaluate((room, options) => void Object.assign(room, options), options);

for (const [timezoneId, times] of Object.entries(TIMES)) {
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
        for (const [minutes, phase, texts] of PHASES) {
          await page.clock.setFixedTime(start + minutes * MINUTE);
          await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
          await expect(room).toContainText(texts[lang]);
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
