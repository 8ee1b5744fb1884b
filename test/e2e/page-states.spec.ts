import { expect, test, type Page } from '@playwright/test';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
import {
  createElementWithIntegrity,
  ELEMENT,
  roomTag,
  startPageServer,
  type TestPage,
} from './page-server.js';

const TURBO = '<script type="module" src="/turbo/turbo.es2017-esm.js"></script>';
const REFRESH_BY_MORPHING = '<meta name="turbo-refresh-method" content="morph">';
const coep = (policy: string, opener = 'same-origin') => ({
  'cross-origin-opener-policy': opener,
  'cross-origin-embedder-policy': policy,
});
const VENDORS = ['variant-trap', 'variant-frame'];
const MODES = ['', 'isolated', 'mode="iframe"'];

const document = (head: string, body: string, headers = {}): TestPage => ({
  html: `<!doctype html><html lang="en"><head><title>Page</title>${head}</head><body>${body}</body></html>`,
  headers,
});

const pages: Record<string, TestPage> = {
  '/other.html': document(TURBO + ELEMENT, '<p>Other page</p>'),
};
for (const vendor of VENDORS) {
  pages[`/turbo-${vendor}.html`] = document(
    TURBO + ELEMENT,
    `<a href="/other.html">Other</a>${roomTag(`${vendor}-turbo`)}`,
  );
  pages[`/refresh-${vendor}.html`] = document(
    TURBO + REFRESH_BY_MORPHING + ELEMENT,
    `<h1>Room</h1>${roomTag(`${vendor}-refresh`).replace('><', '><a href="/">Open the room</a><')}`,
  );
  const main = `<main id="app"><h1>Room</h1>${roomTag(`${vendor}-morph`).replace('><', '><a href="/">Open the room</a><')}</main>`;
  pages[`/morph-${vendor}.html`] = document(
    `${ELEMENT}<script src="/idiomorph/idiomorph.js"></script>`,
    `${main}<template>${main}</template>`,
  );
  // As a browser or a prerender service saves a page with an open room.
  pages[`/stored-${vendor}.html`] = document(
    `${ELEMENT}<script async src="http://localhost:4810/em?t=${vendor}-stored&amp;_license_key=${vendor}-stored&amp;_widget_containerID=livewebinar-room-container"></script>`,
    roomTag(`${vendor}-stored`).replace(
      '><',
      '><div id="livewebinar-room-container" slot="room" style="height: 100%"><iframe src="about:blank"></iframe></div><',
    ),
  );
}
for (const [index, mode] of MODES.entries()) {
  const inPolicy = (key: string, headers: Record<string, string>) =>
    document(
      ELEMENT,
      roomTag(`${key}-${index}`, `loading="click" timeout="6000" ${mode}`),
      headers,
    );
  pages[`/coep-${index}.html`] = inPolicy('coep', coep('require-corp'));
  pages[`/coep-corp-${index}.html`] = inPolicy('variant-corp-coep', coep('require-corp'));
  pages[`/coep-not-isolated-${index}.html`] = inPolicy('coep', coep('require-corp', 'unsafe-none'));
  pages[`/coep-credentialless-${index}.html`] = inPolicy('coep', coep('credentialless'));
  pages[`/sandbox-${index}.html`] = document(
    ELEMENT,
    roomTag(`sandbox-${index}`, `loading="click" exclusive ask-name remember-name ${mode}`),
    { 'content-security-policy': 'sandbox allow-scripts' },
  );
  pages[`/no-camera-${index}.html`] = document(ELEMENT, roomTag(`no-camera-${index}`, mode), {
    'permissions-policy': 'camera=(), microphone=()',
  });
  pages[`/worker-${index}.html`] = document(
    `<script>navigator.serviceWorker.register('/worker.js');</script>${ELEMENT}`,
    roomTag(`worker-${index}`, mode),
  );
  pages[`/event-${index}.html`] = document(
    // As MooTools 1.3 does.
    `<script>window.Event = function () { throw new TypeError('not a native event'); };</script>${ELEMENT}`,
    roomTag(`event-${index}`, mode),
  );
  pages[`/hangs-${index}.html`] = document(
    ELEMENT,
    roomTag(`fault-script-hangs-${index}`, `timeout="1000" ${mode}`),
  );
}
// Like an offline plugin of a site builder, responds from its cache if it can.
pages['/worker.js'] = {
  html: `
    addEventListener('install', () => skipWaiting());
    addEventListener('activate', (event) => event.waitUntil(clients.claim()));
    addEventListener('fetch', (event) => event.respondWith((async () => {
      const cache = await caches.open('all');
      const cached = await cache.match(event.request, { ignoreVary: true });
      if (cached) return cached;
      const response = await fetch(event.request);
      if (event.request.method === 'GET') await cache.put(event.request, response.clone());
      return response;
    })()));`,
};
pages['/embedding.html'] = document('', '<iframe title="Course" src="/embedded.html"></iframe>');
pages['/embedded.html'] = document(ELEMENT, roomTag('embedded'));
pages['/exclusive.html'] = document(ELEMENT, roomTag('exclusive', 'exclusive'));
pages['/lockdown-first.html'] = document(
  `<script type="module">import '/ses/ses.mjs'; lockdown(); await import('/element/livewebinar-room.min.js').catch(() => {}); document.title = 'Locked down';</script>`,
  roomTag('lockdown-first').replace('></', '><a href="https://example.com/">Open the room</a></'),
);
pages['/lockdown.html'] = document(
  `<script type="module">import '/element/livewebinar-room.min.js'; import '/ses/ses.mjs'; lockdown();</script>`,
  roomTag('lockdown'),
);
pages['/page.xhtml'] = {
  html: `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Page</title><script type="module" src="/element/livewebinar-room.min.js"></script></head><body>${roomTag('xhtml').replace('></', '><a href="https://example.com/">Open the room</a></')}</body></html>`,
};
pages['/opener.html'] = document(ELEMENT, '<div style="height: 3000px">Opener</div>');
pages['/blank.html'] = document('', '');

