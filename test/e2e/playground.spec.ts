import { expect, test as base, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { FAULT_NAMES } from '../../demo/playground/faults.js';
import { policyLines } from '../../demo/playground/policy-lines.js';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import { expectNoFindings } from './axe.js';

const HOST_LINK = "https://app.livewebinar.com/123-123-123/x/IYuUtn2P?_nickname=O'Brien";
const VENDOR = /^https:\/\/(app|embed)\.livewebinar\.com\//;
const GROUPS = ['Host or personal access', 'Appearance', 'Behavior', 'Domains and paths'];

/** The open playground, with its console messages and requests. */
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

  async open(fragment = ''): Promise<void> {
    await this.page.addInitScript(() => {
      // Reading the clipboard takes a permission that not every engine grants to a test.
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: (text: string) => (document.documentElement.dataset.copied = text) },
      });
    });
    await this.page.goto(`/${fragment}`);
    await expect(this.room.locator('[data-row=Room]')).not.toBeEmpty();
  }

  get room() {
    return this.page.frameLocator('livewebinar-room iframe');
  }

  get element() {
    return this.page.locator('livewebinar-room');
  }

  get code() {
    return this.page.locator('#code-panel');
  }

  get copyBar() {
    return this.page.getByRole('group', { name: 'Copy' });
  }

  get copied() {
    return this.page.evaluate(() => document.documentElement.dataset.copied);
  }

  async copy(): Promise<string> {
    await this.copyBar.getByRole('button').click();
    return (await this.copied) ?? '';
  }

  async choose(...names: string[]): Promise<void> {
    for (const name of names) await this.page.getByRole('radio', { name, exact: true }).check();
  }

  paste(text: string) {
    return this.page.getByLabel('Paste your invitation').fill(text);
  }

  async openGroup(...titles: string[]): Promise<void> {
    for (const title of titles) await this.page.getByText(title, { exact: true }).click();
  }

  /** Requests to anyone but the site and the stand-in. */
  get outside() {
    return this.requests.filter(
      (url) => !/^(http:\/\/([\w.]+\.)?localhost:(4173|4810)\/|data:|blob:|about:)/.test(url),
    );
  }
}

const test = base.extend<{ playground: Playground }>({
  playground: async ({ page }, use) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    const playground = new Playground(page);
    await playground.open();
    await use(playground);
  },
});

