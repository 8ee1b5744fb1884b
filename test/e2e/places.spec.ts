import { expect, test, type FrameLocator, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { FORMATS } from '../../demo/playground/code/formats.js';
import { SCRIPT_URL } from '../../demo/playground/code/html-tag.js';
import { PLACE_GROUPS, type EmbedMethod, type Place } from '../../demo/playground/places.js';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import { BUILDER_SANDBOX, filterAsMoodle, filterAsWordPress } from '../support/cms-filters.js';

const CDN = fileURLToPath(new URL('../../dist/cdn/', import.meta.url));

const ROOM = {
  licenseKey: 'places',
  nickname: "O'Brien & Søn",
  roomOrigin: STAND_IN_ORIGIN,
  embedOrigin: STAND_IN_ORIGIN,
};
const write = (method: EmbedMethod) => FORMATS[method.format].write(ROOM, {});

let server: Server;
let pages: Map<string, string>;
let port: number;

test.beforeAll(async () => {
  pages = new Map();
  server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,">
<main>${pages.get(request.url!) ?? ''}</main>`);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  ({ port } = server.address() as AddressInfo);
});
test.afterAll(() => server.close());

/** Opens a page with some HTML in it. The CDN is the package of this repository. */
async function openPage(page: Page, path: string, html: string): Promise<void> {
  pages.set(path, html);
  const folder = new URL('.', SCRIPT_URL).href;
  await page.route(`${folder}**`, (route) => {
    const file = route.request().url().slice(folder.length);
    return route.fulfill({
      contentType: 'text/javascript',
      headers: { 'access-control-allow-origin': '*' },
      body: readFileSync(CDN + file, 'utf8'),
    });
  });
  await page.goto(`http://localhost:${port}${path}`);
}

type Surface = FrameLocator | Page;

/** Expects a room with the visitor of the code, and a camera that works or not. */
async function expectRoom(room: Surface, { camera }: EmbedMethod): Promise<void> {
  await expect(room.locator('[data-row=Name]')).toHaveText(ROOM.nickname);
  // In Firefox, Playwright's click does not reach a cross-origin iframe.
  await room.getByRole('button').evaluate((button: HTMLElement) => button.click());
  await expect(room.getByRole('status')).toContainText(
    camera === 'yes' ? 'Camera is on' : 'No camera: NotAllowedError',
  );
}

const expectFullscreen = async (room: FrameLocator) =>
  expect(await room.locator('body').evaluate(() => document.fullscreenEnabled)).toBe(true);

/** Opens a page with the pasted code, and expects the features that the playground lists. */
async function tryMethod(
  page: Page,
  place: Place,
  method: EmbedMethod,
  html: string,
): Promise<void> {
  const path = `/${place.name}-${method.format}`;
  if (method.format === 'link' || method.format === 'poster') {
    await page.goto(write(method));
    return expectRoom(page, method);
  }
  await openPage(page, path, html);
  if (method.format === 'button') {
    const opened = page.waitForEvent('popup');
    await page.getByRole('link', { name: 'Join the webinar' }).click();
    return expectRoom(await opened, method);
  }
  const room = page.frameLocator(`${method.format === 'tag' ? 'livewebinar-room ' : ''}iframe`);
  await expectRoom(room, method);
  await expectFullscreen(room);
}

for (const { name: group, places } of PLACE_GROUPS.filter(({ name }) => name !== 'framework')) {
  for (const place of places) {
    for (const method of place.methods) {
      test(
        `${place.title}, ${method.when}: ${method.format}`,
        { tag: '@engine' },
        async ({ page }) => {
          const html = write(method);
          if (group !== 'builder' || method.format !== 'iframe') {
            return tryMethod(page, place, method, html);
          }
          // A builder shows the code in a frame of another origin, without permissions.
          pages.set('/embed', html);
          await openPage(
            page,
            '/builder',
            `<iframe title="Embed" sandbox="${BUILDER_SANDBOX}" src="http://127.0.0.1:${port}/embed"></iframe>`,
          );
          await expectRoom(page.frameLocator('iframe').frameLocator('iframe'), method);
        },
      );
    }
  }
}

test.describe('what the filters of a CMS leave', () => {
  const find = (name: string) => {
    const place = PLACE_GROUPS.flatMap(({ places }) => places).find((one) => one.name === name)!;
    const method = place.methods.find(({ format }) => format === 'button')!;
    return { place, method };
  };

  test('the button works after the filter of WordPress', async ({ page }) => {
    const { place, method } = find('wordpress');
    const html = filterAsWordPress(write(method));
    expect(html).toContain('background-color');
    await tryMethod(page, place, method, html);
  });

  test('the button works after the filter of Moodle', async ({ page }) => {
    const { place, method } = find('moodle');
    await openPage(page, '/filter', '');
    const html = await filterAsMoodle(page, write(method));
    expect(html).toContain('background-color');
    await tryMethod(page, place, method, html);
  });

  test('a script and an iframe are gone, but the link in the tag is left', async ({ page }) => {
    await openPage(page, '/filter', '');
    for (const filter of [filterAsWordPress, (html: string) => filterAsMoodle(page, html)]) {
      const tag = await filter(FORMATS.tag.write(ROOM, {}));
      expect(tag).not.toMatch(/script|<livewebinar/);
      expect(tag).toContain(`<a href="${STAND_IN_ORIGIN}/places?`);
      expect(await filter(FORMATS.iframe.write(ROOM))).not.toContain('<iframe');
    }
  });
});
