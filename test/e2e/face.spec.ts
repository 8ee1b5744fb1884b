import { expect, test, type Page } from '@playwright/test';
import { STAND_IN_ORIGIN } from '../../demo/stand-in/origin.js';

/** Opens the page of all states and waits until each is what it is to be. */
async function openStates(page: Page): Promise<void> {
  // A machine without a network would see `offline` in place of the other failures.
  await page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'onLine', { value: true }),
  );
  await page.goto('/demo/states.html');
  await expect(page.locator('figure')).toHaveCount(40);
  for (const text of ['longer than usual', 'cannot be reached', 'did not open in time', 'left']) {
    await expect(page.locator('.panel', { hasText: text })).toHaveCount(3, { timeout: 20_000 });
  }
}

/** The tree of the room that shows a state in the light theme. */
const room = (page: Page, state: string) =>
  page.locator('h2', { hasText: new RegExp(`^${state}$`) }).locator('+ .states > .light');

test('every state as the accessibility tree has it', async ({ page }) => {
  test.setTimeout(60_000);
  await openStates(page);
  await expect(room(page, 'Before a click, with nickname and avatar')).toMatchAriaSnapshot(`
    - region "Open day 2026":
      - paragraph: Open day 2026
      - paragraph: Ada Lovelace
      - button "Join the room"
      - status
  `);
  await expect(room(page, 'No room chosen')).toMatchAriaSnapshot(`
    - region "Webinar room":
      - paragraph: Webinar room
      - paragraph: No room has been chosen yet.
      - status
  `);
  // What is seen is hidden here: the status says it, once.
  await expect(room(page, 'Opening')).toMatchAriaSnapshot(`
    - region "Webinar room":
      - status: Opening the room…
  `);
  await expect(room(page, 'Opening, longer than usual')).toMatchAriaSnapshot(`
    - region "Webinar room":
      - link "Open in a new tab"
      - status: This is taking longer than usual.
  `);
  await expect(room(page, 'Open, with controls')).toMatchAriaSnapshot(`
    - region "Webinar room":
      - iframe
      - button "Full screen"
      - link "Open in a new tab"
      - status: The room is open.
  `);
  await expect(room(page, 'Open, with controls').locator('iframe').first()).toHaveAttribute(
    'title',
    'Webinar room',
  );
  await expect(room(page, 'After leaving')).toMatchAriaSnapshot(`
    - region "Open day 2026":
      - paragraph: Open day 2026
      - paragraph: You have left the room.
      - button "Join the room"
      - status: You have left the room.
  `);
  await expect(room(page, 'Not reached')).toMatchAriaSnapshot(`
    - region "Webinar room":
      - paragraph: /cannot be reached/
      - button "Try again"
      - link "Open in a new tab"
      - status: /cannot be reached/
  `);
  await expect(room(page, 'Not set up correctly')).toMatchAriaSnapshot(`
    - region "Webinar room":
      - paragraph: /not set up correctly/
      - paragraph: mode must be one of script, iframe.
      - button "Try again"
      - link "Open in a new tab"
      - status: /not set up correctly/
  `);
});

test('every target is at least 44 pixels, and nothing is cut off at 240 pixels', async ({
  page,
}) => {
  test.setTimeout(60_000);
  await openStates(page);
  await page.addStyleTag({ content: 'livewebinar-room { width: 240px }' });
  for (const target of await page.locator('section :is(button, a)').all()) {
    const { width, height } = (await target.boundingBox())!;
    expect(Math.min(width, height), await target.innerText()).toBeGreaterThanOrEqual(44);
  }
  const cut = await page
    .locator('.panel')
    .evaluateAll((panels) =>
      panels
        .filter((panel) => panel.scrollWidth > panel.clientWidth)
        .map((panel) => panel.outerHTML),
    );
  expect(cut).toEqual([]);
});

test('nothing is asked of the vendor before the click, then the focus is in the room', async ({
  page,
}) => {
  const requests: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(STAND_IN_ORIGIN)) requests.push(request.url());
  });
  await page.goto('/demo/click.html');
  const join = page.getByRole('button', { name: 'Join the room' });
  await expect(join).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(requests).toEqual([]);
  expect(await page.content()).not.toMatch(/preconnect|dns-prefetch/);
  await join.focus();
  await page.keyboard.press('Enter');
  await expect(page.frameLocator('livewebinar-room iframe').locator('dl')).toBeVisible();
  const focused = () => page.evaluate(() => document.activeElement!.localName);
  await expect.poll(focused).toBe('iframe');
});

for (const likely of ['hover', 'focus'] as const) {
  // The link is looked at: a browser under automation makes no connection ahead.
  test(`a connection is asked for once a click is likely: ${likely}`, async ({ page }) => {
    await page.goto('/demo/click.html');
    const join = page.getByRole('button', { name: 'Join the room' });
    await expect(join).toBeVisible();
    await page.evaluate(() => {
      const links: string[] = [];
      Object.assign(window, { links });
      new MutationObserver((records) => {
        for (const { addedNodes } of records) {
          for (const node of addedNodes) links.push((node as HTMLElement).outerHTML);
        }
      }).observe(document.head, { childList: true });
    });
    const links = () => page.evaluate(() => (window as unknown as { links: string[] }).links);
    expect(await links()).toEqual([]);
    await join[likely]();
    await expect.poll(links).toEqual([`<link rel="preconnect" href="${STAND_IN_ORIGIN}">`]);
    await expect(page.locator('link[rel=preconnect]')).toHaveCount(0);
  });
}

for (const name of ['click', 'controls', 'lazy', 'consent']) {
  test(`nothing moves from the first paint to the open room: ${name}`, async ({ page }) => {
    await page.goto(`/demo/${name}.html`);
    await page.evaluate(() => {
      const shifts: unknown[] = [];
      Object.assign(window, { shifts });
      // Those after a click count here too.
      new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({
        type: 'layout-shift',
        buffered: true,
      });
    });
    if (name === 'click') await page.getByRole('button').click();
    if (name === 'consent') await page.getByText('I agree, join').click();
    if (name === 'lazy') await page.locator('livewebinar-room').scrollIntoViewIfNeeded();
    await expect(page.frameLocator('livewebinar-room iframe').locator('dl')).toBeVisible();
    await page.locator('livewebinar-room').evaluate((room) => {
      Object.assign(room, { mode: 'nonsense' });
    });
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    expect(await page.evaluate(() => (window as unknown as { shifts: unknown[] }).shifts)).toEqual(
      [],
    );
  });
}
