import { expect, test, type Page } from '@playwright/test';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import { watchShifts } from './shifts.js';

const room = (page: Page) => page.locator('livewebinar-room');
const stateOf = (page: Page) => room(page).evaluate(({ state }: LivewebinarRoom) => state);
const banner = (page: Page) => page.getByRole('region', { name: 'Cookies' });

/** Requests to the stand-in for LiveWebinar. The site requests an image from it to see whether it runs. */
function watchRequests(page: Page): string[] {
  const requests: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (url.startsWith(STAND_IN_ORIGIN) && !url.endsWith('.svg')) requests.push(url);
  });
  return requests;
}

test('a consent manager opens and leaves the room @engine', async ({ page }) => {
  const requests = watchRequests(page);
  await page.goto('/demo/consent.html');
  await expect(page.getByRole('button', { name: 'Agree and join' })).toBeVisible();
  await page.waitForLoadState();
  expect(requests).toEqual([]);
  await banner(page).getByRole('button', { name: 'Accept' }).click();
  await expect.poll(() => stateOf(page)).toBe('ready');
  await page.getByRole('button', { name: 'Cookie settings' }).click();
  await banner(page).getByRole('button', { name: 'Refuse' }).click();
  await expect.poll(() => stateOf(page)).toBe('idle');
  await expect(page.locator('livewebinar-room iframe')).toHaveCount(0);
});

test('without code, a link takes the place of the room until the manager runs its script @engine', async ({
  page,
}) => {
  const requests = watchRequests(page);
  await page.goto('/demo/consent-blocked.html');
  await expect(room(page).getByRole('link')).toBeVisible();
  await page.waitForLoadState();
  expect(requests).toEqual([]);
  const before = await room(page).boundingBox();
  const shifts = await watchShifts(page);
  await banner(page).getByRole('button', { name: 'Accept' }).click();
  await expect.poll(() => stateOf(page)).toBe('ready');
  await expect(room(page).getByRole('link', { name: 'Open the room' })).toBeHidden();
  expect(await room(page).boundingBox()).toEqual(before);
  expect(await shifts()).toEqual([]);
});

test('without code, a refusal leaves the link', async ({ page }) => {
  const requests = watchRequests(page);
  await page.goto('/demo/consent-blocked.html');
  await banner(page).getByRole('button', { name: 'Refuse' }).click();
  await expect(room(page).getByRole('link')).toBeVisible();
  expect(requests).toEqual([]);
});
