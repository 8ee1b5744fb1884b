// Takes the pictures of the README from the built element: `npm run build && node scripts/readme-images.mjs`.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { launchOptions } from './browsers.mjs';

const root = new URL('../', import.meta.url);
const PAGE = `<!doctype html>
<html lang="en">
  <meta name="color-scheme" content="light dark" />
  <style>
    body { margin: 0; padding: 1px; width: 718px; }
    livewebinar-room { --livewebinar-room-aspect-ratio: 2 / 1; }
  </style>
  <script type="module" src="livewebinar-room.min.js"></script>
  <livewebinar-room license-key="123-123-123" label="Open day" loading="click" controls></livewebinar-room>
</html>`;

const browser = await chromium.launch(launchOptions('chromium'));
for (const colorScheme of ['light', 'dark']) {
  const page = await browser.newPage({ colorScheme, deviceScaleFactor: 2 });
  await page.route('https://example.com/**', (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({
          contentType: 'text/javascript',
          body: readFileSync(new URL('dist/cdn/livewebinar-room.min.js', root)),
        })
      : route.fulfill({ contentType: 'text/html', body: PAGE }),
  );
  await page.goto('https://example.com/');
  await page.getByRole('button').first().waitFor();
  await page.locator('livewebinar-room').screenshot({
    path: new URL(`docs/images/room-${colorScheme}.png`, root).pathname,
  });
}
await browser.close();