let site: Awaited<ReturnType<typeof startPageServer>>;
test.beforeAll(async () => {
  site = await startPageServer(pages);
});
test.afterAll(() => site.stop());

const room = (page: Page) => page.locator('livewebinar-room');
const stateOf = (page: Page) => room(page).evaluate((element: LivewebinarRoom) => element.state);
/** All iframes of the page, in shadow roots and nested documents of its own origin as well. */
const countRooms = (page: Page) =>
  page.frames().filter((frame) => /\/stand-in\/frame|:4810\/\w/.test(frame.url())).length;

/** The document of the room. */
const findRoom = (page: Page) =>
  page.frames().find((frame) => /\/stand-in\/frame|:4810\/\w/.test(frame.url()))!;

/** Turns the camera on, in a room that can be two iframes deep. */
async function expectCamera(page: Page): Promise<void> {
  await expect.poll(() => countRooms(page)).toBe(1);
  await findRoom(page).getByRole('button').click();
  await expect(findRoom(page).getByRole('status')).toContainText('Camera is on');
}

/** Opens a room that waits for a click, and returns how that ends. */
const openRoom = (page: Page) =>
  page.evaluate(async () => {
    await customElements.whenDefined('livewebinar-room');
    const element = window.document.querySelector('livewebinar-room')!;
    await element.updateComplete;
    let attempts = 0;
    element.addEventListener('livewebinar-error', () => (attempts += 1));
    element.load();
    await element.whenReady().catch(() => {});
    const { state, error } = element;
    return { state, code: error?.code, message: error?.message, attempts };
  });

