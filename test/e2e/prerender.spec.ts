import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { which } from '../../scripts/system-packages.mjs';
import { ELEMENT, startPageServer, type TestPage } from './page-server.js';

// A page that a driver is attached to is not prerendered, so the browser runs without one.
const chromium = which('chromium') ?? which('google-chrome');

const MODES = ['', 'isolated', 'mode="iframe"', 'loading="lazy"'];

const pages: Record<string, TestPage> = {};
for (const [index, mode] of MODES.entries()) {
  const rules = { prerender: [{ urls: [`/room-${index}.html`], eagerness: 'immediate' }] };
  pages[`/start-${index}.html`] = {
    html: `<!doctype html><title>Start</title>
      <script type="speculationrules">${JSON.stringify(rules)}</script>
      <a href="/room-${index}.html">Room</a>
      <script>
        setTimeout(async () => {
          await fetch('/click');
          document.querySelector('a').click();
        }, 4000);
      </script>`,
  };
  pages[`/room-${index}.html`] = {
    // The origin of the page plays the vendor, so that its server sees every request.
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

for (const [index, mode] of MODES.entries()) {
  test(`a prerendered page opens no room before the visitor does: ${mode || 'script'}`, async () => {
    const testInfo = test.info();
    test.skip(!chromium, 'needs a whole Chromium: the headless shell does not prerender');
    const site = await startPageServer(pages);
    const browser = spawn(
      chromium!,
      [
        '--headless=new',
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        `--user-data-dir=${testInfo.outputPath('profile')}`,
        `${site.origin}/start-${index}.html`,
      ],
      { stdio: 'ignore' },
    );
    try {
      const isVendors = (url: string) => /^\/(em|prerendered)$/.test(url);
      await expect.poll(() => site.paths.some(isVendors), { timeout: 30_000 }).toBe(true);
      const beforeClick = site.paths.slice(0, site.paths.indexOf('/click'));
      expect(beforeClick).toContain('/still-prerendering');
      expect(beforeClick.filter((url) => isVendors(url) || url.startsWith('/state-'))).toEqual([]);
      expect(site.paths).toContain('/state-loading');
    } finally {
      browser.kill();
      site.stop();
    }
  });
}
