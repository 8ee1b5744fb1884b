import { expect, test, type Page } from '@playwright/test';
import axe from 'axe-core';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
import { openStates } from '../support/open-states.js';
import { watchShifts } from './shifts.js';

const LANGUAGES = ['en', 'pl', 'de', 'fr', 'es', 'it', 'pt', 'uk', 'ar', 'ja'];

/** The figure of the room in a state, in the light theme. */
const room = (page: Page, state: string) =>
  page.locator('h2', { hasText: new RegExp(`^${state}$`) }).locator('+ .states > .light');

/** Sets the language of every room, and waits for its texts. */
async function setLanguage(page: Page, language: string): Promise<void> {
  await page.evaluate(async (language) => {
    const rooms = [...document.querySelectorAll<LivewebinarRoom>('livewebinar-room')];
    for (const room of rooms) room.lang = language;
    const isTranslated = (room: LivewebinarRoom) =>
      room.shadowRoot!.querySelector<HTMLElement>('.box')!.lang === language;
    while (!rooms.every(isTranslated)) await new Promise(requestAnimationFrame);
  }, language);
}

/** Returns what axe finds in all rooms, and the number of texts whose contrast it could measure. */
const runAxe = (page: Page) =>
  page.evaluate(async () => {
    const { violations, incomplete, passes } = await axe.run('livewebinar-room', {
      // Their content is the stand-in's.
      iframes: false,
      // Here many rooms on one page have the same name.
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

  // Opening them takes some seconds, so the tests share one page.
  test.beforeAll(async ({ browser }) => {
    test.setTimeout(60_000);
    // Shifts count only in the viewport.
    page = await browser.newPage({ viewport: { width: 1280, height: 10_000 } });
    await openStates(page);
  });
  test.afterAll(() => page.close());

  test('appears without a layout shift', async () => {
    expect(await (await watchShifts(page))()).toEqual([]);
  });

  test('has the right accessibility tree', async () => {
    await expect(room(page, 'Before a click, with nickname and avatar')).toMatchAriaSnapshot(`
    - region "Open day 2026":
      - paragraph: Open day 2026
      - paragraph: Ada Lovelace
      - button "Join the room"
      - status
  `);
    await expect(room(page, 'Before a click, with a name field')).toMatchAriaSnapshot(`
    - region "Open day 2026":
      - paragraph: Open day 2026
      - text: Your name
      - textbox "Your name"
      - alert
      - button "Join the room"
      - status
  `);
    await expect(room(page, 'Before the start')).toMatchAriaSnapshot(`
    - region "Open day 2026":
      - paragraph: Open day 2026
      - paragraph:
        - time
      - timer:
        - strong: Starts in 5 hours
      - button "Add to calendar"
      - button "Open the room anyway"
      - status
  `);
    await expect(room(page, 'Shortly before the start')).toMatchAriaSnapshot(`
    - region "Open day 2026":
      - paragraph: Open day 2026
      - paragraph:
        - time
      - timer:
        - strong: /Starts in \\d+ minutes/
      - textbox "Your name"
      - button "Join the room"
      - button "Add to calendar"
  `);
    await expect(room(page, 'After the end')).toMatchAriaSnapshot(`
    - region "Open day 2026":
      - paragraph: This webinar has ended.
      - button "Open the room anyway"
  `);
    await expect(room(page, 'No room chosen')).toMatchAriaSnapshot(`
    - region "Webinar room":
      - paragraph: Webinar room
      - paragraph: No room has been chosen yet.
      - status
  `);
    // The visible text is hidden from assistive technology: the status has it already.
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
    await expect(room(page, 'Opened in another tab')).toMatchAriaSnapshot(`
    - region "Open day 2026":
      - paragraph: Open day 2026
      - paragraph: You opened the room in another tab.
      - button "Join here again"
      - button "Full screen"
      - link "Open in a new tab"
      - status: You opened the room in another tab.
  `);
    await expect(room(page, 'Closed by something on the page')).toMatchAriaSnapshot(`
    - region "Webinar room":
      - paragraph: /Something on this page closed the room/
      - button "Try again"
      - link "Open in a new tab"
      - status: /Something on this page closed the room/
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
      - link "Open in a new tab"
      - button "Try again"
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
      - link "Open in a new tab"
      - button "Try again"
      - status: /not set up correctly/
  `);
  });

  test('has targets of at least 44 pixels and no horizontal scrolling at a width of 240 pixels', async () => {
    const style = await page.addStyleTag({ content: 'livewebinar-room { width: 240px }' });
    const sizes = await page.locator('section :is(button, a, input)').evaluateAll((targets) =>
      targets.map((target) => {
        const { width, height } = target.getBoundingClientRect();
        return Math.min(width, height);
      }),
    );
    expect(sizes.length).toBeGreaterThan(48);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
    const overflowing = await page
      .locator('.panel')
      .evaluateAll((panels) =>
        panels
          .filter((panel) => panel.scrollWidth > panel.clientWidth)
          .map((panel) => panel.outerHTML),
      );
    expect(overflowing).toEqual([]);
    await style.evaluate((element) => (element as Element).remove());
  });

  test('keeps its layout when opening takes longer, in any language', async () => {
    const offsets = (state: string) =>
      room(page, state)
        .locator('.progress, .progress + p')
        .evaluateAll((all) => all.map((one) => (one as HTMLElement).offsetTop));
    for (const language of LANGUAGES) {
      await setLanguage(page, language);
      for (const width of [240, 320, 480]) {
        const style = await page.addStyleTag({ content: `livewebinar-room { width: ${width}px }` });
        const before = await offsets('Opening');
        expect(before).toHaveLength(2);
        const after = await offsets('Opening, longer than usual');
        for (const [index, top] of before.entries()) {
          // A link in two lines is almost a pixel higher than the space reserved for it.
          expect(Math.abs(after[index]! - top), `${language}, ${width} px`).toBeLessThan(2);
        }
        await style.evaluate((element) => (element as Element).remove());
      }
    }
  });

  test('passes axe in any language and theme', async () => {
    test.setTimeout(120_000);
    await page.evaluate(axe.source);
    // Chromium reports a forced color in `color` only, but axe reads this property first.
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
      await setLanguage(page, language);
      const { findings, contrasts } = await runAxe(page);
      expect(findings, language).toEqual([]);
      // Light, dark and custom colors are side by side.
      expect(contrasts, language).toBeGreaterThan(150);
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ forcedColors: 'active', colorScheme });
      expect((await runAxe(page)).findings, `forced colors, ${colorScheme}`).toEqual([]);
    }
  });
});

test('no request is sent to the vendor before the click, which moves the focus into the room', async ({
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
  // An automated browser ignores the link, so the test looks at the link itself.
  test(`a connection is opened once a click is likely: ${likely}`, async ({ page }) => {
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

for (const name of ['click', 'controls', 'lazy', 'consent-click']) {
  test(`there is no layout shift from the first paint to the open room: ${name}`, async ({
    page,
  }) => {
    await page.goto(`/demo/${name}.html`);
    const shifts = await watchShifts(page);
    if (name === 'click') await page.getByRole('button', { name: 'Join the room' }).click();
    if (name === 'consent-click')
      await page.getByRole('button', { name: 'Agree and join' }).click();
    if (name === 'lazy') await page.locator('livewebinar-room').scrollIntoViewIfNeeded();
    await expect(page.frameLocator('livewebinar-room iframe').locator('dl')).toBeVisible();
    await page.locator('livewebinar-room').evaluate((room) => {
      Object.assign(room, { mode: 'nonsense' });
    });
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    expect(await shifts()).toEqual([]);
  });
}
