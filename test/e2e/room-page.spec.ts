import { expect, test as base, type Page } from '@playwright/test';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { SECOND_SCRIPT } from '../../src/testing/stand-in/embed-script.js';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import { copyRoomPage } from '../support/room-page-folder.js';
import { expectNoFindings } from './axe.js';

/** How a site serves the page. */
interface Site {
  folder: string;
  /** Status for an address without a file: hosts with an error document alone give 404. */
  status: number;
  edit: (html: string) => string;
  /** Milliseconds that the element's file takes. */
  delay: number;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
};

const test = base.extend<{ site: Site; origin: string; messages: string[] }>({
  site: [{ folder: '/room/', status: 200, edit: (html) => html, delay: 0 }, { option: true }],
  origin: async ({ site }, use) => {
    const root = mkdtempSync(path.join(tmpdir(), 'room-page-'));
    copyRoomPage(root, site.folder, site.edit);
    const files = new Map(
      readdirSync(path.join(root, site.folder)).map((name) => [site.folder + name, name]),
    );
    const server: Server = createServer((request, response) => {
      const { pathname } = new URL(request.url!, 'http://localhost');
      if (pathname === '/favicon.ico') return response.writeHead(204).end();
      const name = files.get(pathname) ?? 'index.html';
      response.statusCode = files.has(pathname) ? 200 : site.status;
      response.setHeader('content-type', TYPES[path.extname(name)]!);
      const answer = () => response.end(readFileSync(path.join(root, site.folder, name)));
      return setTimeout(answer, name === 'room-page.js' ? site.delay : 0);
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    await use(`http://localhost:${(server.address() as AddressInfo).port}`);
    server.closeAllConnections();
    server.close();
    rmSync(root, { recursive: true });
  },
  messages: async ({ page }, use) => {
    const messages: string[] = [];
    page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => messages.push(error.message));
    await use(messages);
  },
});

/** What the stand-in's room says of the visitor. */
async function visitor(page: Page): Promise<Record<string, string>> {
  const room = page.frameLocator('livewebinar-room iframe');
  await expect(room.locator('[data-row=Room]')).toBeVisible();
  return room
    .locator('dd')
    .evaluateAll((all) => Object.fromEntries(all.map((dd) => [dd.dataset.row!, dd.textContent])));
}

const field = (page: Page) => page.getByRole('textbox', { name: 'Room number or invitation link' });

test.describe('an address of a room', () => {
  const ATTENDEE = { Room: '123-123-123', Role: 'attendee' };
  const addresses: [address: string, visitor: Record<string, string>][] = [
    ['/room/123-123-123', ATTENDEE],
    ['/room/123-123-123/abcxyz123', { ...ATTENDEE, Role: 'with a role token' }],
    ["/room/123-123-123?_nickname=O'Brien%20%F0%9F%8E%A5", { ...ATTENDEE, Name: "O'Brien 🎥" }],
    [
      '/room/123-123-123/?_personal_token=abc&_email=ada@example.com',
      { ...ATTENDEE, Role: 'with a personal link', 'E-mail': 'ada@example.com' },
    ],
    ['/room/open%20day', { ...ATTENDEE, Room: 'open day' }],
    ['/room/123-123-123?avatar_url=javascript:alert(1)', ATTENDEE],
  ];
  test('opens the room', { tag: '@engine' }, async ({ page, origin, messages }) => {
    for (const [address, expected] of addresses) {
      await test.step(address, async () => {
        await page.goto(origin + address);
        expect(await visitor(page)).toEqual(expected);
        await expect(field(page)).toBeHidden();
        expect(messages).toEqual([]);
      });
    }
  });

  test('says the avatar in either spelling', async ({ page, origin, messages }) => {
    const avatar = `${STAND_IN_ORIGIN}/stand-in/avatar.svg`;
    for (const name of ['avatar_url', '_avatar_url']) {
      await page.goto(`${origin}/room/123-123-123?${name}=${avatar}`);
      await expect(
        page.frameLocator('livewebinar-room iframe').getByRole('img', { name: 'Avatar' }),
      ).toHaveAttribute('src', avatar);
    }
    expect(messages).toEqual([]);
  });

  test('fills the window and has no findings of axe', async ({ page, origin }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(`${origin}/room/123-123-123`);
    await visitor(page);
    expect(await page.locator('livewebinar-room').boundingBox()).toEqual({
      x: 0,
      y: 0,
      width: 360,
      height: 640,
    });
    await expectNoFindings(page);
  });
});

test.describe('every other address', () => {
  const LONG = 'a'.repeat(8000);
  const addresses = [
    '/room/',
    '/room/index.html',
    '/',
    '/elsewhere/123-123-123',
    '/room/1/2/3',
    '/room//123-123-123',
    '/room/%20',
    '/room/%E0%A4%A',
    '/room/%FF',
    `/room/a/b/${LONG}`,
  ];
  test('asks for a room', { tag: '@engine' }, async ({ page, origin, messages }) => {
    for (const address of addresses) {
      await test.step(address.slice(0, 40), async () => {
        await page.goto(origin + address);
        await expect(field(page)).toBeVisible();
        const isFolder = ['/room/', '/room/index.html'].includes(address);
        await expect(page.getByText('There is no room at this address.')).toBeVisible({
          visible: !isFolder,
        });
        await expect(page.locator('livewebinar-room')).toBeHidden();
        expect(messages).toEqual([]);
      });
    }
  });

  test('has no findings of axe, with and without a problem', async ({ page, origin }) => {
    await page.goto(`${origin}/room/`);
    await expect(field(page)).toBeVisible();
    await expectNoFindings(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.getByRole('button', { name: 'Join' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expectNoFindings(page);
  });
});

test.describe('the field', () => {
  const texts: [text: string, path: string][] = [
    ['123-123-123', '/room/123-123-123'],
    [' 123 123 123 ', '/room/123-123-123'],
    ['https://app.livewebinar.com/123-123-123', '/room/123-123-123'],
    [
      'app.livewebinar.com/123-123-123/x/IYuUtn2P?_nickname=John%20Doe',
      '/room/123-123-123/IYuUtn2P?_nickname=John%20Doe',
    ],
    ['https://www.example.com/room/123-123-123/abcxyz123', '/room/123-123-123/abcxyz123'],
  ];
  test(
    'leads to the room, at an address that can be shared',
    { tag: '@engine' },
    async ({ page, origin, messages }) => {
      for (const [text, path] of texts) {
        await test.step(text, async () => {
          await page.goto(`${origin}/room/`);
          await field(page).fill(text);
          await field(page).press('Enter');
          await page.waitForURL(origin + path);
          expect((await visitor(page)).Room).toBe('123-123-123');
        });
      }
      await page.reload();
      expect((await visitor(page)).Role).toBe('with a role token');
      expect(messages).toEqual([]);
    },
  );

  test(
    "understands the vendor's snippet when it is pasted",
    { tag: '@engine' },
    async ({ page, origin }) => {
      await page.goto(`${origin}/room/`);
      const snippet = `<script>
      // A comment
      var _options = { '_license_key': '123-123-123', '_nickname': 'Ada' };
    </script>`;
      await field(page).evaluate((input, text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text', text);
        // Firefox makes no ClipboardEvent with data.
        const paste = new Event('paste', { cancelable: true });
        input.dispatchEvent(Object.assign(paste, { clipboardData }));
      }, snippet);
      await expect(field(page)).toHaveValue(`${origin}/room/123-123-123?_nickname=Ada`);
      await page.getByRole('button', { name: 'Join' }).click();
      await page.waitForURL(`${origin}/room/123-123-123?_nickname=Ada`);
    },
  );

  test('says what it takes, and no more once something else is typed', async ({ page, origin }) => {
    await page.goto(`${origin}/room/`);
    for (const text of [
      '',
      'Hello, are you there?',
      'https://example.com/',
      'app.livewebinar.com',
    ]) {
      await field(page).fill(text);
      await page.getByRole('button', { name: 'Join' }).click();
      await expect(page.getByRole('alert')).toBeVisible();
      await expect(field(page)).toBeFocused();
      await expect(field(page)).toHaveAttribute('aria-invalid', 'true');
      await expect(field(page)).toHaveAccessibleDescription(/neither a room number/);
    }
    await field(page).fill('1');
    await expect(page.getByRole('alert')).toBeHidden();
    expect(page.url()).toBe(`${origin}/room/`);
  });
});

test.describe("the vendor's scripts", () => {
  test.use({ site: { folder: '/room/', status: 200, edit: (html) => html, delay: 1000 } });

  test(
    'are asked for before the element is there, once, and the preloads are used',
    { tag: '@engine' },
    async ({ page, origin, messages }) => {
      const times: [url: string, time: number][] = [];
      page.on('request', (request) => times.push([request.url(), performance.now()]));
      const bundle = page.waitForResponse(/room-page\.js/).then(() => performance.now());
      await page.goto(`${origin}/room/123-123-123/abcxyz123?_nickname=O'Brien%20%26%20Co`);
      await visitor(page);
      for (const script of ['/em?', SECOND_SCRIPT]) {
        const asked = times.filter(([url]) => url.startsWith(STAND_IN_ORIGIN + script));
        expect(asked, script).toHaveLength(1);
        expect(asked[0]![1], script).toBeLessThan((await bundle) - 500);
      }
      // Browsers complain about an unused preload some seconds after the page has loaded.
      await page.waitForTimeout(6000);
      expect(messages).toEqual([]);
    },
  );
});

test.describe('in a sub-folder, with an error document alone', () => {
  test.use({
    site: { folder: '/webinars/live/', status: 404, edit: (html) => html, delay: 0 },
  });
  test('rooms open and other addresses ask', async ({ page, origin }) => {
    await page.goto(`${origin}/webinars/live/123-123-123/abc?_nickname=Ada`);
    expect(await visitor(page)).toMatchObject({ Room: '123-123-123', Name: 'Ada' });
    await page.goto(`${origin}/room/123-123-123`);
    await expect(field(page)).toBeVisible();
    await field(page).fill('123-123-123');
    await field(page).press('Enter');
    await page.waitForURL(`${origin}/webinars/live/123-123-123`);
  });
});

test.describe('at the root of a site', () => {
  test.use({ site: { folder: '/', status: 200, edit: (html) => html, delay: 0 } });
  test('rooms open and another site is no room', async ({ page, origin }) => {
    await page.goto(`${origin}/123-123-123/abc`);
    expect(await visitor(page)).toMatchObject({ Role: 'with a role token' });
    await page.goto(`${origin}/`);
    await field(page).fill('https://example.com/about');
    await field(page).press('Enter');
    await expect(page.getByRole('alert')).toBeVisible();
  });
});

/** Edits the tag. */
const withAttributes = (attributes: string) => (html: string) =>
  html.replace('<livewebinar-room', `<livewebinar-room ${attributes}`);

test.describe('settings in the HTML', () => {
  test.describe('data-base', () => {
    test.use({
      site: { folder: '/room/', status: 200, edit: withAttributes('data-base="/"'), delay: 0 },
    });
    test('is where rooms are, if not in the folder', async ({ page, origin }) => {
      await page.goto(`${origin}/123-123-123/abc`);
      expect(await visitor(page)).toMatchObject({ Role: 'with a role token' });
    });
  });

  test.describe('data-hide-tokens', () => {
    test.use({
      site: { folder: '/room/', status: 200, edit: withAttributes('data-hide-tokens'), delay: 0 },
    });
    test(
      'takes all but name and avatar out of the address',
      { tag: '@engine' },
      async ({ page, origin }) => {
        await page.goto(`${origin}/room/123-123-123/abc?_nickname=Ada&_email=ada@example.com`);
        expect(await visitor(page)).toMatchObject({
          Role: 'with a role token',
          Name: 'Ada',
          'E-mail': 'ada@example.com',
        });
        expect(page.url()).toBe(`${origin}/room/123-123-123?_nickname=Ada`);
      },
    );
  });

  test.describe('loading="click"', () => {
    test.use({
      site: {
        folder: '/room/',
        status: 200,
        edit: (html: string) =>
          withAttributes('loading="click" controls')(html).replace(/<link rel="preconnect".*>/, ''),
        delay: 0,
      },
    });
    test('asks for nothing before the click', async ({ page, origin }) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(`${origin}/room/123-123-123`);
      await page.getByRole('button', { name: 'Join the room' }).hover();
      expect(asked.filter((url) => url.startsWith(STAND_IN_ORIGIN))).toEqual([]);
      await page.getByRole('button', { name: 'Join the room' }).click();
      await visitor(page);
      await expect(page.getByRole('button', { name: 'Full screen' })).toBeVisible();
    });
  });

  test.describe('logo, colour and language', () => {
    test.use({
      site: {
        folder: '/room/',
        status: 200,
        edit: (html: string) =>
          html
            .replace('lang="en"', 'lang="pl"')
            .replace('<body>', '<body style="--livewebinar-room-accent: #b3261e">')
            .replace(/<!-- Your logo.*-->/, '<header><img src="/logo.svg" alt="Example"></header>'),
        delay: 0,
      },
    });
    test('are those of the site', async ({ page, origin }) => {
      await page.goto(`${origin}/room/`);
      await expect(page.getByRole('img', { name: 'Example' })).toBeVisible();
      await expect(page.getByRole('button')).toHaveCSS('background-color', 'rgb(179, 38, 30)');
    });
  });
});

test.describe('when it cannot work', () => {
  test('the page says so without scripts', async ({ browser, origin }) => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${origin}/room/123-123-123`);
    // Playwright looks for no text in a noscript.
    await expect(page.locator('noscript p')).toBeVisible();
    await expect(page.locator('#late')).toBeHidden();
    await expect(page.locator('main')).toBeHidden();
    await page.close();
  });

  test('a link leads to the room where the element is missing', async ({ page, origin }) => {
    await page.route('**/room-page.js', (route) => route.abort());
    await page.goto(`${origin}/room/123-123-123/abc?_nickname=Ada`);
    const link = page.getByRole('link', { name: 'Open the room' });
    // After five seconds.
    await expect(link).toBeVisible();
    await expect(link).toHaveAttribute(
      'href',
      `${STAND_IN_ORIGIN}/123-123-123/x/abc?_nickname=Ada`,
    );
  });
});

test('everything together is under 18 KB', () => {
  const folder = new URL('../../dist/room-page/', import.meta.url);
  const sum = readdirSync(folder)
    .filter((name) => /\.(html|css|js)$/.test(name))
    .map((name) => brotliCompressSync(readFileSync(new URL(name, folder))).length)
    .reduce((a, b) => a + b);
  console.log(`room page: ${sum} bytes with brotli`);
  expect(sum).toBeLessThan(18_000);
});
