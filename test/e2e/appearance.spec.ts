import { expect, test, type Page } from '@playwright/test';
import axe from 'axe-core';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
import { openStates } from '../support/open-states.js';
import { watchShifts } from './shifts.js';

const LANGUAGES = ['en', 'pl', 'de', 'fr', 'es', 'it', 'pt', 'uk', 'ar', 'ja'];

/** The tree of the room that shows a state in the light theme. */
const room = (page: Page, state: string) =>
  page.locator('h2', { hasText: new RegExp(`^${state}$`) }).locator('+ .states > .light');

/** Makes every room speak a language. */
async function speak(page: Page, language: string): Promise<void> {
  await page.evaluate(async (language) => {
    const rooms = [...document.querySelectorAll<LivewebinarRoom>('livewebinar-room')];
    for (const room of rooms) room.lang = language;
    const speaks = (room: LivewebinarRoom) =>
      room.shadowRoot!.querySelector<HTMLElement>('.box')!.lang === language;
    while (!rooms.every(speaks)) await new Promise(requestAnimationFrame);
  }, language);
}

/** What axe says of all rooms, and in how many places it could tell the contrast. */
const examine = (page: Page) =>
  page.evaluate(async () => {
    const { violations, incomplete, passes } = await axe.run('livewebinar-room', {
      // What is in them is the stand-in's.
      iframes: false,
      // Many rooms on one page share their names here.
      rules: { 'landmark-unique': { enabled: false } },
    });
    const contrast = ({ id }: { id: string }) => id === 'color-contrast';
    const findings = [...violations, ...incomplete.filter(contrast)].flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${html} ${any.map(({ message }) => message).join()}`),
    );
    return { findings, contrasts: passes.find(contrast)?.nodes.length };
  });

test.describe('every state', () => {
  let page: Page;

  // It takes some seconds: once for all.
  test.beforeAll(async ({ browser }) => {
    test.setTimeout(60_000);
    // All of it in sight: what is not does not count as moved.
    page = await browser.newPage({ viewport: { width: 1280, height: 10_000 } });
    await openStates(page);
  });
  test.afterAll(() => page.close());

  test('takes its place without moving anything', async () => {
    expect(await (await watchShifts(page))()).toEqual([]);
  });

  test('is as the accessibility tree has it', async () => {
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
    await expect(room(page, 'Not opened in time, with controls')).toMatchAriaSnapshot(`
    - region "Webinar room":
      - paragraph: The room did not open in time.
      - button "Try again"
      - link "Open in a new tab"
      - button "Full screen"
      - link "Open in a new tab"
      - status: The room did not open in time.
  `);
    await expect(room(page, 'Blocked by the policy of the page')).toMatchAriaSnapshot(`
    - region "Open day 2026":
      - paragraph: /do not let the room open/
      - paragraph: /Content-Security-Policy of this page stops the room \\(script-src-elem\\)/
      - button "Try again"
      - link "Open in a new tab"
      - status: /do not let the room open/
  `);
    await expect(room(page, 'Offline')).toMatchAriaSnapshot(`
    - region "Webinar room":
      - paragraph: /You are offline/
      - button "Try again"
      - link "Open in a new tab"
      - status: /You are offline/
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

  test('has targets of at least 44 pixels, and nothing cut off, at a width of 240 pixels', async () => {
    const style = await page.addStyleTag({ content: 'livewebinar-room { width: 240px }' });
    const sizes = await page.locator('section :is(button, a)').evaluateAll((targets) =>
      targets.map((target) => {
        const { width, height } = target.getBoundingClientRect();
        return Math.min(width, height);
      }),
    );
    expect(sizes.length).toBeGreaterThan(48);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
    const cut = await page
      .locator('.panel')
      .evaluateAll((panels) =>
        panels
          .filter((panel) => panel.scrollWidth > panel.clientWidth)
          .map((panel) => panel.outerHTML),
      );
    expect(cut).toEqual([]);
    await style.evaluate((element) => (element as Element).remove());
  });

  test('moves nothing when the room takes longer, in any language', async () => {
    const places = (state: string) =>
      room(page, state)
        .locator('.progress, .progress + p')
        .evaluateAll((all) => all.map((one) => (one as HTMLElement).offsetTop));
    for (const width of [240, 320, 480]) {
      const style = await page.addStyleTag({ content: `livewebinar-room { width: ${width}px }` });
      for (const language of LANGUAGES) {
        await speak(page, language);
        const before = await places('Opening');
        expect(before).toHaveLength(2);
        const after = await places('Opening, longer than usual');
        for (const [index, top] of before.entries()) {
          // A link in two lines is less than a pixel higher than its place.
          expect(Math.abs(after[index]! - top), `${language}, ${width} px`).toBeLessThan(2);
        }
      }
      await style.evaluate((element) => (element as Element).remove());
    }
  });

  test('has no finding of axe, in any language and theme', async () => {
    test.setTimeout(120_000);
    await page.evaluate(axe.source);
    // Of forced colours Chromium tells the one in `color`, and not in the property that axe reads first.
    await page.evaluate(() => {
      const original = Object.getOwnPropertyDescriptor(
        CSSStyleDeclaration.prototype,
        'getPropertyValue',
      )!.value as (this: CSSStyleDeclaration, name: string) => string;
      CSSStyleDeclaration.prototype.getPropertyValue = function (name) {
        return name === '-webkit-text-fill-color' ? '' : original.call(this, name);
      };
    });
    for (const language of LANGUAGES) {
      await speak(page, language);
      for (const forcedColors of ['none', 'active'] as const) {
        await page.emulateMedia({ forcedColors });
        // Every text, in light, dark and a website's own colours side by side.
        expect(await examine(page), `${language}, forced colours: ${forcedColors}`).toEqual({
          findings: [],
          contrasts: 136,
        });
      }
    }
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    expect((await examine(page)).findings).toEqual([]);
  });
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
    const shifts = await watchShifts(page);
    if (name === 'click') await page.getByRole('button').click();
    if (name === 'consent') await page.getByText('I agree, join').click();
    if (name === 'lazy') await page.locator('livewebinar-room').scrollIntoViewIfNeeded();
    await expect(page.frameLocator('livewebinar-room iframe').locator('dl')).toBeVisible();
    await page.locator('livewebinar-room').evaluate((room) => {
      Object.assign(room, { mode: 'nonsense' });
    });
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    expect(await shifts()).toEqual([]);
  });
}
