import { expect, test } from '@playwright/test';
import { launchOptions } from '../../scripts/browsers.mjs';
import { PUBLIC_HOST_ARGS, servePublicly } from './public-host.js';
import { watchShifts } from './shifts.js';

const CAMERA_ARGS = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

test.use({
  viewport: { width: 1440, height: 900 },
  launchOptions: {
    ...launchOptions('chromium'),
    args: [...PUBLIC_HOST_ARGS, ...CAMERA_ARGS],
  },
});

for (const folder of ['/', '/my/folder/']) {
  test.describe(`the site in ${folder} of a public host`, () => {
    let site: Awaited<ReturnType<typeof servePublicly>>;
    test.beforeAll(async () => (site = await servePublicly(folder)));
    test.afterAll(() => site.stop());

    test('previews rooms in every mode, on the first visit', async ({ page }) => {
      const messages: string[] = [];
      const requests: string[] = [];
      page.on('console', (message) => messages.push(message.text()));
      page.on('pageerror', (error) => messages.push(error.message));
      page.on('request', (request) => requests.push(new URL(request.url()).origin));
      // A slow phone paints between the parts of the page.
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await page.goto(site.url);
      const shifts = await watchShifts(page);
      const frame = page.frameLocator('livewebinar-room iframe');
      await expect(frame.locator('[data-row=Room]')).toHaveText('123-123-123');
      expect(await shifts()).toEqual([]);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });

      await page.getByText('Behavior', { exact: true }).click();
      await page.getByLabel('Isolated').check();
      const inner = frame.frameLocator('iframe');
      await expect(inner.locator('[data-row=Room]')).toHaveText('123-123-123');
      await page.getByLabel('Mode').selectOption('iframe');
      await expect(frame.locator('[data-row=Room]')).toHaveText('123-123-123');
      await frame.getByRole('button').click();
      await expect(frame.getByRole('status')).toContainText('Camera is on');

      // No request to the visitor's own machine or to the vendor, and none that fails.
      expect([...new Set(requests)]).toEqual([new URL(site.url).origin]);
      expect(site.missing).toEqual([]);
      expect(messages).toEqual([]);
    });

    test('previews faults', async ({ page }) => {
      await page.goto(site.url);
      await page.getByLabel('Fault').selectOption('fault-script-404');
      const room = page.locator('livewebinar-room');
      await expect(room.getByRole('button', { name: /try again/i })).toBeVisible();
    });

    test('works after a reload that bypasses the worker', async ({ page }) => {
      await page.goto(site.url);
      const row = page.frameLocator('livewebinar-room iframe').locator('[data-row=Room]');
      await expect(row).toHaveText('123-123-123');
      const session = await page.context().newCDPSession(page);
      await session.send('Page.reload', { ignoreCache: true });
      await page.waitForURL(site.url);
      await expect(row).toHaveText('123-123-123');
    });

    test('has the room page, with the stand-in', async ({ page }) => {
      await page.goto(site.url);
      await expect(page.frameLocator('livewebinar-room iframe').locator('dl')).toBeVisible();
      await page.goto(`${site.url}room/123-123-123?_nickname=Ada`);
      const room = page.frameLocator('livewebinar-room iframe');
      await expect(room.locator('[data-row=Name]')).toHaveText('Ada');
    });
  });
}

test('a browser without service workers still gets code and links', async ({ browser }) => {
  const site = await servePublicly('/');
  const page = await browser.newPage({ serviceWorkers: 'block' });
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
  await page.goto(site.url);
  await expect(page.getByRole('note')).toContainText('No stand-in here');
  await expect(page.locator('livewebinar-room')).toHaveCount(0);
  await expect(page.locator('#code-panel')).toContainText('license-key="123-123-123"');
  await page.close();
  site.stop();
});
