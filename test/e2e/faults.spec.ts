import { expect, test } from '@playwright/test';
import { PAGE_FAULTS, STAND_IN_FAULTS } from '../../demo/fault-list.js';

const MODES = ['inline', 'isolated', 'iframe'] as const;

for (const [fault, { ends }] of Object.entries(PAGE_FAULTS)) {
  // It recovers: see below.
  if (fault === 'offline') continue;
  for (const mode of MODES) {
    test(`${fault}, ${mode}: ends in ${ends[mode]}`, async ({ page }) => {
      await page.goto(`/demo/faults.html?fault=${fault}&mode=${mode}`);
      test.skip(
        fault === 'policy-trusted-types' && !(await page.evaluate(() => 'trustedTypes' in window)),
        'without Trusted Types such a policy has no effect',
      );
      const events = page.locator('#events');
      const room = page.locator('livewebinar-room');
      if (ends[mode] === 'ready') {
        await expect(events).toContainText('ready');
        await expect(room.locator('iframe')).toHaveCount(1);
        return;
      }
      await expect(events).toContainText(new RegExp(`: ${ends[mode]}(?!, tries)`));
      await expect(room.getByRole('button', { name: 'Try again' })).toBeVisible();
      // A room with an invalid origin has no URL.
      await expect(room.getByRole('link')).toHaveCount(fault === 'bad-option' ? 0 : 1);
      await expect(room.locator('iframe')).toHaveCount(0);
    });
  }
}

for (const mode of MODES) {
  test(`offline, ${mode}: opens by itself once there is a network`, async ({ page }) => {
    await page.goto(`/demo/faults.html?fault=offline&mode=${mode}`);
    await expect(page.locator('#events')).toContainText(/offline[^]*ready/);
    await expect(page.locator('livewebinar-room iframe')).toHaveCount(1);
  });
}

test('every fault has a page in every mode, one after the other', async ({ page }) => {
  await page.goto('/demo/faults.html');
  const links = page.locator('td a');
  const count = Object.keys({ ...STAND_IN_FAULTS, ...PAGE_FAULTS }).length * MODES.length;
  await expect(links).toHaveCount(count);
  const here = page.locator('td [aria-current=page]');
  const href = await links.nth(1).getAttribute('href');
  await page.getByRole('link', { name: 'Next fault' }).click();
  await expect(here).toHaveAttribute('href', String(href));
});
