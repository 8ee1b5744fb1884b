import { expect, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { find } from '../../scripts/browsers.mjs';
import { SECOND_SCRIPT } from '../../src/testing/stand-in/embed-script.js';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import { expectNoFindings } from './axe.js';
import {
  findField,
  framingUrl,
  readVisitor,
  SITE,
  test,
  withAttributes,
} from './room-page-site.js';

const ATTENDEE = { Room: '123-123-123', Role: 'attendee' };
const HOST = { ...ATTENDEE, Role: 'with a role token' };

test.describe('the URL of a room', () => {
  const urls: [url: string, visitor: Record<string, string>][] = [
    ['/room/123-123-123', ATTENDEE],
    ['/room/123-123-123/abcxyz123', HOST],
    ["/room/123-123-123?_nickname=O'Brien%20%F0%9F%8E%A5", { ...ATTENDEE, Name: "O'Brien 🎥" }],
    [
      '/room/123-123-123/?_personal_token=abc&_email=ada@example.com',
      { ...ATTENDEE, Role: 'with a personal link', 'E-mail': 'ada@example.com' },
    ],
    ['/room/open%20day', { ...ATTENDEE, Room: 'open day' }],
    ['/room/123-123-123?avatar_url=javascript:alert(1)', ATTENDEE],
    ['/room/123-123-123#456-456-456', ATTENDEE],
    ['/room/#123-123-123', ATTENDEE],
    ['/room/index.html#123-123-123', ATTENDEE],
    ['/room/#/123-123-123/', ATTENDEE],
    ['/room/#123-123-123/abcxyz123?_nickname=Ada%20B', { ...HOST, Name: 'Ada B' }],
    [
      '/room/#123-123-123?_nickname=Ada&_email=a@b.example',
      { ...ATTENDEE, Name: 'Ada', 'E-mail': 'a@b.example' },
    ],
  ];
  test('opens the room', { tag: '@engine' }, async ({ page, origin, messages }) => {
    for (const [url, visitor] of urls) {
      await test.step(url, async () => {
        await page.goto('about:blank');
        await page.goto(origin + url);
        expect(await readVisitor(page)).toEqual(visitor);
        await expect(findField(page)).toBeHidden();
        expect(messages).toEqual([]);
      });
    }
  });

  test('can name the avatar in either spelling', async ({ page, origin, messages }) => {
    const avatar = `${STAND_IN_ORIGIN}/stand-in/avatar.svg`;
    for (const name of ['avatar_url', '_avatar_url']) {
      await page.goto(`${origin}/room/123-123-123?${name}=${avatar}`);
      await expect(
        page.frameLocator('livewebinar-room iframe').getByRole('img', { name: 'Avatar' }),
      ).toHaveAttribute('src', avatar);
    }
    expect(messages).toEqual([]);
  });

  test('opens another room when its hash changes', async ({ page, origin }) => {
    await page.goto(`${origin}/room/#123-123-123`);
    await readVisitor(page);
    await page.goto(`${origin}/room/#456-456-456`);
    await expect.poll(async () => (await readVisitor(page)).Room, 'the hash').toBe('456-456-456');
    await page.goto(`${origin}/room/#`);
    await expect(findField(page)).toBeVisible();
  });

  test('keeps the room when the hash changes after a path', async ({ page, origin, messages }) => {
    await page.goto(`${origin}/room/123-123-123`);
    await readVisitor(page);
    await page.evaluate(() => {
      document.body.dataset.isSame = '';
      location.hash = '456-456-456';
    });
    await page.waitForFunction(() => location.hash === '#456-456-456');
    expect((await readVisitor(page)).Room).toBe('123-123-123');
    await expect(page.locator('body')).toHaveAttribute('data-is-same');
    expect(messages).toEqual([]);
  });

  test('fills the window and has no findings of axe', async ({ page, origin }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(`${origin}/room/123-123-123`);
    await readVisitor(page);
    expect(await page.locator('livewebinar-room').boundingBox()).toEqual({
      x: 0,
      y: 0,
      width: 360,
      height: 640,
    });
    await expectNoFindings(page);
  });
});

test.describe('every other URL', () => {
  const LONG = 'a'.repeat(8000);
  const urls = [
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
    '/room/#1/2/3',
    '/room/#%20',
    '/room/#%E0%A4%A',
    '/room/#\\evil.example/x/y',
  ];
  test('asks for a room', { tag: '@engine' }, async ({ page, origin, messages }) => {
    for (const url of urls) {
      await test.step(url.slice(0, 40), async () => {
        await page.goto('about:blank');
        await page.goto(origin + url);
        await expect(findField(page)).toBeVisible();
        const isFolder = ['/room/', '/room/index.html'].includes(url);
        await expect(page.getByText('This link does not lead to a room.')).toBeVisible({
          visible: !isFolder,
        });
        await expect(page.locator('livewebinar-room')).toBeHidden();
        expect(messages).toEqual([]);
      });
    }
  });

  test('has no findings of axe, with and without a problem', async ({ page, origin }) => {
    await page.goto(`${origin}/room/`);
    await expect(findField(page)).toBeVisible();
    await expectNoFindings(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.getByRole('button', { name: 'Join' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expectNoFindings(page);
    await findField(page).fill('hello');
    await findField(page).press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectNoFindings(page);
  });
});

/** Pastes or drops a text in the page. */
const transfer = (page: Page, type: 'paste' | 'drop', text: string) =>
  findField(page).evaluate(
    (input, { type, text }) => {
      const data = new DataTransfer();
      data.setData('text', text);
      // In Firefox, a script cannot create a ClipboardEvent with data.
      const event = new Event(type, { cancelable: true });
      const name = type === 'paste' ? 'clipboardData' : 'dataTransfer';
      input.dispatchEvent(Object.assign(event, { [name]: data }));
    },
    { type, text },
  );

test.describe('the field', () => {
  const texts: [text: string, path: string][] = [
    ['123-123-123', '/room/123-123-123'],
    [' 123 123 123 ', '/room/123-123-123'],
    ['123123123', '/room/123-123-123'],
    ['12 31 23 123', '/room/123-123-123'],
    ['https://app.livewebinar.com/123-123-123', '/room/123-123-123'],
    [
      'app.livewebinar.com/123-123-123/x/IYuUtn2P?_nickname=John%20Doe',
      '/room/123-123-123/IYuUtn2P?_nickname=John%20Doe',
    ],
    ['https://www.example.com/room/123-123-123/abcxyz123', '/room/123-123-123/abcxyz123'],
  ];
  test(
    'leads to the room, at a URL that can be shared',
    { tag: '@engine' },
    async ({ page, origin, messages }) => {
      for (const [text, path] of texts) {
        await test.step(text, async () => {
          await page.goto(`${origin}/room/`);
          await findField(page).fill(text);
          await findField(page).press('Enter');
          await page.waitForURL(origin + path);
          expect((await readVisitor(page)).Room).toBe('123-123-123');
        });
      }
      await page.reload();
      expect((await readVisitor(page)).Role).toBe('with a role token');
      expect(messages).toEqual([]);
    },
  );

  test(
    "reads the vendor's snippet and a message when they are pasted or dropped",
    { tag: '@engine' },
    async ({ page, origin }) => {
      const snippet = `<script>
      // A comment
      var _options = { '_license_key': '123-123-123', '_nickname': 'Ada' };
    </script>`;
      const message = 'Join us:\nhttps://app.livewebinar.com/123-123-123?_nickname=Ada\nat five';
      await page.goto(`${origin}/room/`);
      for (const type of ['paste', 'drop'] as const) {
        for (const text of [snippet, message]) {
          await findField(page).fill('');
          await transfer(page, type, text);
          await expect(findField(page)).toHaveValue(`${origin}/room/123-123-123?_nickname=Ada`);
        }
      }
      await page.getByRole('button', { name: 'Join' }).click();
      await page.waitForURL(`${origin}/room/123-123-123?_nickname=Ada`);
    },
  );

  test(
    'asks before it opens a room by a single word',
    { tag: '@engine' },
    async ({ page, origin, vendorRequests }) => {
      await page.goto(`${origin}/room/`);
      await findField(page).fill('hello');
      await findField(page).press('Enter');
      const question = page.getByRole('dialog', { name: 'Open the room hello?' });
      await expect(question).toBeVisible();
      await question.getByRole('button', { name: 'Cancel' }).click();
      await expect(question).toBeHidden();
      await expect(findField(page)).toBeFocused();
      await findField(page).press('Enter');
      await page.keyboard.press('Escape');
      await expect(question).toBeHidden();
      expect(page.url()).toBe(`${origin}/room/`);
      expect(vendorRequests).toEqual([]);
      await findField(page).press('Enter');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${origin}/room/hello`);
      expect((await readVisitor(page)).Room).toBe('hello');
    },
  );

  test('refuses a number with other than nine digits', async ({ page, origin }) => {
    await page.goto(`${origin}/room/`);
    for (const [text, count] of [
      ['456-456', 6],
      ['12345', 5],
      ['123-123-1234', 10],
      ['1', 1],
    ] as const) {
      await findField(page).fill(text);
      await findField(page).press('Enter');
      await expect(findField(page)).toHaveAccessibleDescription(
        `A room number has nine digits, such as 123\u2011123\u2011123. You entered ${count}.`,
      );
      await expect(findField(page)).toBeFocused();
    }
    expect(page.url()).toBe(`${origin}/room/`);
  });

  test('names the problem until something else is typed', async ({ page, origin }) => {
    await page.goto(`${origin}/room/`);
    await expect(findField(page)).toHaveAccessibleDescription('');
    for (const text of [
      '',
      'Hello, are you there?',
      'https://example.com/',
      'app.livewebinar.com',
    ]) {
      await findField(page).fill(text);
      await page.getByRole('button', { name: 'Join' }).click();
      await expect(page.getByRole('alert')).toBeVisible();
      await expect(findField(page)).toBeFocused();
      await expect(findField(page)).toHaveAttribute('aria-invalid', 'true');
      await expect(findField(page)).toHaveAccessibleDescription(/neither a room number/);
    }
    await findField(page).fill('1');
    await expect(page.getByRole('alert')).toBeHidden();
    await expect(findField(page)).toHaveAccessibleDescription('');
    expect(page.url()).toBe(`${origin}/room/`);
  });

  const L = 'https://app.livewebinar.com/123-123-123';
  const HEX = 'd9dd6a1f46965843abe286ed9ca0a365';
  const SIXTY = 'aB3'.repeat(20);
  const SNIPPET = `<script>
    var _options = { '_license_key': '123-123-123', '_nickname': 'Ada' };
  </script>`;
  /** Pasted texts, by the path to which they lead. */
  const PASTED: Record<string, string[]> = {
    '/room/123-123-123': [
      ...[`${L}.`, `(${L})`, `[Join](${L})`, `**${L}**`, `“${L}”`, `«${L}»`, `${L}。`, `${L}…`],
      ...[`<${L}|Join>`, `[url=${L}]Join[/url]`, `\u2068${L}\u2069`, `${L}%E2%80%8B`, `${L}%C2%A0`],
      ...['\u200b123-123-123\u200b', '/room/123-123-123%E2%80%8B', '１２３－１２３－１２３'],
      ...['１２３１２３１２３', '123ー123ー123', '123−123−123', '123·123·123', '123,123,123'],
      'https://app.livewebinar.com/１２３-１２３-１２３',
      `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(L)}&data=x`,
      `https://www.google.com/url?q=${L}&sa=D`,
      ...[`//app.livewebinar.com/123-123-123`, '<iframe src="//app.livewebinar.com/123-123-123">'],
      `https://livewebinar.com/terms-of-service, then ${L}`,
      `${L}\\nPassword: abc`,
      'Join at app.livewebinar.com/123-123-123 today',
      'First line\nJoin at app.livewebinar.com/123-123-123 today\nThird line',
      ...['Room: 123-123-123', 'Meeting ID 123-123-123\nPassword: abc', '#123-123-123'],
      ...['123-123-123.', '"123-123-123"', '(123-123-123)', '123 123 123', '123–123–123'],
      '{"join_url":"https:\\/\\/app.livewebinar.com\\/123-123-123"}',
      '<LivewebinarRoom licenseKey="123-123-123" />',
      '&lt;livewebinar-room license-key=" 123-123-123 "&gt;',
      'https://embed.archiebot.com/widget-login?attendee_email=&token=123-123-123&password_token=&_nickname=',
    ],
    '/room/123-123-123?_nickname=Ada': [
      `${L}?_nickname=Ada&amp;`,
      'https://app.livewebinar.com/123-12\r\n 3-123?_nickname=Ada',
      ...[SNIPPET, SNIPPET.replaceAll("'", '’'), JSON.stringify({ content: SNIPPET })],
      SNIPPET.replace('<script>', '<script><!--').replace('</script>', '//--></script>'),
      '//embed.livewebinar.com/em?t=123-123-123&_nickname=Ada',
      'http://embed.livewebinar.com/em?t=123-123-123&_license_key=123-123-123&_nickname=Ada',
      '<livewebinar-room license-key=“123-123-123” nickname=“Ada”>',
    ],
    '/room/123-123-123?_nickname=Ada&_password_token=abc': [
      `${L}?_nickname=Ada&amp;_password_token=abc`,
      `<iframe src="${L}?_nickname=Ada&amp;amp;_password_token=abc"></iframe>`,
    ],
    '/room/123-123-123/IYuUtn2P': [`${L}/x/IYuUtn2P.`, `Host: (${L}/x/IYuUtn2P)`],
    [`/room/123-123-123/${HEX}`]: [`https://livewebinar.com/123-123-123/${HEX}`],
    [`/room/123-123-123?_registrant_token=${SIXTY}`]: [
      `https://livewebinar.com/123-123-123/r/${SIXTY}`,
    ],
  };

  test('takes what people paste', async ({ page, origin }) => {
    // After an aborted navigation, browsers stay where they are.
    await page.route(
      ({ pathname }) => pathname.startsWith('/room/123'),
      (route) =>
        route.request().isNavigationRequest() ? route.abort('aborted') : route.continue(),
    );
    await page.goto(`${origin}/room/`);
    for (const [path, texts] of Object.entries(PASTED)) {
      for (const text of texts) {
        await test.step(text.slice(0, 60), async () => {
          await findField(page).fill(text.includes('\n') ? '' : text);
          if (text.includes('\n')) await transfer(page, 'paste', text);
          const [request] = await Promise.all([
            page.waitForRequest((each) => each.isNavigationRequest(), { timeout: 5000 }),
            findField(page).press('Enter'),
          ]);
          expect(request.url(), text).toBe(origin + path);
        });
      }
    }
  });

  test('stores and logs nothing', async ({ page, origin, messages }) => {
    await page.goto(`${origin}/room/`);
    await transfer(page, 'paste', 'Host:\nhttps://app.livewebinar.com/123-123-123/x/IYuUtn2P');
    await findField(page).fill('12345');
    await findField(page).press('Enter');
    await expect(page.getByRole('alert')).toBeVisible();
    const stored = await page.evaluate(async () => [
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      (await indexedDB.databases()).length,
      history.state as unknown,
    ]);
    expect(stored).toEqual([{}, {}, '', 0, null]);
    expect(messages).toEqual([]);
  });
});

test.describe('a host that serves files only', () => {
  test.use({ site: { ...SITE, host: 'files only' } });
  test('opens rooms in the hash of the folder', { tag: '@engine' }, async ({ page, origin }) => {
    await page.goto(`${origin}/room/`);
    await findField(page).fill('https://app.livewebinar.com/123-123-123/x/abc?_nickname=Ada');
    await findField(page).press('Enter');
    await page.waitForURL(`${origin}/room/#123-123-123/abc?_nickname=Ada`);
    expect(await readVisitor(page)).toEqual({ ...HOST, Name: 'Ada' });
    await page.goBack();
    await expect(findField(page)).toBeVisible();
  });
});

test.describe('a host with one error page for the whole site', () => {
  const recipe = new URL('../../docs/hosting/404.html', import.meta.url);
  test.use({ site: { ...SITE, host: 'files only', notFound: readFileSync(recipe, 'utf8') } });
  test('forwards the URLs of rooms and no other', { tag: '@engine' }, async ({ page, origin }) => {
    await page.goto(`${origin}/room/123-123-123/abcxyz123?_nickname=Ada%20B`);
    await page.waitForURL(`${origin}/room/#123-123-123/abcxyz123?_nickname=Ada%20B`);
    expect(await readVisitor(page)).toEqual({ ...HOST, Name: 'Ada B' });
    await page.goto(`${origin}/elsewhere/room/123-123-123`);
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
    expect(page.url()).toBe(`${origin}/elsewhere/room/123-123-123`);
  });
});

test.describe('prerendering', () => {
  /** What the prerendered page has done, in order. */
  const steps: string[] = [];
  let activate = () => {};
  const whenActivated = new Promise<string>((resolve) => (activate = () => resolve('')));
  const START = `<script type="speculationrules">
      {"prerender": [{"source": "list", "urls": ["/room/prerendered"], "eagerness": "immediate"}]}
    </script>
    <script>fetch('/activate').then(() => (location.href = '/room/prerendered'))</script>`;
  const MARKER = `await customElements.whenDefined('livewebinar-room');
    setTimeout(() => fetch('/loaded-' + document.prerendering), 300);`;
  const respond = ({ pathname }: URL) => {
    if (pathname === '/start') return START;
    if (pathname === '/marker.js') return MARKER;
    if (pathname === '/activate') return whenActivated;
    if (!pathname.startsWith('/loaded-')) return undefined;
    steps.push(pathname);
    return '';
  };
  const edit = (html: string) =>
    html.replace('</body>', '<script type="module" src="/marker.js"></script></body>');
  test.use({ site: { ...SITE, respond, edit } });

  test('requests the room once the visitor opens the page', async ({ origin, request }) => {
    const readRequests = async () => {
      const response = await request.get(`${STAND_IN_ORIGIN}/stand-in/requests?room=prerendered`);
      return ((await response.json()) as string[]).length;
    };
    const profile = mkdtempSync(path.join(tmpdir(), 'prerender-'));
    // Without a driver: Chromium does not prerender in pages that one is attached to.
    const browser = spawn(
      find('chromium')!.executablePath,
      ['--headless', '--no-sandbox', `--user-data-dir=${profile}`, `${origin}/start`],
      { stdio: 'ignore', detached: true },
    );
    try {
      await expect.poll(() => steps).toEqual(['/loaded-true']);
      expect(await readRequests()).toBe(0);
      activate();
      await expect.poll(readRequests).toBe(1);
    } finally {
      process.kill(-browser.pid!, 'SIGKILL');
      await once(browser, 'exit');
      rmSync(profile, { recursive: true, maxRetries: 10 });
    }
  });
});

test.describe("the vendor's scripts", () => {
  test.use({ site: { ...SITE, delay: 1000 } });

  test(
    'are requested before the element is there, once, and the preloads are used',
    { tag: '@engine' },
    async ({ page, origin, messages }) => {
      const times: [url: string, time: number][] = [];
      page.on('request', (request) => times.push([request.url(), performance.now()]));
      const bundle = page.waitForResponse(/livewebinar-room\.js/).then(() => performance.now());
      await page.goto(`${origin}/room/123-123-123/abcxyz123?_nickname=O'Brien%20%26%20Co`);
      await readVisitor(page);
      for (const script of ['/em?', SECOND_SCRIPT]) {
        const requests = times.filter(([url]) => url.startsWith(STAND_IN_ORIGIN + script));
        expect(requests, script).toHaveLength(1);
        expect(requests[0]![1], script).toBeLessThan((await bundle) - 500);
      }
      // Browsers report an unused preload some seconds after the page has loaded.
      await page.waitForTimeout(6000);
      expect(messages).toEqual([]);
    },
  );
});

test.describe('a sub-folder, with the page as the error document', () => {
  test.use({ site: { ...SITE, folder: '/webinars/live/', host: 'error document' } });
  test('opens rooms, and asks for one at other URLs', async ({ page, origin }) => {
    await page.goto(`${origin}/webinars/live/123-123-123/abc?_nickname=Ada`);
    expect(await readVisitor(page)).toMatchObject({ Room: '123-123-123', Name: 'Ada' });
    await page.goto(`${origin}/room/123-123-123`);
    await expect(findField(page)).toBeVisible();
    await findField(page).fill('123-123-123');
    await findField(page).press('Enter');
    await page.waitForURL(`${origin}/webinars/live/123-123-123`);
  });
});

test.describe('the root of a site', () => {
  test.use({ site: { ...SITE, folder: '/' } });
  test('opens rooms, and takes no other site for a room', async ({ page, origin }) => {
    await page.goto(`${origin}/123-123-123/abc`);
    expect(await readVisitor(page)).toMatchObject({ Role: 'with a role token' });
    await page.goto(`${origin}/`);
    await findField(page).fill('https://example.com/about');
    await findField(page).press('Enter');
    await expect(page.getByRole('alert')).toBeVisible();
  });
});

test.describe('a foreign frame', () => {
  /** Opens a page of another site that frames a URL, at once or in another frame. */
  const frame = (page: Page, origin: string, html: string) =>
    page.goto(framingUrl(origin.replace('localhost', '127.0.0.1'), html));

  test(
    'shows a link and requests nothing from the vendor',
    { tag: '@engine' },
    async ({ page, origin, vendorRequests }) => {
      for (const url of [
        '/room/123-123-123/abcxyz123?_nickname=Ada',
        '/room/#123-123-123/abcxyz123',
        '/room/',
      ]) {
        await frame(page, origin, `<iframe src="${origin}${url}"></iframe>`);
        const framed = page.frameLocator('iframe');
        const link = framed.getByRole('link', { name: 'Open in a new tab' });
        await expect(link).toBeVisible();
        await expect(link).toHaveAttribute('href', origin + url);
        await expect(link).toHaveAttribute('target', '_blank');
        await expect(framed.locator('livewebinar-room')).toBeHidden();
        await expect(framed.locator('#invitation')).toBeHidden();
        await framed.locator('livewebinar-room:defined').waitFor({ state: 'attached' });
        expect(vendorRequests).toEqual([]);
      }
    },
  );

  test('counts if it is sandboxed, or anywhere up the tree', async ({ page, origin }) => {
    const url = `${origin}/room/123-123-123`;
    for (const nested of [
      `<iframe sandbox="allow-scripts allow-same-origin" src="${url}"></iframe>`,
      `<iframe srcdoc='<iframe src="${url}"></iframe>'></iframe>`,
    ]) {
      await frame(page, origin, nested);
      await expect
        .poll(() => Promise.all(page.frames().map((each) => each.locator('#framed').isVisible())))
        .toContain(true);
    }
  });

  test.describe('with data-allow-framing', () => {
    test.use({ site: { ...SITE, edit: withAttributes('data-allow-framing') } });
    test('opens the room', async ({ page, origin }) => {
      await frame(page, origin, `<iframe src="${origin}/room/123-123-123"></iframe>`);
      const room = page.frameLocator('iframe').frameLocator('livewebinar-room iframe');
      await expect(room.locator('[data-row=Room]')).toBeVisible();
    });
  });
});

test('a frame of the same site opens the room', async ({ page, origin }) => {
  await page.goto(framingUrl(origin, '<iframe src="/room/123-123-123"></iframe>'));
  const room = page.frameLocator('iframe').frameLocator('livewebinar-room iframe');
  await expect(room.locator('[data-row=Room]')).toBeVisible();
});

test.describe('the language', () => {
  const HEADINGS = {
    ar: 'الانضمام إلى ندوة عبر الإنترنت',
    de: 'An einem Webinar teilnehmen',
    es: 'Unirse a un seminario web',
    fr: 'Rejoindre un webinaire',
    it: 'Partecipa a un webinar',
    ja: 'ウェビナーに参加',
    pl: 'Dołącz do webinaru',
    pt: 'Entrar em um webinar',
    uk: 'Приєднатися до вебінару',
  };

  for (const [language, heading] of Object.entries(HEADINGS)) {
    test.describe(language, () => {
      test.use({ locale: language });
      test("is the visitor's, in page and room", async ({ page, origin, messages }) => {
        await page.goto(`${origin}/room/`);
        await expect(page.getByRole('heading', { name: heading })).toBeVisible();
        await expect(page).toHaveTitle(heading);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await expect(page.locator('html')).toHaveCSS(
          'direction',
          language === 'ar' ? 'rtl' : 'ltr',
        );
        await expect(page.locator('[lang=en]')).toHaveCount(1); // for the owner alone
        await findField(page).fill('456-456');
        await findField(page).press('Enter');
        await expect(page.getByRole('alert')).toContainText('6');
        await expect(page.getByRole('alert')).not.toContainText('{');
        await findField(page).fill('hello');
        await findField(page).press('Enter');
        await expect(page.getByRole('dialog')).toContainText('hello');
        await expect(page.getByRole('dialog')).not.toContainText('{');
        await expectNoFindings(page);
        expect(messages).toEqual([]);
      });
    });
  }

  test.describe('of the HTML', () => {
    const withLang = (lang: string) => (html: string) =>
      html.replace('<html lang="en">', `<html ${lang}>`);
    const cases: [html: string, locale: string, heading: string][] = [
      ['lang="pl"', 'de', HEADINGS.pl],
      ['lang="de_AT"', 'en-US', HEADINGS.de],
      ['lang="nl"', 'de', 'Join a webinar'],
      ['lang="en" translate="no"', 'de', 'Join a webinar'],
    ];
    for (const [html, locale, heading] of cases) {
      test.describe(html, () => {
        test.use({ locale, site: { ...SITE, edit: withLang(html) } });
        test('wins over that of the visitor', async ({ page, origin }) => {
          await page.goto(`${origin}/room/`);
          await expect(page.getByRole('heading')).toHaveText(heading);
        });
      });
    }
  });

  test.describe('of a visitor', () => {
    test.use({ locale: 'pt-BR' });
    test('may be a regional one', async ({ page, origin }) => {
      await page.goto(`${origin}/room/`);
      await expect(page.getByRole('heading')).toHaveText(HEADINGS.pt);
      await expect(page.locator('html')).toHaveAttribute('lang', 'pt-BR');
    });

    test('is English if its file does not arrive', async ({ page, origin }) => {
      await page.route('**/translations/page/pt.js', (route) => route.abort());
      await page.goto(`${origin}/room/`);
      await expect(page.getByRole('heading')).toHaveText('Join a webinar');
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      await page.goto(`${origin}/room/123-123-123`);
      expect(await readVisitor(page)).toEqual(ATTENDEE);
    });
  });

  test.describe('of words of your own', () => {
    const edit = (html: string) =>
      html.replace('<h1 data-text="heading">Join a webinar</h1>', '<h1>Welcome</h1>');
    test.use({ locale: 'de', site: { ...SITE, edit } });
    test('stays', async ({ page, origin }) => {
      await page.goto(`${origin}/room/`);
      await expect(page.getByRole('heading')).toHaveText('Welcome');
      await expect(page.getByRole('button')).toHaveText('Teilnehmen');
    });
  });
});

test.describe('the accent', () => {
  for (const [accent, text] of [
    ['#b3261e', 'rgb(255, 255, 255)'],
    ['#ffd166', 'rgb(0, 0, 0)'],
    ['#777', 'rgb(0, 0, 0)'],
    ['#757575', 'rgb(255, 255, 255)'],
    ['oklch(0.9 0.2 130)', 'rgb(0, 0, 0)'],
    ['black', 'rgb(255, 255, 255)'],
  ] as const) {
    test.describe(accent, () => {
      const edit = (html: string) =>
        withAttributes('loading="click"')(html).replace(
          '<body>',
          `<body style="--livewebinar-room-accent: ${accent}">`,
        );
      test.use({ site: { ...SITE, edit } });
      test(`has the text ${text}`, { tag: '@engine' }, async ({ page, origin }) => {
        // Converts what browsers write in other color spaces.
        const readColor = (name: string) =>
          page.getByRole('button', { name }).evaluate((button) => {
            const context = document.createElement('canvas').getContext('2d')!;
            context.fillStyle = getComputedStyle(button).color;
            context.fillRect(0, 0, 1, 1);
            return `rgb(${[...context.getImageData(0, 0, 1, 1).data].slice(0, 3).join(', ')})`;
          });
        await page.goto(`${origin}/room/`);
        expect(await readColor('Join')).toBe(text);
        await page.goto(`${origin}/room/123-123-123`);
        expect(await readColor('Join the room')).toBe(text);
      });
    });
  }

  test.describe('with a text color of its own', () => {
    const edit = (html: string) =>
      html.replace(
        '<body>',
        '<body style="--livewebinar-room-accent: #000; --livewebinar-room-on-accent: #ff0">',
      );
    test.use({ site: { ...SITE, edit } });
    test('keeps it', async ({ page, origin }) => {
      await page.goto(`${origin}/room/`);
      await expect(page.getByRole('button')).toHaveCSS('color', 'rgb(255, 255, 0)');
    });
  });
});

test.describe('settings in the HTML', () => {
  test.describe('data-base', () => {
    test.use({ site: { ...SITE, edit: withAttributes('data-base="/webinars"') } });
    test('is where rooms are, if not in the folder', async ({ page, origin }) => {
      await page.goto(`${origin}/webinars/123-123-123/abc`);
      expect(await readVisitor(page)).toMatchObject({ Role: 'with a role token' });
      await page.goto(`${origin}/room/`);
      await findField(page).fill('123-123-123');
      await findField(page).press('Enter');
      await page.waitForURL(`${origin}/webinars/123-123-123`);
    });
  });

  test.describe('data-base="/"', () => {
    test.use({ site: { ...SITE, edit: withAttributes('data-base="/"') } });
    test('leaves the folder without a room', async ({ page, origin }) => {
      await page.goto(`${origin}/123-123-123`);
      expect(await readVisitor(page)).toEqual(ATTENDEE);
      await page.goto(`${origin}/room/`);
      await expect(findField(page)).toBeVisible();
    });
  });

  test.describe('data-hide-tokens', () => {
    test.use({ site: { ...SITE, edit: withAttributes('data-hide-tokens') } });
    test('keeps only name and avatar in the URL', { tag: '@engine' }, async ({ page, origin }) => {
      for (const start of ['/room/', '/room/#']) {
        await page.goto('about:blank');
        await page.goto(`${origin}${start}123-123-123/abc?_nickname=Ada&_email=ada@example.com`);
        expect(await readVisitor(page)).toEqual({
          ...HOST,
          Name: 'Ada',
          'E-mail': 'ada@example.com',
        });
        expect(page.url()).toBe(`${origin}${start}123-123-123?_nickname=Ada`);
      }
    });
  });

  test.describe('loading="click"', () => {
    test.use({ site: { ...SITE, edit: withAttributes('loading="click" controls') } });
    test('requests nothing before the click', async ({ page, origin, vendorRequests }) => {
      await page.goto(`${origin}/room/123-123-123`);
      await page.getByRole('button', { name: 'Join the room' }).hover();
      expect(vendorRequests).toEqual([]);
      await page.getByRole('button', { name: 'Join the room' }).click();
      await readVisitor(page);
      await expect(page.getByRole('button', { name: 'Full screen' })).toBeVisible();
    });
  });

  test.describe('label', () => {
    test.use({ site: { ...SITE, edit: withAttributes('label="Open day"') } });
    test('names the tab and the room', async ({ page, origin }) => {
      await page.goto(`${origin}/room/123-123-123`);
      await expect(page).toHaveTitle('Open day');
      await expect(page.getByRole('heading')).toHaveText('Open day');
    });
  });

  test.describe('data-starts-at and data-ends-at', () => {
    const edit = withAttributes(
      'data-starts-at="2030-01-01T10:00:00Z" data-ends-at="2030-01-01T11:00:00Z"',
    );
    test.use({ site: { ...SITE, edit } });
    test("are the element's, and nothing is preloaded", async ({ page, origin }) => {
      // Not those of the URL, which anyone can write.
      await page.goto(`${origin}/room/123-123-123?starts-at=2020-01-01T10:00:00Z`);
      const room = page.locator('livewebinar-room');
      await expect(room).toHaveAttribute('starts-at', '2030-01-01T10:00:00Z');
      await expect(room).toHaveAttribute('ends-at', '2030-01-01T11:00:00Z');
      await expect(page.locator('link[rel=preload]')).toHaveCount(0);
    });
  });

  test.describe('a logo', () => {
    const edit = (html: string) =>
      html.replace(/<!-- Your logo.*-->/, '<header><img src="/logo.svg" alt="Example"></header>');
    test.use({ site: { ...SITE, edit } });
    test('is above the page', async ({ page, origin, messages }) => {
      await page.goto(`${origin}/room/`);
      await expect(page.getByRole('img', { name: 'Example' })).toBeVisible();
      expect(messages).toEqual([]);
    });
  });
});

test('links to the page have a title and a description in chats', async ({ request, origin }) => {
  const html = await (await request.get(`${origin}/room/123-123-123`)).text();
  for (const property of ['type', 'title', 'description']) {
    expect(html).toMatch(new RegExp(`<meta property="og:${property}" content="[^"]+" />`));
  }
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
    await page.route('**/livewebinar-room.js', (route) => route.abort());
    await page.goto(`${origin}/room/123-123-123/abc?_nickname=Ada`);
    const link = page.getByRole('link', { name: 'Open the room' });
    // After five seconds.
    await expect(link).toBeVisible();
    await expect(link).toHaveAttribute(
      'href',
      `${STAND_IN_ORIGIN}/123-123-123/x/abc?_nickname=Ada`,
    );
  });

  for (const [mistake, edit] of [
    ['names another folder', (html: string) => html.replace('href="/room/"', 'href="/other/"')],
    ['lacks a slash', (html: string) => html.replace('href="/room/"', 'href="/room"')],
    ['is missing', (html: string) => html.replace(/<base .*>/, '')],
  ] as const) {
    test.describe(`<base> ${mistake}`, () => {
      test.use({ site: { ...SITE, edit } });
      test('the owner is told', async ({ page, origin }) => {
        for (const url of ['/room/', '/room/123-123-123', '/room/123-123-123/abc']) {
          await page.goto(origin + url);
          await expect(page.locator('#owner')).toBeVisible();
          await expect(page.locator('main')).toBeHidden();
        }
      });
    });
  }
});

const BUILT = new URL('../../dist/room-page/', import.meta.url);

/** Adds up what a page loads from the folder, compressed as hosts send it. */
function measure(...names: string[]): number {
  return names
    .map((name) => brotliCompressSync(readFileSync(new URL(name, BUILT))).length)
    .reduce((a, b) => a + b);
}

/** The files of the page that a room loads, without the element and the shared chunks. */
const OWN_FILES = ['index.html', 'room-page.css', 'enter-room.js'];
const SHARED_FILE = 'links.js';
const FIELD_FILES = ['ask-for-room.js', 'detect-room.js'];
const ELEMENT_FILE = 'livewebinar-room.js';

test('a room loads less than 6.5 KB beside the element, the field 5.1 KB more', () => {
  const own = measure(...OWN_FILES);
  const shared = measure(SHARED_FILE);
  const field = measure(...FIELD_FILES);
  const element = measure(ELEMENT_FILE);
  console.log(
    `room page, with brotli: ${own} + ${shared} + the element ${element}; field ${field}`,
  );
  expect(own).toBeLessThan(3_500);
  expect(shared).toBeLessThan(3_000);
  expect(field).toBeLessThan(5_100);
  const files = readdirSync(BUILT).filter((name) => /\.(html|css|js)$/.test(name));
  expect(files.sort()).toEqual([...OWN_FILES, SHARED_FILE, ...FIELD_FILES, ELEMENT_FILE].sort());
});
