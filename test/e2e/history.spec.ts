import { expect, test, type Page } from '@playwright/test';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';

type RecordingWindow = Window & { states: string[]; isBack?: boolean };

/** Leaves a page and comes back. Skips the test if the browser has reloaded the page. */
async function leaveAndReturn(page: Page): Promise<void> {
  await page.evaluate(() => {
    const win = window as unknown as RecordingWindow;
    win.states = [];
    document
      .querySelector('livewebinar-room')!
      .addEventListener('livewebinar-statechange', ({ state }) => win.states.push(state));
    addEventListener('pageshow', ({ persisted }) => (win.isBack = persisted));
  });
  await page.goto('/demo/no-script.html');
  await page.goBack({ waitUntil: 'commit' });
  await expect.poll(() => page.evaluate(() => document.readyState)).toBe('complete');
  const isBack = await page.evaluate(() => (window as unknown as RecordingWindow).isBack);
  test.skip(!isBack, 'no back/forward cache here');
}

const inPage = (page: Page) =>
  page.evaluate(() => {
    const room = document.querySelector<LivewebinarRoom>('livewebinar-room')!;
    const { states } = window as unknown as RecordingWindow;
    const frames = [
      ...room.querySelectorAll('iframe'),
      ...room.shadowRoot!.querySelectorAll('iframe'),
    ];
    return { states, state: room.state, frames: frames.length };
  });

for (const name of ['basic', 'isolated', 'iframe']) {
  test(`an open room is still open after Back: demo/${name}.html`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.goto(`/demo/${name}.html`);
    const room = page.locator('livewebinar-room');
    await room.evaluate((element: LivewebinarRoom) => element.whenReady());
    await leaveAndReturn(page);
    expect(await inPage(page)).toEqual({ states: [], state: 'ready', frames: 1 });
    await room.evaluate((element: LivewebinarRoom) => element.unload());
    expect(await inPage(page)).toEqual({ states: ['idle'], state: 'idle', frames: 0 });
    await room.evaluate((element: LivewebinarRoom) => {
      element.load();
      return element.whenReady();
    });
    expect(await inPage(page)).toMatchObject({ state: 'ready', frames: 1 });
    expect(errors).toEqual([]);
  });
}

test('a room that was opening opens after Back', async ({ page }) => {
  await page.goto('/demo/faults.html?fault=fault-script-slow');
  await expect(page.locator('#events')).toContainText('loading');
  await leaveAndReturn(page);
  await page
    .locator('livewebinar-room')
    .evaluate((element: LivewebinarRoom) => element.whenReady());
  expect(await inPage(page)).toMatchObject({ state: 'ready', frames: 1 });
});
