import { expect, test, type Page } from '@playwright/test';

const set = (page: Page, options: object) =>
  page
    .locator('livewebinar-room')
    .evaluate((room, options) => void Object.assign(room, options), options);

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
