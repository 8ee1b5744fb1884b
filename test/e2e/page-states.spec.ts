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
const COEP = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};
const VENDORS = ['play-trap', 'play-frame'];
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
  pages[`/coep-${index}.html`] = document(ELEMENT, roomTag(`coep-${index}`, mode), COEP);
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

for (const vendor of VENDORS) {
  test(`a router that restores pages gets one room each time: ${vendor}`, async ({ page }) => {
    await page.goto(`${site.origin}/turbo-${vendor}.html`);
    for (let visit = 0; visit < 3; visit += 1) {
      await expect.poll(() => stateOf(page)).toBe('ready');
      await page.waitForTimeout(300); // A second room would need a moment to appear.
      expect(countRooms(page)).toBe(1);
      await page.getByRole('link', { name: 'Other' }).click();
      await expect(page.getByText('Other page')).toBeVisible();
      expect(countRooms(page)).toBe(0);
      await page.goBack();
    }
  });

  test(`morphing the page to the same HTML keeps the call: ${vendor}`, async ({ page }) => {
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
    expect(countRooms(page)).toBe(1);
    expect(await stateOf(page)).toBe('ready');
  });

  test(`a stored page with an open room opens one room: ${vendor}`, async ({ page }) => {
    await page.goto(`${site.origin}/stored-${vendor}.html`);
    await expect.poll(() => stateOf(page)).toBe('ready');
    await page.waitForTimeout(300); // A second room would need a moment to appear.
    expect(countRooms(page)).toBe(1);
  });
}

for (const [index, mode] of MODES.entries()) {
  test(`a cross-origin isolated page names the policy: ${mode || 'script'}`, async ({ page }) => {
    const attempts: number[] = [];
    await page.exposeFunction('report', (attempt: number) => attempts.push(attempt));
    await page.addInitScript(() =>
      addEventListener('livewebinar-error', ({ attempt }) =>
        (window as unknown as { report(attempt: number): void }).report(attempt),
      ),
    );
    await page.goto(`${site.origin}/coep-${index}.html`);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    if (mode.includes('iframe')) {
      await expect.poll(() => stateOf(page)).toBe('ready');
      expect(countRooms(page)).toBe(1);
    } else {
      await expect.poll(() => stateOf(page)).toBe('error');
      const error = await room(page).evaluate(({ error }: LivewebinarRoom) => ({
        code: error!.code,
        message: error!.message,
      }));
      expect(error.code).toBe('script-blocked');
      expect(error.message).toContain('Cross-Origin-Embedder-Policy');
      expect(attempts).toEqual([1]);
    }
  });

  test(`a library that replaces Event does no harm: ${mode || 'script'}`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.goto(`${site.origin}/event-${index}.html`);
    await expect.poll(() => stateOf(page)).toBe('ready');
    expect(errors).toEqual([]);
  });

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

test('the element works under SES lockdown if it is loaded first', async ({ page }) => {
  await page.goto(`${site.origin}/lockdown.html`);
  await expect.poll(() => stateOf(page)).toBe('ready');
});

test('an XHTML page shows the fallback content, or the room', async ({ page }) => {
  await page.goto(`${site.origin}/page.xhtml`);
  // Chromium runs no module scripts in XML documents; elsewhere, templates cannot be parsed in them.
  const link = page.getByRole('link', { name: 'Open the room' });
  await expect
    .poll(async () => (await stateOf(page)) === 'ready' || (await link.isVisible()))
    .toBe(true);
});

test('a room in a window that the page has opened fills that window, and can be left', async ({
  page,
}) => {
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
});