for (const vendor of VENDORS) {
  test(
    `a router that restores pages gets one room each time: ${vendor}`,
    { tag: '@engine' },
    async ({ page }) => {
      await page.goto(`${site.origin}/turbo-${vendor}.html`);
      for (let visit = 0; visit < 3; visit += 1) {
        await expect.poll(() => stateOf(page)).toBe('ready');
        await page.waitForTimeout(300); // A second room would need a moment to appear.
        await expect.poll(() => countRooms(page)).toBe(1);
        await page.getByRole('link', { name: 'Other' }).click();
        await expect(page.getByText('Other page')).toBeVisible();
        expect(countRooms(page)).toBe(0);
        await page.goBack();
      }
    },
  );

  test(
    `morphing the page to the same HTML keeps the call: ${vendor}`,
    { tag: '@engine' },
    async ({ page }) => {
      await page.goto(`${site.origin}/morph-${vendor}.html`);
      await expect.poll(() => stateOf(page)).toBe('ready');
      const states = await page.evaluate(() => {
        const states: string[] = [];
        const app = window.document.querySelector('#app')!;
        const { Idiomorph } = window as unknown as {
          Idiomorph: { morph(node: Element, html: string): void };
        };
        app
          .querySelector('livewebinar-room')!
          .addEventListener('livewebinar-statechange', ({ state }) => states.push(state));
        const html = window.document.querySelector('template')!.innerHTML;
        Idiomorph.morph(app, html);
        Idiomorph.morph(app, html.replace('<h1>Room', '<h1>New title'));
        return states;
      });
      await expect(page.getByRole('heading')).toHaveText('New title');
      expect(states).toEqual([]);
      await expect.poll(() => countRooms(page)).toBe(1);
      expect(await stateOf(page)).toBe('ready');
    },
  );

  test(`a refresh by morphing keeps the call: ${vendor}`, { tag: '@engine' }, async ({ page }) => {
    await page.goto(`${site.origin}/refresh-${vendor}.html`);
    await expect.poll(() => stateOf(page)).toBe('ready');
    // Playwright learns the iframe's URL later.
    await expect.poll(() => countRooms(page)).toBe(1);
    const url = findRoom(page).url();
    const states = await page.evaluate(async () => {
      const states: string[] = [];
      window.document
        .querySelector('livewebinar-room')!
        .addEventListener('livewebinar-statechange', ({ state }) => states.push(state));
      const { Turbo } = window as unknown as {
        Turbo: { visit(url: string, options: object): void };
      };
      window.document.querySelector('h1')!.textContent = 'Changed';
      const rendered = new Promise((resolve) => addEventListener('turbo:load', resolve));
      Turbo.visit(location.href, { action: 'replace' });
      await rendered;
      return states;
    });
    await expect(page.getByRole('heading')).toHaveText('Room');
    expect(states).toEqual([]);
    expect(await stateOf(page)).toBe('ready');
    expect(findRoom(page).url()).toBe(url);
  });

  test(
    `a stored page with an open room opens one room: ${vendor}`,
    { tag: '@engine' },
    async ({ page }) => {
      await page.goto(`${site.origin}/stored-${vendor}.html`);
      await expect.poll(() => stateOf(page)).toBe('ready');
      await page.waitForTimeout(300); // A second room would need a moment to appear.
      await expect.poll(() => countRooms(page)).toBe(1);
    },
  );
}

