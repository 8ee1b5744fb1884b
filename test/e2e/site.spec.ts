import { expect, test } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchOptions } from '../../scripts/browsers.mjs';
import { expectNoFindings } from './axe.js';
import { PUBLIC_HOST_ARGS, servePublicly } from './public-host.js';
import { watchShifts } from './shifts.js';

const SITE = fileURLToPath(new URL('../../site', import.meta.url));
const list = (folder: string) =>
  readdirSync(`${SITE}/${folder}`)
    .filter((file) => file.endsWith('.html'))
    .map((file) => `${folder}/${file}`);
const docs = list('docs');
const demos = list('demo');

test.use({ launchOptions: { ...launchOptions('chromium'), args: PUBLIC_HOST_ARGS } });

let site: Awaited<ReturnType<typeof servePublicly>>;
test.beforeAll(async () => (site = await servePublicly('/in/a/folder/')));
test.afterAll(() => site.stop());

test('every link within the site leads somewhere', async ({ page }) => {
  const pages = new Map<string, string>();
  const links: [from: string, to: URL][] = [];
  const queue = [site.url];
  await page.goto(site.url);
  for (const url of queue) {
    if (pages.has(url)) continue;
    const { status, html } = await page.evaluate(async (url) => {
      const response = await fetch(url);
      const isHtml = response.headers.get('content-type')?.includes('html');
      return { status: response.status, html: isHtml ? await response.text() : '' };
    }, url);
    expect(status, url).toBe(200);
    pages.set(url, html);
    for (const [, href] of html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)) {
      const to = new URL(href!.replaceAll('&amp;', '&'), url);
      if (!to.href.startsWith(site.url)) continue;
      links.push([url, to]);
      queue.push(to.href.replace(/#.*/, ''));
    }
  }
  expect(pages.size).toBeGreaterThan(docs.length + demos.length);
  const dead = links.filter(([, to]) => {
    const html = pages.get(to.href.replace(/#.*/, ''))!;
    return to.hash && !html.includes(`id="${decodeURIComponent(to.hash.slice(1))}"`);
  });
  expect(dead.map(([from, to]) => `${from} → ${to.href}`)).toEqual([]);
});

for (const path of [...docs, ...demos]) {
  test(`${path} is accessible, silent and still`, async ({ page }) => {
    const messages: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(error.message));
    for (const [width, colorScheme] of [
      [390, 'light'],
      [1440, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.goto(site.url + path);
      const shifts = await watchShifts(page);
      await page.waitForLoadState();
      await page.waitForFunction(() =>
        [...document.querySelectorAll('livewebinar-room')].every(
          // An empty script keeps a room of states.html opening.
          ({ state, licenseKey }) => state !== 'loading' || licenseKey === 'fault-script-empty',
        ),
      );
      expect(await shifts(), `${width} px`).toEqual([]);
      // It shows one element in many states, which have the same name.
      if (!path.includes('states')) await expectNoFindings(page);
      const beyond = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(beyond, `${width} px`).toBe(0);
    }
    // These show what a browser logs about a missing script.
    if (!/faults|states/.test(path)) expect(messages).toEqual([]);
  });
}

test('the search finds a heading, by keyboard', async ({ page }) => {
  await page.goto(`${site.url}docs/`);
  const field = page.getByRole('combobox', { name: 'Search the docs' });
  await field.fill('licens');
  const options = page.getByRole('option');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expectNoFindings(page);
  await page.keyboard.press('Enter');
  await page.waitForURL(/docs\/[\w-]+\.html/);
  await page.goto(`${site.url}docs/`);
  await field.fill('qqqqqq');
  await expect(page.getByText('Nothing found')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
});

test('a room of a demo opens on a public host', async ({ page }) => {
  await page.goto(`${site.url}demo/two-rooms.html`);
  const frames = page.locator('livewebinar-room iframe');
  await expect(frames).toHaveCount(3);
  await expect(frames.nth(0).contentFrame().locator('[data-row=Room]')).toHaveText('111-111-111');
  const isolated = frames.nth(1).contentFrame().frameLocator('iframe');
  await expect(isolated.locator('[data-row=Room]')).toHaveText('222-222-222');
});
