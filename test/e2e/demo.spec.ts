import { expect, test } from '@playwright/test';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { SCRIPT_URL } from '../../demo/playground/code/html-tag.js';
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
  expect(script).toContain(`import '${SCRIPT_URL}';`);
  await page.goto('/demo/consent-click.html');
  await page.getByRole('button', { name: 'Copy: HTML' }).click();
  const code = await page.evaluate(() => navigator.clipboard.readText());
  expect(code).toContain(`<script type="module" src="${SCRIPT_URL}"></script>`);
  expect(code).toContain('<div slot="placeholder">');
  expect(code).not.toContain('localhost');
});

const withCode = pages.filter((file) =>
  readFileSync(`${ROOT}/demo/${file}`, 'utf8').includes('<!-- code -->'),
);

for (const file of withCode) {
  test(`the code of ${file} works as it is, and is a link without the script`, async ({ page }) => {
    await page.goto(`/demo/${file}`);
    const [html, ...scripts] = await page.locator('figure.code code').allTextContents();
    const { version } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as {
      version: string;
    };
    const urls = [html!, ...scripts].join('\n').match(/https:\/\/unpkg\.com[^'"]*/g) ?? [];
    for (const url of urls) expect(url).toContain(`/livewebinar-room@${version}/dist/cdn/`);

    let isBlocked = true;
    await page.route('**', (route) => {
      const { hostname, pathname } = new URL(route.request().url());
      const headers = { 'access-control-allow-origin': '*' };
      const contentType = pathname.endsWith('.js') ? 'text/javascript' : 'text/html';
      const body = pathname === '/' ? html : scripts[0];
      if (hostname === 'page.example') return route.fulfill({ contentType, body: body ?? '' });
      if (isBlocked || hostname !== 'unpkg.com') return route.abort();
      const path = `${ROOT}/dist/cdn/${pathname.split('/').at(-1)}`;
      return route.fulfill({ contentType, headers, path });
    });
    const link = page.getByRole('link', { name: 'Open the webinar room' }).first();
    const button = page.getByRole('button', { name: 'Open the dialog' });
    await page.goto('https://page.example/');
    if (file === 'dialog.html') await button.click();
    await expect(link).toBeVisible();
    // A button that needs the script is not shown without it.
    await expect(page.getByRole('button', { name: /join/ })).toBeHidden();
    expect(await link.getAttribute('href')).toMatch(/^https:\/\/app\.livewebinar\.com\/[\d-]+$/);

    // The page alone has no consent manager that loads the script.
    if (urls.length === 0 || file === 'consent-blocked.html') return;
    isBlocked = false;
    await page.goto('https://page.example/');
    if (file === 'dialog.html') await button.click();
    await expect(page.locator('livewebinar-room:defined').first()).toBeVisible();
    await expect(link).toBeHidden();
  });
}

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
