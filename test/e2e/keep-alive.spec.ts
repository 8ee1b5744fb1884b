import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import { startPageServer, type TestPage } from './page-server.js';

const guide = readFileSync(new URL('../../docs/keep-alive.md', import.meta.url), 'utf8');
const [webinar, place] = [...guide.matchAll(/```js\n([^]*?)```/g)].map(([, code]) =>
  code!
    .replace("import 'livewebinar-room'", "import '/element/livewebinar-room.min.js'")
    .replace('loading=', `embed-origin="${STAND_IN_ORIGIN}" room-origin="${STAND_IN_ORIGIN}" $&`),
);

const createPage = (name: string, script: string, body = ''): TestPage => ({
  html: `<!doctype html><html lang="en"><head><title>${name}</title>
<script type="module" src="/turbo/turbo.es2017-esm.js"></script>
<script type="module" src="/${script}"></script></head>
<body><h1>${name}</h1><button type="button" popovertarget="webinar">Webinar</button>
<a href="/${script}/first">First</a> <a href="/${script}/second">Second</a>${body}</body></html>`,
});
const createScript = (html: string): TestPage => ({
  html,
  headers: { 'content-type': 'text/javascript' },
});

let site: Awaited<ReturnType<typeof startPageServer>>;
test.beforeAll(async () => {
  site = await startPageServer({
    '/webinar.js': createScript(webinar!),
    '/place.js': createScript(webinar! + place!),
    '/webinar.js/first': createPage('First', 'webinar.js'),
    '/webinar.js/second': createPage('Second', 'webinar.js'),
    '/place.js/first': createPage('First', 'place.js', '<div id="webinar-place"></div>'),
    '/place.js/second': createPage('Second', 'place.js'),
  });
});
test.afterAll(() => site.stop());

const room = (page: Page) => page.locator('livewebinar-room');
const stateOf = (page: Page) => room(page).evaluate(({ state }: LivewebinarRoom) => state);
const isOpen = (page: Page) => expect.poll(() => stateOf(page)).toBe('ready');

/** Marks the document in the room's iframe. Reloading the iframe removes the mark. */
async function markCall(page: Page): Promise<void> {
  await expect(page.frameLocator('livewebinar-room iframe').locator('dl')).toBeVisible();
  await page.frames()[1]!.evaluate(() => (document.title = 'the same call'));
}
async function expectSameCall(page: Page): Promise<void> {
  await isOpen(page);
  const titles = await Promise.all(
    page
      .frames()
      .slice(1)
      .map((frame) => frame.title()),
  );
  expect(titles).toEqual(['the same call']);
}

async function visit(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
}

test('the room stays open beside the body that Turbo replaces @engine', async ({ page }) => {
  await page.goto(`${site.origin}/webinar.js/first`);
  await page.getByRole('button', { name: 'Webinar' }).click();
  await isOpen(page);
  await markCall(page);
  await visit(page, 'Second');
  await expect(room(page)).toBeVisible();
  await expectSameCall(page);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'First' })).toBeVisible();
  await expectSameCall(page);
  await page.getByRole('button', { name: 'Leave' }).click();
  await expect.poll(() => stateOf(page)).toBe('idle');
});

test('the room is part of one page, and stays open in the corner of others @engine', async ({
  page,
}) => {
  await page.goto(`${site.origin}/place.js/first`);
  const inPlace = page.locator('#webinar-place livewebinar-room');
  await isOpen(page);
  await markCall(page);
  await expect(inPlace).toHaveCount(1);
  await visit(page, 'Second');
  await expect(inPlace).toHaveCount(0);
  await expect(room(page)).toBeVisible();
  await expectSameCall(page);
  await page.goBack();
  await expect(inPlace).toHaveCount(1);
  await expect(room(page)).toHaveCount(1);
  await expectSameCall(page);
});

test('without moveBefore(), the room stays in the corner', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Element.prototype, 'moveBefore'));
  await page.goto(`${site.origin}/place.js/second`);
  await page.getByRole('button', { name: 'Webinar' }).click();
  await isOpen(page);
  await markCall(page);
  await visit(page, 'First');
  await expect(page.locator('#webinar-place')).toBeAttached();
  await expect(room(page)).toBeVisible();
  await expectSameCall(page);
});
