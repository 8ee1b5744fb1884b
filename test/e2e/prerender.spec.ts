import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { which } from '../../scripts/system-packages.mjs';
import { ELEMENT, readRoomPage, startPageServer, type TestPage } from './page-server.js';

// A page that a driver is attached to is not prerendered, so the browser runs without one.
const chromium = which('chromium') ?? which('google-chrome');

const MODES = ['', 'isolated', 'mode="iframe"', 'loading="lazy"'];

const createStart = (url: string): TestPage => {
  const rules = { prerender: [{ urls: [url], eagerness: 'immediate' }] };
  return {
    html: `<!doctype html><title>Start</title>
      <script type="speculationrules">${JSON.stringify(rules)}</script>
      <a href="${url}">Room</a>
      <script>
        setTimeout(async () => {
          await fetch('/click');
          document.querySelector('a').click();
        }, 4000);
      </script>`,
  };
};

const pages: Record<string, TestPage> = { '/start-page.html': createStart('/room/123-123-123') };
for (const [index, mode] of MODES.entries()) {
  pages[`/start-${index}.html`] = createStart(`/room-${index}.html`);
  pages[`/room-${index}.html`] = {
    // The page's origin is also the vendor's, so that its server receives every request.
    html: `<!doctype html><title>Room</title>${ELEMENT}
      <body></body>
      <script type="module">
        addEventListener('livewebinar-statechange', ({ state }) => fetch('/state-' + state));
        const box = document.createElement('div');
        box.innerHTML = '<livewebinar-room license-key="prerendered" ${mode} embed-origin="' + origin + '" room-origin="' + origin + '"></livewebinar-room>';
        document.body.append(box);
        setTimeout(() => document.prerendering && fetch('/still-prerendering'), 1000);
      </script>`,
  };
}

/** Opens a page that prerenders another one, and returns the requests up to the opening of a room. */
async function requestUntilRoom(start: string): Promise<string[]> {
  const site = await startPageServer(pages);
  pages['/room/123-123-123'] = { html: readRoomPage(site.origin) };
  const browser = spawn(
    chromium!,
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      `--user-data-dir=${test.info().outputPath('profile')}`,
      `${site.origin}${start}`,
    ],
    { stdio: 'ignore' },
  );
  try {
    await expect.poll(() => site.paths.some(isVendors), { timeout: 30_000 }).toBe(true);
    return site.paths;
  } finally {
    browser.kill();
    site.stop();
  }
}

const isVendors = (url: string) => /^\/(em|prerendered)$/.test(url);

test.skip(!chromium, 'needs a whole Chromium: the headless shell does not prerender');

for (const [index, mode] of MODES.entries()) {
  test(`a prerendered page opens no room before the visitor does: ${mode || 'script'}`, async () => {
    const paths = await requestUntilRoom(`/start-${index}.html`);
    const beforeClick = paths.slice(0, paths.indexOf('/click'));
    expect(beforeClick).toContain('/still-prerendering');
    expect(beforeClick.filter((url) => isVendors(url) || url.startsWith('/state-'))).toEqual([]);
    expect(paths).toContain('/state-loading');
  });
}

test('a prerendered room page requests nothing from the vendor before the visitor does', async () => {
  const paths = await requestUntilRoom('/start-page.html');
  const beforeClick = paths.slice(0, paths.indexOf('/click'));
  expect(beforeClick).toContain('/room/livewebinar-room.js');
  expect(beforeClick.filter(isVendors)).toEqual([]);
});
