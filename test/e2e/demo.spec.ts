import { expect, test } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { watchShifts } from './shifts.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const pages = readdirSync(`${ROOT}/demo`).filter((file) => file.endsWith('.html'));

const paths = ['', 'room/', 'room/123-123-123', ...pages.map((file) => `demo/${file}`)];

for (const name of paths) {
  test(`/${name} loads without a console message, and nothing in it moves`, async ({ page }) => {
    const messages: string[] = [];
    page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => messages.push(error.message));
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`/${name}`);
      const shifts = await watchShifts(page);
      await expect(page.locator('h1')).toBeVisible();
      if (/^$|123$/.test(name)) await expect(page.locator('iframe')).toBeVisible();
      if (name === 'demo/states.html') {
        await expect(page.getByText('cannot be reached')).toHaveCount(6);
      } else {
        await page.waitForLoadState();
        await page.waitForFunction(() =>
          [...document.querySelectorAll('livewebinar-room')].every(
            ({ state }) => state !== 'loading',
          ),
        );
      }
      expect(await shifts(), `${width} px`).toEqual([]);
    }
    // These show what a browser says about a missing script.
    if (!/faults|states/.test(name)) expect(messages).toEqual([]);
  });
}

test('demo/index.html lists every other page, each with a picture', async ({ page }) => {
  await page.goto('/demo/');
  const cards = page.locator('.cards li:has(svg) a');
  const links = await cards.evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  expect(links.filter((link) => !link?.startsWith('../')).sort()).toEqual(
    pages.filter((name) => name !== 'index.html').sort(),
  );
});

test('a demo shows the code that a reader can copy', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/demo/route.html');
  await page.getByRole('button', { name: 'Copy: route.js' }).click();
  const script = await page.evaluate(() => navigator.clipboard.readText());
  expect(script).toContain("import 'https://unpkg.com/livewebinar-room';");
  await page.goto('/demo/consent-click.html');
  await page.getByRole('button', { name: 'Copy: HTML' }).click();
  const code = await page.evaluate(() => navigator.clipboard.readText());
  expect(code).toContain(
    '<script type="module" src="https://unpkg.com/livewebinar-room"></script>',
  );
  expect(code).toContain('<div slot="placeholder">');
  expect(code).not.toContain('localhost');
});

test("the tag sends the same request as the vendor's embed code", async ({ page }) => {
  await page.goto('/demo/snippet.html');
  const rows = page.locator('tbody tr');
  await expect(rows).not.toHaveCount(0);
  for (const row of await rows.all()) {
    const [name, byCode, byTag] = await row.locator('td').allTextContents();
    expect(`${name}=${byTag}`).toBe(`${name}=${byCode}`);
  }
});

test('leaving a view removes the room, and returning opens it again', async ({ page }) => {
  await page.goto('/demo/route.html');
  const frame = page.locator('livewebinar-room iframe');
  await expect(frame).toHaveCount(1);
  const button = page.getByRole('button', { name: 'Show the room' });
  await button.click();
  await expect(frame).toHaveCount(0);
  await button.click();
  await expect(page.frameLocator('livewebinar-room iframe').locator('dl')).toBeVisible();
});

test('a page without scripts shows the link in the tag', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('/demo/no-script.html');
  await expect(page.getByRole('link', { name: 'Open the webinar room' })).toBeVisible();
  expect((await page.locator('livewebinar-room').boundingBox())!.width).toBe(288);
  await page.close();
});

test('the development server opens rooms at /room/, too', async ({ page }) => {
  const server = await createServer({ root: ROOT, logLevel: 'silent' });
  await server.listen();
  const messages: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  await page.goto(
    new URL('/room/123-123-123/abc?_nickname=Ada', server.resolvedUrls!.local[0]).href,
  );
  const room = page.frameLocator('livewebinar-room iframe');
  await expect(room.locator('[data-row=Name]')).toHaveText('Ada');
  await page.goto(new URL('/room/', page.url()).href);
  await expect(page.getByRole('textbox')).toHaveCSS('border-radius', '12px');
  expect(messages).toEqual([]);
  await server.close();
});
