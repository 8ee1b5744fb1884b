import { expect, test as base, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { policyLines } from '../../demo/playground/policy-lines.js';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import { expectNoFindings } from './axe.js';
import { watchShifts } from './shifts.js';

const HOST_LINK = "https://app.livewebinar.com/123-123-123/x/IYuUtn2P?_nickname=O'Brien";
const VENDOR = /^https:\/\/(app|embed)\.livewebinar\.com\//;

/** The playground, opened; what the browser said and asked for meanwhile. */
class Playground {
  readonly messages: string[] = [];
  readonly requests: string[] = [];
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => this.messages.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => this.messages.push(error.message));
    page.on('request', (request) => this.requests.push(request.url()));
  }

  async open(): Promise<void> {
    await this.page.addInitScript(() => {
      // Reading the clipboard takes a permission that not every engine grants to a test.
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: (text: string) => (document.documentElement.dataset.copied = text) },
      });
    });
    await this.page.goto('/');
    await expect(this.room.locator('[data-row=Name]')).toHaveText('Ada');
  }

  get room() {
    return this.page.frameLocator('livewebinar-room iframe');
  }

  get element() {
    return this.page.locator('livewebinar-room');
  }

  get copied() {
    return this.page.evaluate(() => document.documentElement.dataset.copied);
  }

  paste(text: string) {
    return this.page.getByLabel('Paste a link or a snippet').fill(text);
  }

  /** What was asked of anyone but the site and the stand-in. */
  get outside() {
    return this.requests.filter(
      (url) => !/^(http:\/\/([\w.]+\.)?localhost:(4173|4810)\/|data:|blob:|about:)/.test(url),
    );
  }
}

const test = base.extend<{ playground: Playground }>({
  playground: async ({ page }, use) => {
    const playground = new Playground(page);
    await playground.open();
    await use(playground);
  },
});

test(
  'a pasted link fills in the form, opens the room and gives the code',
  { tag: '@engine' },
  async ({ playground, page }) => {
    await playground.paste(HOST_LINK);
    await expect(page.getByText('Filled in from an invitation link.')).toBeVisible();
    await expect(page.getByLabel('License key')).toHaveValue('123-123-123');
    await expect(page.getByLabel('Nickname')).toHaveValue("O'Brien");
    await page.getByText('Person', { exact: true }).click();
    await expect(page.getByLabel('Role token')).toHaveValue('IYuUtn2P');
    await expect(playground.room.locator('[data-row=Role]')).toHaveText('with a role token');
    await expect(playground.room.locator('[data-row=Name]')).toHaveText("O'Brien");

    await page.getByRole('button', { name: 'Copy: HTML' }).click();
    expect(await playground.copied).toContain(`license-key="123-123-123"`);
    expect(await playground.copied).toContain(`role-token="IYuUtn2P"`);
    await expect(page.getByText('Copied: HTML')).toBeVisible();
    await page.getByRole('button', { name: 'Copy: Role link' }).click();
    expect(await playground.copied).toBe(HOST_LINK);
    await page.getByRole('button', { name: 'Copy: Attendee link' }).click();
    expect(await playground.copied).toBe(
      "https://app.livewebinar.com/123-123-123?_nickname=O'Brien",
    );
    await page.getByRole('button', { name: 'Copy: Path on your own site' }).click();
    expect(await playground.copied).toBe("/room/123-123-123/IYuUtn2P?_nickname=O'Brien");

    expect(playground.messages).toEqual([]);
    expect(playground.outside).toEqual([]);
  },
);

test('the path on your own site opens there', async ({ playground, page }) => {
  await playground.paste(HOST_LINK);
  const link = page.getByRole('link', { name: "/room/123-123-123/IYuUtn2P?_nickname=O'Brien" });
  const opened = page.waitForEvent('popup');
  await link.click();
  const room = (await opened).frameLocator('livewebinar-room iframe');
  await expect(room.locator('[data-row=Name]')).toHaveText("O'Brien");
  await expect(room.locator('[data-row=Role]')).toHaveText('with a role token');
  await page.getByText('Addresses', { exact: true }).click();
  await page.getByLabel('Path on your own site', { exact: true }).fill('/webinars');
  await expect(page.getByText("/webinars/123-123-123/IYuUtn2P?_nickname=O'Brien")).toBeVisible();
  await expect(link).toHaveCount(0);
});

test('each way to write code can be copied', { tag: '@engine' }, async ({ playground, page }) => {
  const ways = {
    HTML: '<livewebinar-room',
    React: "from 'livewebinar-room/react'",
    Vue: "from 'livewebinar-room/vue'",
    Svelte: '<livewebinar-room',
    Angular: 'CUSTOM_ELEMENTS_SCHEMA',
    JavaScript: "createElement('livewebinar-room')",
  };
  for (const [way, part] of Object.entries(ways)) {
    await page.getByRole('tab', { name: way, exact: true }).click();
    await page.getByRole('button', { name: `Copy: ${way}`, exact: true }).click();
    expect(await playground.copied).toContain(part);
    expect(await playground.copied).toContain('123-123-123');
  }
  expect(playground.messages).toEqual([]);
});

