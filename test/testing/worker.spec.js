import { expect, test } from '@playwright/test';

const VENDOR = /^https:\/\/\w+\.(livewebinar|archiebot)\.com\//;

/** The requests that the service worker does not respond to. */
let network;

test.beforeEach(async ({ context, page }) => {
  network = [];
  await context.route(VENDOR, (route) => {
    network.push(route.request().resourceType());
    return route.abort();
  });
  await page.goto('/worker.html');
  await expect(page).toHaveTitle('Started');
});

test('handles calls of the API', async ({ page }) => {
  const logIn = () =>
    page.evaluate(async () => {
      const response = await fetch('https://api.archiebot.com/api/auth/login', { method: 'POST' });
      return response.json().then(
        () => response.status,
        () => 'cut off',
      );
    });
  expect(await logIn()).toBe(401);
  for (const [fault, result] of [
    ['422', 422],
    ['cut-off', 'cut off'],
  ]) {
    await page.evaluate((name) => window.rooms.api.fail('POST /auth/login', name), fault);
    expect(await logIn()).toBe(result);
  }
  expect(network).toEqual([]);
});

test('handles the scripts of a room, but not its iframe', async ({ page }) => {
  const open = () =>
    page.evaluate(async () => {
      const room = document.createElement('livewebinar-room');
      room.licenseKey = '123-123-123';
      document.body.replaceChildren(room);
      return room.whenReady().then(
        () => 'ready',
        ({ code }) => code,
      );
    });
  expect(await open()).toBe('ready');
  await expect.poll(() => network).toEqual(['document']);
  await page.evaluate(() => window.rooms.fail('script-404'));
  expect(await open()).toBe('script-failed');
});