test.describe('pasting', () => {
  test(
    'a link fills in the form, opens the room and gives the code',
    { tag: '@engine' },
    async ({ playground, page }) => {
      await playground.paste(HOST_LINK);
      await expect(page.getByText('Filled in from an invitation link.')).toBeVisible();
      await expect(page.getByLabel('License key')).toHaveValue('123-123-123');
      await expect(page.getByLabel('Nickname')).toHaveValue("O'Brien");
      await playground.openGroup('Host or personal access');
      await expect(page.getByLabel('Role token')).toHaveValue('IYuUtn2P');
      await expect(playground.room.locator('[data-row=Role]')).toHaveText('with a role token');
      await expect(playground.room.locator('[data-row=Name]')).toHaveText("O'Brien");

      const code = await playground.copy();
      expect(code).toContain(`license-key="123-123-123"`);
      expect(code).toContain(`role-token="IYuUtn2P"`);
      await expect(page.getByText('Copied: HTML tag')).toBeVisible();
      await page.getByRole('button', { name: 'Copy: Role link' }).click();
      expect(await playground.copied).toBe(HOST_LINK);
      await page.getByRole('button', { name: 'Copy: Attendee link' }).click();
      expect(await playground.copied).toBe('https://app.livewebinar.com/123-123-123');
      await page.getByRole('button', { name: 'Copy: Path on your own site' }).click();
      expect(await playground.copied).toBe("/room/123-123-123/IYuUtn2P?_nickname=O'Brien");

      expect(playground.messages).toEqual([]);
      expect(playground.outside).toEqual([]);
    },
  );

  test('the name in a link is left out until it is wanted', async ({ playground, page }) => {
    const link = 'https://app.livewebinar.com/123-123-123';
    await playground.paste(`${link}?_nickname=Ann`);
    await expect(page.getByText('everyone would join as Ann')).toBeVisible();
    expect(await playground.copy()).not.toContain('Ann');
    await page.getByRole('button', { name: 'Copy a link to these settings' }).click();
    expect(await playground.copied).not.toContain('Ann');
    await page.getByRole('button', { name: 'QR code of the attendee link' }).click();
    const qrCode = page.getByRole('img', { name: 'QR code' });
    await expect(qrCode).toBeVisible();
    const withoutName = await qrCode.getAttribute('src');

    await page.getByRole('button', { name: 'Use the name' }).click();
    await expect(page.getByText('everyone would join as Ann')).toHaveCount(0);
    await expect(qrCode).not.toHaveAttribute('src', withoutName!);
    expect(await playground.copy()).toContain('nickname="Ann"');
    await page.getByRole('button', { name: 'Copy: Attendee link' }).click();
    expect(await playground.copied).toBe(`${link}?_nickname=Ann`);
    expect(playground.messages).toEqual([]);
  });

  test('a name that is typed after pasting is used', async ({ playground, page }) => {
    await playground.paste(HOST_LINK);
    await page.getByLabel('Nickname').fill('Grace');
    expect(await playground.copy()).toContain('nickname="Grace"');
  });

  test('a single word is asked about first', async ({ playground, page }) => {
    await playground.paste('open-day');
    await expect(page.getByText('Is “open-day” the name of a room?')).toBeVisible();
    await expect(page.getByLabel('License key')).toHaveValue('123-123-123');
    await page.getByRole('button', { name: 'Yes, use it' }).click();
    await expect(page.getByLabel('License key')).toHaveValue('open-day');
  });

  test('a link is offered back in the shape in which it was pasted', async ({
    playground,
    page,
  }) => {
    const link = 'https://livewebinar.com/123-123-123/0123456789abcdef0123456789abcdef';
    await playground.paste(`Your link: ${link}.`);
    await page.getByRole('button', { name: 'Copy: Role link' }).click();
    expect(await playground.copied).toBe(link);
    const login =
      'https://embed.archiebot.com/widget-login?attendee_email=&token=123-123-123&password_token=&_nickname=';
    await playground.paste(login);
    await page.getByRole('button', { name: 'Copy: The link you pasted' }).click();
    expect(await playground.copied).toBe(login);
    await page.getByLabel('License key').fill('456-456-456');
    await expect(page.getByText('The link you pasted')).toHaveCount(0);
  });

  test('a white-label link comes with the line that allows its origin', async ({
    playground,
    page,
  }) => {
    await playground.paste('https://rooms.example.com/123-123-123/x/IYuUtn2P');
    await page.getByRole('button', { name: 'Copy: Allowed origins' }).click();
    expect(await playground.copied).toBe(
      '<meta name="livewebinar-room-origins" content="https://rooms.example.com" />',
    );
    await playground.choose('Framework');
    await page.getByRole('button', { name: 'Copy: Allowed origins' }).click();
    expect(await playground.copied).toContain(
      "LivewebinarRoom.allowOrigins('https://rooms.example.com');",
    );
  });

  test('a script of a foreign origin never runs in the playground', async ({
    playground,
    page,
  }) => {
    await page.route(/example\.com/, (route) => route.fulfill({ body: '' }));
    await playground.paste(
      '<script src="https://example.com/em?t=123-123-123&_license_key=123-123-123"></script>',
    );
    await expect(page.getByText('Filled in from embed code.')).toBeVisible();
    await playground.choose('Real room');
    await page.route(VENDOR, (route) => route.fulfill({ body: 'A room' }));
    await playground.element.getByRole('button').click();
    await expect(playground.element.locator('iframe')).toHaveCount(1);
    expect(playground.requests.filter((url) => url.includes('example.com'))).toEqual([]);
  });

  test('a real room that is joined at once stays open', async ({ playground, page }) => {
    await page.route(VENDOR, (route) => route.fulfill({ body: 'A room' }));
    await page.clock.install();
    await playground.paste('https://app.livewebinar.com/456-456-456');
    await playground.choose('Real room');
    const joinButton = playground.element.getByRole('button', { name: 'Join the room' });
    await joinButton.click();
    await page.clock.runFor(5000);
    await expect(joinButton).toHaveCount(0);
  });

  test('a text without a room gets a message', async ({ playground, page }) => {
    await playground.paste('https://example.com/');
    const field = page.getByLabel('Paste your invitation');
    await field.blur();
    await expect(page.getByText('There is no room in this text.')).toBeVisible();
    await expect(field).toHaveAttribute('aria-invalid', 'true');
  });

  test(
    'a link in the field of the license key fills in the form',
    { tag: '@engine' },
    async ({ playground, page }) => {
      await page.getByLabel('License key').evaluate((field, text) => {
        // In Firefox, a script cannot give a paste event its text.
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
});

test.describe('the result', () => {
  for (const [width, height] of [
    [390, 844],
    [768, 1024],
    [1440, 900],
  ] as const) {
    test(`its first copy button is in view, and stays there: ${width} px`, async ({
      playground,
      page,
    }) => {
      await page.setViewportSize({ width, height });
      const button = playground.copyBar.getByRole('button', { name: 'Copy' });
      await expect(button).toBeInViewport({ ratio: 1 });
      await page.mouse.wheel(0, 600);
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
      await expect(button).toBeInViewport({ ratio: 1 });
    });
  }

  test('shows preview and code side by side in a wide window', async ({ playground }) => {
    const [preview, code] = await Promise.all([
      playground.element.boundingBox(),
      playground.code.boundingBox(),
    ]);
    expect(preview!.width).toBeGreaterThan(400);
    expect(code!.x).toBeGreaterThan(preview!.x + preview!.width);
  });

  test('shows preview and code as tabs in a narrow window', async ({ playground, page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(playground.element).toBeVisible();
    await expect(playground.code).toBeHidden();
    const tab = page.getByRole('tab', { name: 'Preview' });
    await tab.focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name: 'Code' })).toBeFocused();
    await expect(playground.code).toBeVisible();
    await expect(playground.element).toBeHidden();
  });

  test('names what is public in it', async ({ playground, page }) => {
    await expect(playground.copyBar).toContainText('An example room');
    await page.getByLabel('License key').fill('456-456-456');
    await expect(playground.copyBar).toContainText('Public in it: the license key.');
    await page.getByLabel('Nickname').fill('Grace');
    await expect(playground.copyBar).toContainText('the license key and the name “Grace”.');
    await playground.paste(HOST_LINK);
    await expect(playground.copyBar).toContainText('Not for a public page');
  });

  test('warns of a role token, which can be left out', async ({ playground, page }) => {
    const { code } = playground;
    await expect(page.getByRole('note')).toHaveCount(0);
    await playground.paste(HOST_LINK);
    await expect(code.getByText('Contains a role token')).toBeVisible();
    await expect(page.getByRole('note').filter({ hasText: 'gets the role' })).toBeVisible();
    await code.getByRole('button', { name: 'Leave out' }).click();
    expect(await playground.copy()).not.toContain('IYuUtn2P');
    await code.getByRole('button', { name: 'Put back' }).focus();
    await page.keyboard.press('Enter');
    await expect(code.getByRole('button', { name: 'Leave out' })).toBeFocused();
    expect(await playground.copy()).toContain('IYuUtn2P');
  });

  test('is withheld until every problem is solved', async ({ playground, page }) => {
    const field = page.getByLabel('License key');
    await field.fill('');
    await field.blur();
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(/Enter a license key/);
    await expect(playground.copyBar.getByRole('button', { name: 'Copy' })).toHaveCount(0);
    await playground.code.getByRole('link', { name: 'License key' }).click();
    await expect(field).toBeFocused();
    await field.fill('open-day');
    await expect(field).not.toHaveAttribute('aria-invalid');
    await expect(playground.room.locator('[data-row=Room]')).toHaveText('open-day');

    await playground.openGroup('Domains and paths');
    const origin = page.getByLabel('Origin of rooms');
    await origin.fill('rooms.example.com');
    await origin.blur();
    await expect(origin).toHaveAccessibleDescription(/https origin/);
    await playground.copyBar.getByRole('button', { name: 'Show' }).click();
    await expect(origin).toBeFocused();
    expect(playground.messages).toEqual([]);
  });

  test('lists the policy lines of its format', async ({ playground }) => {
    await playground.openGroup('Policy lines');
    const policy = playground.code.getByLabel('Content-Security-Policy', { exact: true });
    await expect(policy).toContainText(
      'script-src https://unpkg.com https://embed.livewebinar.com;',
    );
    await playground.choose('Scripts are not allowed Iframe');
    await expect(policy).toHaveText('frame-src https://app.livewebinar.com;');
    await playground.choose('Framework');
    await expect(policy).toContainText('script-src https://embed.livewebinar.com;');
    await playground.choose('Mail, chat, slide, poster');
    await expect(policy).toHaveCount(0);
  });
});

test('the code of each framework can be copied', { tag: '@engine' }, async ({ playground }) => {
  const frameworks = {
    React: "from 'livewebinar-room/react'",
    Vue: "from 'livewebinar-room/vue'",
    Svelte: '<livewebinar-room',
    Angular: 'CUSTOM_ELEMENTS_SCHEMA',
    JavaScript: "createElement('livewebinar-room')",
  };
  await playground.choose('Framework');
  for (const [framework, part] of Object.entries(frameworks)) {
    await playground.choose(framework);
    const code = await playground.copy();
    expect(code).toContain(part);
    expect(code).toContain('123-123-123');
  }
  expect(playground.messages).toEqual([]);
});

test.describe('an online editor', () => {
  /** Fields of the form that a click on the button posts. */
  async function openEditor(page: Page, name: string): Promise<URLSearchParams> {
    const url = /^https:\/\/(stackblitz\.com|codepen\.io)\//;
    await page.context().route(url, (route) => route.fulfill({ body: 'An editor' }));
    const request = page.context().waitForEvent('request', (one) => url.test(one.url()));
    await page.getByRole('button', { name: `Open in ${name}` }).click();
    return new URLSearchParams((await request).postData() ?? '');
  }

  test('opens the tag in CodePen, without tokens', async ({ playground, page }) => {
    await playground.paste(HOST_LINK);
    const data = JSON.parse((await openEditor(page, 'CodePen')).get('data')!) as { html: string };
    expect(data.html).toContain('license-key="123-123-123"');
    expect(data.html).not.toContain('IYuUtn2P');
  });

  for (const [framework, file, part] of [
    ['React', 'src/webinar.jsx', "from 'livewebinar-room/react'"],
    ['Vue', 'src/Webinar.vue', "from 'livewebinar-room/vue'"],
    ['Svelte', 'src/Webinar.svelte', '<livewebinar-room'],
    ['Angular', 'src/webinar.ts', 'CUSTOM_ELEMENTS_SCHEMA'],
    ['JavaScript', 'src/webinar.js', "createElement('livewebinar-room')"],
  ] as const) {
    test(`opens ${framework} in StackBlitz, without tokens`, async ({ playground, page }) => {
      await playground.paste(HOST_LINK);
      await playground.choose('Framework', framework);
      const fields = await openEditor(page, 'StackBlitz');
      expect(fields.get('project[template]')).toBe('node');
      expect(fields.get(`project[files][${file}]`)).toContain(part);
      const manifest = JSON.parse(fields.get('project[files][package.json]')!) as {
        scripts: object;
        dependencies: object;
      };
      expect(manifest.scripts).toHaveProperty('dev');
      expect(manifest.dependencies).toHaveProperty('livewebinar-room');
      expect([...fields.values()].join()).not.toContain('IYuUtn2P');
      expect(playground.messages).toEqual([]);
    });
  }
});

test.describe('appearance', () => {
  test('changes the open room and the code', async ({ playground, page }) => {
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('livewebinar-room')!.dataset.same = '';
    });
    await playground.openGroup('Appearance');
    await page.getByLabel('Accent', { exact: true }).fill('#ffcc00');
    await page.getByLabel('Theme').selectOption('dark');
    await page.getByLabel('Language').selectOption('Deutsch');
    await page.getByLabel('Corners').selectOption('Square');
    const { element } = playground;
    await expect(element).toHaveAttribute('data-same');
    await expect(element).toHaveCSS('--livewebinar-room-accent', '#ffcc00');
    await expect(element).toHaveCSS('--livewebinar-room-on-accent', '#000000');
    await expect(element).toHaveCSS('color-scheme', 'dark');
    await expect(element).toHaveAttribute('lang', 'de');
    const code = await playground.copy();
    expect(code).toContain('lang="de"');
    expect(code).toContain(
      'style="color-scheme: dark; --livewebinar-room-accent: #ffcc00; --livewebinar-room-on-accent: #000000; --livewebinar-room-radius: 0"',
    );
    await page.getByLabel('Language').selectOption('As the page');
    await expect(element).not.toHaveAttribute('lang');
    expect(await playground.copy()).not.toContain('lang=');
  });

  test('warns of a contrast below 4.5 : 1', async ({ playground, page }) => {
    await playground.openGroup('Appearance');
    await page.getByLabel('Accent', { exact: true }).fill('#ffcc00');
    const text = page.getByLabel('Text on the accent');
    await expect(text).toHaveAccessibleDescription('');
    await text.selectOption('White');
    await expect(text).toHaveAccessibleDescription(/contrast of 1.5 : 1/);
  });

  test('offers every language of the element', async ({ playground, page }) => {
    await playground.openGroup('Appearance');
    await expect(page.getByLabel('Language').locator('option')).toHaveText([
      'As the page',
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
    await page.getByLabel('Language').selectOption('العربية');
    await page.getByLabel('Fault').selectOption('fault-script-404');
    await expect(playground.element.getByRole('button', { name: 'إعادة المحاولة' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Preview' })).toHaveCSS('direction', 'ltr');
  });
});

test.describe('the preview', () => {
  test('shows what visitors see of a fault, and logs the events', async ({ playground, page }) => {
    await playground.openGroup('Events');
    const log = page.getByRole('log');
    await expect(log).toContainText('loading → ready');
    await expect(page.locator('.state')).toHaveText('Open');
    await page.getByLabel('Fault').selectOption('fault-script-404');
    await expect(playground.element.getByRole('button', { name: /try again/i })).toBeVisible();
    await expect(page.locator('.state')).toHaveText('Could not open');
    await expect(log).toContainText('attempt 1: script-failed, tries again');
    await expect(log).toContainText('loading → error');
    // The fault belongs to the preview, not to the code.
    expect(await playground.copy()).toContain('license-key="123-123-123"');
    await page.getByLabel('Fault').selectOption('');
    await expect(playground.room.locator('[data-row=Room]')).toHaveText('123-123-123');
  });

  test('names faults in four words at most', () => {
    for (const name of Object.values(FAULT_NAMES)) expect(name.split(' ').length).toBeLessThan(5);
  });

  test('has the width of a phone, of a tablet, or its own', async ({ playground, page }) => {
    const box = () => playground.element.boundingBox();
    await playground.choose('Phone');
    await expect.poll(async () => (await box())!.width).toBe(360);
    await playground.choose('Tablet');
    expect(await playground.element.evaluate((room) => room.clientWidth)).toBe(768);
    // All of the tablet is in view.
    const viewport = await page.locator('.viewport').boundingBox();
    expect((await box())!.width).toBeLessThanOrEqual(viewport!.width);
  });

  test('requests nothing from the real room before the visitor joins', async ({
    playground,
    page,
  }) => {
    await page.route(VENDOR, (route) => route.abort());
    await playground.choose('Real room');
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
});

test('nothing that is typed gets into the URL or a storage', async ({
  playground,
  page,
  context,
}) => {
  const url = page.url();
  await playground.paste(HOST_LINK);
  await expect(playground.room.locator('[data-row=Role]')).toHaveText('with a role token');
  await page.getByRole('button', { name: 'QR code of the attendee link' }).click();
  await expect(page.getByRole('img', { name: 'QR code' })).toBeVisible();
  expect(page.url()).toBe(url);
  expect(await context.cookies()).toEqual([]);
  const stored = () =>
    page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      (await indexedDB.databases()).length,
      (await caches.keys()).length,
    ]);
  expect(await stored()).toEqual([0, 0, 0, 0]);
  // Only the stand-in learns who enters.
  const requests = playground.requests.filter((request) => request.includes('IYuUtn2P'));
  expect(requests.every((request) => request.startsWith(STAND_IN_ORIGIN))).toBe(true);
  await page.reload();
  await expect(page.getByLabel('Nickname')).toHaveValue('');
  expect(playground.outside).toEqual([]);
});

test('a shared link carries the settings, but no token', async ({ playground, page }) => {
  await playground.choose('CMS', 'Moodle');
  await playground.paste(`${HOST_LINK}&_password_token=secret1`);
  await playground.openGroup(...GROUPS);
  await page.getByLabel('E-mail').fill('ada@example.com');
  await page.getByLabel('Theme').selectOption('dark');
  await page.getByLabel('Toolbar').check();
  await page
    .getByLabel('Further options of the embed script')
    .fill('_disable_target_top=1\n_presenter_token=secret2');
  await page.getByRole('button', { name: 'Copy a link to these settings' }).click();
  const link = new URL((await playground.copied)!);
  expect(link.href).not.toMatch(/IYuUtn2P|secret|ada/);
  await page.goto('about:blank');
  await playground.open(link.hash);
  await expect(page.getByRole('radio', { name: 'Moodle' })).toBeChecked();
  await expect(page.getByLabel('Nickname')).toHaveValue('');
  const code = await playground.copy();
  expect(code).toContain('controls');
  expect(code).toContain('color-scheme: dark');
  expect(code).toContain(`embedOptions = { _disable_target_top: '1' }`);
});

test('the path on your own site opens there', async ({ playground, page }) => {
  await playground.paste(HOST_LINK);
  const link = page.getByRole('link', { name: "/room/123-123-123/IYuUtn2P?_nickname=O'Brien" });
  const opened = page.waitForEvent('popup');
  await link.click();
  const room = (await opened).frameLocator('livewebinar-room iframe');
  await expect(room.locator('[data-row=Name]')).toHaveText("O'Brien");
  await expect(room.locator('[data-row=Role]')).toHaveText('with a role token');
  await playground.openGroup('Domains and paths');
  await page.getByLabel('Path on your own site', { exact: true }).fill('/webinars');
  await expect(page.getByText("/webinars/123-123-123/IYuUtn2P?_nickname=O'Brien")).toBeVisible();
  await expect(link).toHaveCount(0);
});

test('the QR code is drawn on demand and follows the link', async ({ playground, page }) => {
  const before = playground.requests.length;
  const button = page.getByRole('button', { name: 'QR code of the attendee link' });
  await button.click();
  const code = page.getByRole('img', { name: 'QR code' });
  await expect(code).toBeVisible();
  expect(playground.requests.length).toBeGreaterThan(before);
  const first = await code.getAttribute('src');
  await page.getByLabel('Nickname').fill('Somebody else');
  await expect(code).not.toHaveAttribute('src', first!);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download as SVG' }).click();
  expect((await download).suggestedFilename()).toBe('webinar-room.svg');
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await button.click();
  await expect(code).toHaveCount(0);
});

test('everything works by keyboard', { tag: '@engine' }, async ({ playground, page }) => {
  await page.getByRole('radio', { name: 'My own page' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'CMS', exact: true })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Moodle' })).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Paste your invitation')).toBeFocused();
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

  await playground.copyBar.getByRole('button').focus();
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
    await playground.openGroup(...GROUPS, 'Events');
    await playground.choose('Tablet', 'Real room');
    const beyond = () =>
      page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
    expect(await beyond()).toBe(0);
    await page.getByRole('tab', { name: 'Code' }).click();
    await playground.openGroup('Policy lines', 'Open the room sooner');
    expect(await beyond()).toBe(0);
    const small = await page
      .locator(
        'button:visible, label:has(input[type=radio]):visible, select:visible, summary:visible',
      )
      .evaluateAll((all) =>
        all.filter((one) => one.getBoundingClientRect().height < 24).map((one) => one.outerHTML),
      );
    expect(small).toEqual([]);
  },
);

test('choices are visible in forced colors', async ({ playground, page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const background = (text: string) =>
    page
      .getByText(text, { exact: true })
      .first()
      .evaluate((one) => getComputedStyle(one).backgroundColor);
  expect(await background('Full')).not.toBe(await background('Phone'));
  expect(await background('My own page')).not.toBe(await background('CMS'));
  expect(playground.messages).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test(`axe finds nothing: ${colorScheme}, ${width} px`, async ({ playground, page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await expectNoFindings(page);
      await playground.paste(HOST_LINK);
      await playground.openGroup(...GROUPS, 'Events');
      await page.getByLabel('Mode').selectOption('iframe');
      await page.getByRole('button', { name: 'QR code of the attendee link' }).click();
      await playground.choose('Real room');
      if (width < 1280) await page.getByRole('tab', { name: 'Code' }).click();
      await playground.openGroup('Policy lines');
      await expectNoFindings(page);
      await playground.choose('CMS', 'Mail, chat, slide, poster', 'Slide or poster');
      await expectNoFindings(page);
      await page.getByLabel('Avatar').fill('me.png');
      await page.getByLabel('Avatar').blur();
      await expect(playground.copyBar).toContainText('Almost there');
      await expectNoFindings(page);
    });
  }
}

for (const mode of ['script', 'iframe'] as const) {
  test(
    `a page that sends the policy lines has the room and its camera: ${mode}`,
    { tag: '@engine' },
    async ({ page }) => {
      const { contentSecurityPolicy, permissionsPolicy, trustedTypes } = policyLines({
        mode,
        embedOrigin: STAND_IN_ORIGIN,
        roomOrigin: STAND_IN_ORIGIN,
        elementOrigin: "'self'",
      });
      const file = fileURLToPath(
        new URL('../../dist/cdn/livewebinar-room.min.js', import.meta.url),
      );
      const server = createServer((request, response) => {
        if (request.url === '/room.js') {
          response.setHeader('content-type', 'text/javascript');
          return response.end(readFileSync(file));
        }
        const rest = ["default-src 'none'", "style-src 'self'", 'img-src data:'];
        response.setHeader(
          'content-security-policy',
          [...contentSecurityPolicy, ...rest, ...trustedTypes].join('; '),
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
      // In Firefox, Playwright's click does not reach a cross-origin iframe.
      await room.getByRole('button').evaluate((button: HTMLElement) => button.click());
      await expect(room.getByRole('status')).toContainText('Camera is on');
      expect(messages).toEqual([]);
      server.close();
    },
  );
}