test('a problem is said next to its field, and nothing is given to copy until it is solved', async ({
  playground,
  page,
}) => {
  const field = page.getByLabel('License key');
  await field.fill('');
  await field.blur();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(/Give the token of a room/);
  await expect(page.getByRole('tab')).toHaveCount(0);
  await page.getByRole('link', { name: 'License key' }).click();
  await expect(field).toBeFocused();
  await field.fill('open-day');
  await expect(field).not.toHaveAttribute('aria-invalid');
  await expect(playground.room.locator('[data-row=Room]')).toHaveText('open-day');

  await page.getByText('Addresses', { exact: true }).click();
  const origin = page.getByLabel('Where rooms are');
  await origin.fill('rooms.example.com');
  await origin.blur();
  await expect(origin).toHaveAccessibleDescription(/https origin/);
  expect(playground.messages).toEqual([]);
});

test('a text without a room says so', async ({ playground, page }) => {
  await playground.paste('hello');
  await page.getByLabel('Paste a link or a snippet').blur();
  await expect(page.getByText('No room was found in this.')).toBeVisible();
  await expect(page.getByLabel('Paste a link or a snippet')).toHaveAttribute(
    'aria-invalid',
    'true',
  );
});

test(
  'a link pasted into the field of the license key fills in the form',
  { tag: '@engine' },
  async ({ playground, page }) => {
    await page.getByLabel('License key').evaluate((field, text) => {
      // Firefox makes no paste event with a text of a script's own.
      const event = new Event('paste', { bubbles: true, cancelable: true });
      field.dispatchEvent(Object.assign(event, { clipboardData: { getData: () => text } }));
    }, HOST_LINK);
    await expect(page.getByLabel('License key')).toHaveValue('123-123-123');
    await expect(playground.room.locator('[data-row=Role]')).toHaveText('with a role token');
  },
);

test('a token of an earlier link does not stay', async ({ playground, page }) => {
  await playground.paste(HOST_LINK);
  await playground.paste('https://app.livewebinar.com/open-day');
  await expect(playground.room.locator('[data-row=Room]')).toHaveText('open-day');
  await expect(playground.room.locator('[data-row=Role]')).toHaveText('attendee');
  await expect(page.getByText('IYuUtn2P')).toHaveCount(0);
});