for (const [index, mode] of MODES.entries()) {
  const isIframe = mode.includes('iframe');

  for (const policy of ['coep', 'coep-not-isolated']) {
    test(
      `a page with ${policy} names the policy: ${mode || 'script'}`,
      { tag: '@engine' },
      async ({ page, browserName }) => {
        await page.goto(`${site.origin}/${policy}-${index}.html`);
        const isIsolated = await page.evaluate(() => crossOriginIsolated);
        expect(isIsolated).toBe(policy === 'coep');
        const { state, code, message, attempts } = await openRoom(page);
        if (isIframe && isIsolated && browserName === 'chromium') {
          expect(state).toBe('ready');
          await expect.poll(() => countRooms(page)).toBe(1);
          return;
        }
        expect(state).toBe('error');
        // Only Chromium tells pages that are not isolated about this policy.
        if (!isIsolated && browserName !== 'chromium') return;
        expect(code).toBe('script-blocked');
        expect(message).toContain('Cross-Origin-Embedder-Policy');
        expect(attempts).toBe(1);
      },
    );
  }

  test(`a page whose policy the vendor meets shows the room: ${mode || 'script'}`, async ({
    page,
  }) => {
    await page.goto(`${site.origin}/coep-corp-${index}.html`);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    expect(await openRoom(page)).toMatchObject({ state: 'ready' });
    await expectCamera(page);
  });

  test(
    `a blocked iframe is never an open room: ${mode || 'script'}`,
    { tag: '@engine' },
    async ({ page, browserName }) => {
      test.skip(browserName === 'firefox' && !isIframe, 'Firefox does not tell');
      // Lets scripts of other origins run, but no iframe without the policy.
      await page.goto(`${site.origin}/coep-credentialless-${index}.html`);
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
      const { state } = await openRoom(page);
      if (isIframe && browserName === 'chromium') {
        expect(state).toBe('ready');
        await expectCamera(page);
        return;
      }
      await expect.poll(() => stateOf(page)).toBe('error');
      const error = await room(page).evaluate(({ error }: LivewebinarRoom) =>
        String(error?.message),
      );
      expect(error).toContain('Cross-Origin-Embedder-Policy');
    },
  );

  test(`a sandboxed page shows the room, or names the sandbox: ${mode || 'script'}`, async ({
    page,
  }) => {
    await page.goto(`${site.origin}/sandbox-${index}.html`);
    expect(await page.evaluate(() => origin)).toBe('null');
    const { state, code, message, attempts } = await openRoom(page);
    if (mode === 'isolated') {
      expect([state, code, attempts]).toEqual(['error', 'script-blocked', 1]);
      expect(message).toContain('sandbox');
    } else {
      expect(state).toBe('ready');
      await expect.poll(() => countRooms(page)).toBe(1);
    }
  });

  test(`a Permissions-Policy without camera is told to visitors and the owner: ${mode || 'script'}`, async ({
    page,
  }) => {
    const lines: string[] = [];
    page.on('console', (line) => lines.push(line.text()));
    await page.goto(`${site.origin}/no-camera-${index}.html`);
    await expect(room(page).locator('[part=notice]')).toContainText('Camera and microphone');
    await expect.poll(() => stateOf(page)).toBe('ready');
    const ours = lines.filter((line) => line.startsWith('livewebinar-room'));
    expect(ours).toHaveLength(1);
    expect(ours[0]).toContain('Permissions-Policy');
  });

  test(`a service worker that responds from its cache shows one room: ${mode || 'script'}`, async ({
    page,
  }) => {
    await page.goto(`${site.origin}/worker-${index}.html`);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    for (let visit = 0; visit < 2; visit += 1) {
      await page.reload();
      expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
      await expect.poll(() => stateOf(page)).toBe('ready');
      await expect.poll(() => countRooms(page)).toBe(1);
    }
  });

  test(
    `a library that replaces Event does no harm: ${mode || 'script'}`,
    { tag: '@engine' },
    async ({ page }) => {
      const errors: string[] = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      await page.goto(`${site.origin}/event-${index}.html`);
      await expect.poll(() => stateOf(page)).toBe('ready');
      expect(errors).toEqual([]);
    },
  );

  test(`a vendor that never responds does not delay load for longer than an attempt: ${mode || 'script'}`, async ({
    page,
  }) => {
    await page.goto(`${site.origin}/hangs-${index}.html`, { waitUntil: 'commit' });
    await page.waitForLoadState('load', { timeout: 8000 });
  });
}

for (const name of ['enforced', 'report-only']) {
  test(`an Integrity-Policy is named if it blocks the room: ${name}`, async ({ page }) => {
    const header = name === 'enforced' ? 'integrity-policy' : 'integrity-policy-report-only';
    pages['/integrity.html'] = document(
      createElementWithIntegrity(),
      roomTag(`integrity-${name}`),
      {
        [header]: 'blocked-destinations=(script)',
      },
    );
    await page.goto(`${site.origin}/integrity.html`);
    if (name === 'report-only') {
      await expect.poll(() => stateOf(page)).toBe('ready');
      return;
    }
    await expect.poll(() => stateOf(page)).toBe('error');
    const code = await room(page).evaluate(({ error }: LivewebinarRoom) => error!.code);
    const message = await room(page).evaluate(({ error }: LivewebinarRoom) => error!.message);
    expect(code).toBe('script-blocked');
    expect(message).toContain('Integrity-Policy');
  });
}

test(
  'the element works under SES lockdown if it is loaded first',
  { tag: '@engine' },
  async ({ page }) => {
    await page.goto(`${site.origin}/lockdown.html`);
    await expect.poll(() => stateOf(page)).toBe('ready');
  },
);

test('the fallback content stays under SES lockdown if the element comes second', async ({
  page,
}) => {
  await page.goto(`${site.origin}/lockdown-first.html`);
  await expect(page).toHaveTitle('Locked down');
  await expect(page.getByRole('link', { name: 'Open the room' })).toBeVisible();
});

