// Takes the pictures of docs/cms.md: `npm run build && node --import tsx scripts/place-images.ts`.
// The pages are simulations, with the filters and the sandbox of test/e2e/places.spec.ts.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright';
import { FORMATS } from '../demo/playground/code/formats.js';
import { SCRIPT_URL } from '../demo/playground/code/html-tag.js';
import { drawQrCode } from '../demo/playground/qr-code.js';
import { STAND_IN_ORIGIN } from '../src/testing/stand-in/origin.js';
import { startStandIn } from '../src/testing/stand-in/start.js';
import { BUILDER_SANDBOX, filterAsMoodle } from '../test/support/cms-filters.js';
import { launchOptions } from './browsers.mjs';

const root = new URL('../', import.meta.url);
const ROOM = { licenseKey: '123-123-123' };
const STAND_IN_ROOM = { ...ROOM, embedOrigin: STAND_IN_ORIGIN, roomOrigin: STAND_IN_ORIGIN };

const STYLE = `
  body { margin: 0; padding: 24px 32px; font: 16px/1.5 system-ui, sans-serif }
  h1 { margin: 0; font-size: 32px; font-weight: 600 }
  .embed { display: block; width: 100%; height: 358px; border: 0 }
  .poster { text-align: center }
  .poster svg { display: block; width: 222px; margin: 0 auto; shape-rendering: crispEdges }`;

const toPage = (content: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><style>${STYLE}</style>${content}`;
const toLesson = (content: string) =>
  toPage(`<h1>Physics</h1><p>Our next lesson takes place here.</p>${content}`);

const pages = new Map<string, string>();
const server = createServer((request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(pages.get(request.url!) ?? '');
});
await new Promise<void>((resolve) => server.listen(0, resolve));
const { port } = server.address() as AddressInfo;
const standIn = await startStandIn();
// With a camera, so that what denies it is the sandbox.
const args = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
const browser = await chromium.launch({ ...launchOptions('chromium'), args });
const page = await browser.newPage({ viewport: { width: 700, height: 560 } });
const folder = new URL('.', SCRIPT_URL).href;
await page.route(`${folder}**`, (route) =>
  route.fulfill({
    contentType: 'text/javascript',
    headers: { 'access-control-allow-origin': '*' },
    body: readFileSync(new URL(`dist/cdn/${route.request().url().slice(folder.length)}`, root)),
  }),
);

async function open(html: string): Promise<void> {
  pages.set('/page', html);
  await page.goto(`http://localhost:${port}/page`);
}
const take = (name: string) =>
  page.locator('body').screenshot({ path: new URL(`docs/images/${name}.png`, root).pathname });

const tag = FORMATS.tag.write(STAND_IN_ROOM, {});

await open(toLesson(tag));
await page.locator('livewebinar-room:state(ready)').waitFor();
await take('tag');

await open(toLesson(await filterAsMoodle(page, tag)));
await take('tag-filtered');

await open(toLesson(await filterAsMoodle(page, FORMATS.button.write(ROOM, {}))));
await take('button-filtered');

pages.set(
  '/embed',
  toPage(`<style>body { padding: 0 }</style>${FORMATS.iframe.write(STAND_IN_ROOM)}`),
);
await open(
  toLesson(
    `<iframe class="embed" title="Embed" sandbox="${BUILDER_SANDBOX}" src="http://127.0.0.1:${port}/embed"></iframe>`,
  ),
);
const room = page.frameLocator('iframe').frameLocator('iframe');
await room.getByRole('button').click();
await room.getByRole('status').filter({ hasText: 'NotAllowedError' }).waitFor();
await take('iframe-sandboxed');

const link = FORMATS.poster.write(ROOM);
await open(
  toPage(
    `<div class="poster"><h1>Open day</h1><p>Point your phone at the code to join.</p>${await drawQrCode(link)}<p>${link}</p></div>`,
  ),
);
await take('poster');

await browser.close();
await standIn.stop();
server.close();