test('a role token in the code is warned of, and can be left out', async ({ playground, page }) => {
  const code = page.getByRole('tabpanel');
  await expect(page.getByRole('note')).toHaveCount(0);
  await playground.paste(HOST_LINK);
  await expect(code.getByRole('note')).toContainText('This code holds a role token');
  await expect(page.getByRole('note').filter({ hasText: 'host or presenter alone' })).toBeVisible();
  await code.getByRole('button', { name: 'Leave out' }).click();
  await expect(code.getByLabel('HTML', { exact: true }).last()).not.toContainText('IYuUtn2P');
  await expect(code.getByRole('button', { name: 'Put back' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(code.getByLabel('HTML', { exact: true }).last()).toContainText('IYuUtn2P');
});

test('a fault shows what visitors would see, and the log what happened', async ({
  playground,
  page,
}) => {
  await page.getByText('Events', { exact: true }).click();
  const log = page.getByRole('log');
  await expect(log).toContainText('loading → ready');
  await page.getByLabel('Fault').selectOption('fault-script-404');
  await expect(playground.element.getByRole('button', { name: /try again/i })).toBeVisible();
  await expect(log).toContainText('attempt 1: script-failed, tries again');
  await expect(log).toContainText('loading → error');
  // The fault is the preview's alone.
  await expect(page.getByRole('tabpanel')).toContainText('license-key="123-123-123"');
  await page.getByLabel('Fault').selectOption('');
  await expect(playground.room.locator('[data-row=Room]')).toHaveText('123-123-123');
});

test('width and theme of the preview can be changed', async ({ playground, page }) => {
  const width = () => playground.element.evaluate((room) => room.getBoundingClientRect().width);
  await page.getByRole('radio', { name: 'Phone' }).check();
  await expect.poll(width).toBe(360);
  await page.getByRole('radio', { name: 'Tablet' }).check();
  await expect.poll(width).toBe(768);
  await page.getByText('Behaviour', { exact: true }).click();
  await page.getByLabel('Opens').selectOption('click');
  const scheme = () => playground.element.evaluate((room) => getComputedStyle(room).colorScheme);
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect.poll(scheme).toBe('dark');
  await page.getByRole('radio', { name: 'Light' }).check();
  await expect.poll(scheme).toBe('light');
});

test('the preview speaks every language of the element', async ({ playground, page }) => {
  await page.getByLabel('Fault').selectOption('fault-script-empty');
  const language = page.getByLabel('Language');
  await expect(language.locator('option')).toHaveText([
    'English',
    'العربية',
    'Deutsch',
    'Español',
    'Français',
    'Italiano',
    '日本語',
    'Polski',
    'Português',
    'Українська',
  ]);
  await language.selectOption('日本語');
  await expect(playground.element).toContainText('ルームを開いています');
  await language.focus();
  await page.keyboard.press('ArrowDown');
  await expect(language).toHaveValue('pl');
  await expect(playground.element).toContainText('Otwieranie pokoju');
  await language.selectOption('العربية');
  await expect(playground.element.locator('section')).toHaveCSS('direction', 'rtl');
  // The page itself and its code are as they were.
  await expect(page.getByRole('heading', { name: 'Preview' })).toHaveCSS('direction', 'ltr');
  await expect(page.getByRole('tabpanel')).not.toContainText('lang=');
  // It stays with the next room.
  await page.getByLabel('Fault').selectOption('fault-script-404');
  await expect(playground.element.getByRole('button', { name: 'إعادة المحاولة' })).toBeVisible();
  expect(playground.messages.filter((message) => !message.includes('404'))).toEqual([]);
});

test('the real room is asked for nothing before the visitor joins', async ({
  playground,
  page,
}) => {
  await page.route(VENDOR, (route) => route.abort());
  await page.getByRole('radio', { name: 'Real LiveWebinar' }).check();
  await expect(page.getByRole('note')).toContainText('Real room');
  await expect(page.getByLabel('Fault')).toBeDisabled();
  const join = playground.element.getByRole('button');
  await expect(join).toBeVisible();
  await page.getByLabel('Nickname').fill('Grace');
  await expect(playground.element).toContainText('Grace');
  expect(playground.outside).toEqual([]);
  await join.click();
  await expect.poll(() => playground.outside.length).toBeGreaterThan(0);
  expect(playground.outside[0]).toContain('https://embed.livewebinar.com/em?t=123-123-123');
  expect(playground.outside[0]).toContain('_nickname=Grace');
});

test('nothing of what is typed gets into the address or a storage', async ({
  playground,
  page,
  context,
}) => {
  const address = page.url();
  await playground.paste(HOST_LINK);
  await expect(playground.room.locator('[data-row=Role]')).toHaveText('with a role token');
  await page.getByRole('button', { name: 'QR code of the attendee link' }).click();
  await expect(page.getByRole('img', { name: 'QR code' })).toBeVisible();
  expect(page.url()).toBe(address);
  expect(await context.cookies()).toEqual([]);
  const stored = () =>
    page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      (await indexedDB.databases()).length,
      (await caches.keys()).length,
    ]);
  expect(await stored()).toEqual([0, 0, 0, 0]);
  // The stand-in alone is told who comes in.
  const told = playground.requests.filter((url) => url.includes('IYuUtn2P'));
  expect(told.every((url) => url.startsWith(STAND_IN_ORIGIN))).toBe(true);
  await page.reload();
  await expect(page.getByLabel('Nickname')).toHaveValue('Ada');
  expect(playground.outside).toEqual([]);
});

test('the QR code comes on demand and follows the link', async ({ playground, page }) => {
  const before = playground.requests.length;
  const button = page.getByRole('button', { name: 'QR code of the attendee link' });
  await button.click();
  const code = page.locator('.qr path').last();
  await expect(code).toBeVisible();
  expect(playground.requests.length).toBeGreaterThan(before);
  const first = await code.getAttribute('d');
  await page.getByLabel('Nickname').fill('Somebody else');
  await expect(code).not.toHaveAttribute('d', first!);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download as SVG' }).click();
  expect((await download).suggestedFilename()).toBe('webinar-room.svg');
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await button.click();
  await expect(page.locator('.qr')).toHaveCount(0);
});

test('everything works by keyboard', { tag: '@engine' }, async ({ playground, page }) => {
  await page.getByLabel('Paste a link or a snippet').focus();
  await page.keyboard.insertText(HOST_LINK);
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('License key')).toBeFocused();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Role token')).toBeFocused();

  await page.getByRole('radio', { name: 'Full' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('radio', { name: 'Tablet' })).toBeChecked();

  await page.getByRole('tab', { name: 'HTML' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'React' })).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('tab', { name: 'JavaScript' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Home');
  await page.keyboard.press('Tab'); // the panel's own button, then the code
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await playground.copied).toContain('<livewebinar-room');
  expect(playground.messages).toEqual([]);
});

test(
  'a phone shows all of it without scrolling sideways',
  { tag: '@engine' },
  async ({ playground, page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await playground.paste(HOST_LINK);
    for (const title of ['Person', 'Behaviour', 'Addresses', 'Events']) {
      await page.getByText(title, { exact: true }).click();
    }
    await page.getByRole('radio', { name: 'Tablet' }).check();
    await page.getByRole('radio', { name: 'Real LiveWebinar' }).check();
    const beyond = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(beyond).toBe(0);
    const small = await page
      .locator('button:visible, input:visible, select:visible, summary:visible')
      .evaluateAll((all) =>
        all.filter((one) => one.getBoundingClientRect().height < 24).map((one) => one.outerHTML),
      );
    expect(small).toEqual([]);
  },
);

test('what is chosen is seen in forced colours', async ({ playground, page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const background = (words: string) =>
    page
      .getByText(words, { exact: true })
      .first()
      .evaluate((one) => getComputedStyle(one).backgroundColor);
  expect(await background('Full')).not.toBe(await background('Phone'));
  expect(await background('HTML')).not.toBe(await background('React'));
  expect(playground.messages).toEqual([]);
});

test('a wide window is used for the preview', async ({ playground, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  expect((await playground.element.boundingBox())!.width).toBeGreaterThan(900);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [360, 1440]) {
    test(`axe finds nothing: ${colorScheme}, ${width} px`, async ({ playground, page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await expectNoFindings(page);
      await playground.paste(HOST_LINK);
      for (const title of ['Person', 'Behaviour', 'Addresses', 'Events']) {
        await page.getByText(title, { exact: true }).click();
      }
      await page.getByLabel('Way in').selectOption('iframe');
      await page.getByRole('button', { name: 'QR code of the attendee link' }).click();
      await page.getByRole('radio', { name: 'Real LiveWebinar' }).check();
      await expectNoFindings(page);
      await page.getByLabel('Avatar').fill('me.png');
      await page.getByLabel('Avatar').blur();
      await expect(page.getByText('Almost there')).toBeVisible();
      await expectNoFindings(page);
    });
  }
}

test('where no stand-in answers, the page says so and the rest works', async ({ page }) => {
  const playground = new Playground(page);
  // A slow phone paints between the parts of the page.
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto('http://playground.localhost:4173/');
  const shifts = await watchShifts(page);
  await expect(page.getByRole('note')).toContainText('No stand-in here');
  await expect(playground.element).toHaveCount(0);
  expect(await shifts()).toEqual([]);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await playground.paste(HOST_LINK);
  await expect(page.getByRole('tabpanel')).toContainText('role-token="IYuUtn2P"');
  // Another site's page has no business on the visitor's own ports.
  expect(playground.requests.filter((url) => url.startsWith(STAND_IN_ORIGIN))).toEqual([]);
  expect(playground.messages).toEqual([]);
});

for (const mode of ['script', 'iframe'] as const) {
  test(
    `a page that sends the policy lines has the room and its camera: ${mode}`,
    { tag: '@engine' },
    async ({ page }) => {
      const { contentSecurityPolicy, permissionsPolicy, trustedTypes } = policyLines({
        mode,
        embedOrigin: STAND_IN_ORIGIN,
        roomOrigin: STAND_IN_ORIGIN,
      });
      const file = fileURLToPath(
        new URL('../../dist/cdn/livewebinar-room.min.js', import.meta.url),
      );
      const server = createServer((request, response) => {
        if (request.url === '/room.js') {
          response.setHeader('content-type', 'text/javascript');
          return response.end(readFileSync(file));
        }
        const own = contentSecurityPolicy.map((line) => line.replace(/^script-src/, "$& 'self'"));
        const rest = [
          "default-src 'none'",
          "style-src 'self'",
          'img-src data:',
          ...(mode === 'iframe' ? ["script-src 'self'"] : []),
        ];
        response.setHeader(
          'content-security-policy',
          [...own, ...rest, ...trustedTypes].join('; '),
        );
        response.setHeader('permissions-policy', permissionsPolicy);
        response.setHeader('content-type', 'text/html');
        return response.end(`<!doctype html><title>Page</title><link rel="icon" href="data:,">
        <script type="module" src="/room.js"></script>
        <livewebinar-room license-key="policy" mode="${mode}" embed-origin="${STAND_IN_ORIGIN}"
          room-origin="${STAND_IN_ORIGIN}"></livewebinar-room>`);
      });
      await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
      const messages: string[] = [];
      page.on('console', (message) => messages.push(message.text()));
      await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
      const room = page.frameLocator('livewebinar-room iframe');
      // Playwright's click does not reach a frame of another origin in Firefox.
      await room.getByRole('button').evaluate((button: HTMLElement) => button.click());
      await expect(room.getByRole('status')).toContainText('Camera is on');
      expect(messages).toEqual([]);
      server.close();
    },
  );
}