test('an iframe without allow is told to visitors and the owner', async ({ page }) => {
  const lines: string[] = [];
  page.on('console', (line) => lines.push(line.text()));
  // The page is in an iframe of another origin, as in a learning platform.
  pages['/embedding.html'] = document(
    '',
    `<iframe title="Course" src="${site.origin.replace('127.0.0.1', 'localhost')}/embedded.html"></iframe>`,
  );
  await page.goto(`${site.origin}/embedding.html`);
  const course = page.frameLocator('iframe[title=Course]');
  await expect(course.locator('[part=notice]')).toContainText('Camera and microphone');
  await expect(course.locator('livewebinar-room iframe')).toHaveCount(1);
  const ours = lines.filter((line) => line.startsWith('livewebinar-room'));
  expect(ours).toHaveLength(1);
  expect(ours[0]).toContain('allow="camera; microphone"');
});

test('a second tab says that the room is open elsewhere, and can move it there', async ({
  context,
  page: first,
}) => {
  const url = `${site.origin}/exclusive.html`;
  await first.goto(url);
  await expect.poll(() => stateOf(first)).toBe('ready');
  const second = await context.newPage();
  await second.goto(url);
  await expect(second.getByText('another tab')).toBeVisible();
  expect(countRooms(second)).toBe(0);
  await second.getByRole('button', { name: 'Move it here' }).click();
  await expect.poll(() => stateOf(second)).toBe('ready');
  await expect(first.getByText('moved to another tab').first()).toBeVisible();
  expect(countRooms(first)).toBe(0);
  await second.close();
  await first.getByRole('button', { name: 'Join here again' }).click();
  await expect.poll(() => stateOf(first)).toBe('ready');
});

for (const moment of ['open', 'opening']) {
  test(`a frozen page still has its room: ${moment}`, async ({ page, context }) => {
    await page.goto(`${site.origin}/turbo-variant-trap.html`, { waitUntil: 'commit' });
    if (moment === 'open') await expect.poll(() => stateOf(page)).toBe('ready');
    const devtools = await context.newCDPSession(page);
    await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
    await new Promise((resolve) => setTimeout(resolve, 500));
    await devtools.send('Page.setWebLifecycleState', { state: 'active' });
    await expect.poll(() => stateOf(page)).toBe('ready');
    await expect.poll(() => countRooms(page)).toBe(1);
  });
}

test(
  'an XHTML page shows the fallback content, or the room',
  { tag: '@engine' },
  async ({ page }) => {
    await page.goto(`${site.origin}/page.xhtml`);
    // Chromium runs no module scripts in XML documents; elsewhere, templates cannot be parsed in them.
    const link = page.getByRole('link', { name: 'Open the room' });
    await expect
      .poll(async () => (await stateOf(page)) === 'ready' || (await link.isVisible()))
      .toBe(true);
  },
);

test(
  'a room in a window that the page has opened fills that window, and can be left',
  { tag: '@engine' },
  async ({ page }) => {
    await page.goto(`${site.origin}/opener.html`);
    const popup = page.waitForEvent('popup');
    await page.evaluate((url) => {
      const win = window.open(url)!;
      win.addEventListener('load', () => {
        const room = window.document.createElement('livewebinar-room');
        Object.assign(room, {
          licenseKey: 'second-window',
          embedOrigin: 'http://localhost:4810',
          roomOrigin: 'http://localhost:4810',
          controls: true,
        });
        room.requestFullscreen = () => Promise.reject(new TypeError('Not allowed here.'));
        win.document.body.append(room);
      });
    }, `${site.origin}/blank.html`);
    const second = await popup;
    await expect.poll(() => stateOf(second)).toBe('ready');
    const button = second.getByRole('button', { name: 'Full screen' });
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    expect(await page.evaluate(() => window.document.documentElement.style.overflow)).toBe('');
    expect(await second.evaluate(() => window.document.documentElement.style.overflow)).toBe(
      'hidden',
    );
    await second.keyboard.press('Escape');
    await expect(button).toHaveAttribute('aria-pressed', 'false');
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'false');
  },
);
