import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startStandIn } from '../../src/testing/index.js';
import { expect, test } from '../../src/testing/playwright.js';

const SCRIPT = readFileSync(
  fileURLToPath(new URL('../../dist/cdn/livewebinar-room.min.js', import.meta.url)),
);
const SITE = 'https://site.example/';

/** A user's page, which does not mention the stand-in. */
const pageWith = (attributes: string) => `<!doctype html>
  <title>Open day</title>
  <livewebinar-room ${attributes} license-key="123-123-123" nickname="Ada"></livewebinar-room>
  <script type="module" src="/livewebinar-room.min.js"></script>`;

test.beforeEach(async ({ context, page }) => {
  let attributes = '';
  await context.route(`${SITE}**`, (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ body: SCRIPT, contentType: 'text/javascript' })
      : route.fulfill({ body: pageWith(attributes), contentType: 'text/html' }),
  );
  openSite = (next) => {
    attributes = next;
    return page.goto(SITE, { waitUntil: 'domcontentloaded' });
  };
});
let openSite: (attributes: string) => Promise<unknown>;

test.describe('rooms', () => {
  for (const attributes of ['', 'isolated', 'mode="iframe"']) {
    test(`opens at the stand-in, on the vendor's hosts: ${attributes || 'script'} @engine`, async ({
      page,
      rooms,
    }) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).host));
      await openSite(attributes);
      const outer = page.frameLocator('livewebinar-room iframe');
      const frame = attributes === 'isolated' ? outer.frameLocator('iframe') : outer;
      await expect(frame.locator('[data-row=Name]')).toHaveText('Ada');
      expect(rooms.visitors()).toEqual([{ licenseKey: '123-123-123', nickname: 'Ada' }]);
      expect(asked.filter((host) => !/(^|\.)(livewebinar\.com|site\.example)$/.test(host))).toEqual(
        [],
      );
    });
  }

  test('fails as told, and recovers', async ({ page, rooms }) => {
    rooms.fail('script-404');
    await openSite('');
    const room = page.locator('livewebinar-room');
    await expect(room).toHaveJSProperty('state', 'error');
    expect(rooms.visitors()).toEqual([]);
    rooms.recover();
    await room.evaluate((element) => (element as HTMLElement & { reload(): void }).reload());
    await expect(room).toHaveJSProperty('state', 'ready');
    await expect.poll(() => rooms.visitors('123-123-123')).toHaveLength(1);
  });

  test('does not hold up a test that ends while a room hangs', async ({ page, rooms }) => {
    rooms.fail('script-hangs');
    await openSite('');
    await expect(page.locator('livewebinar-room')).toHaveJSProperty('state', 'loading');
  });

  test('knows the host of a room that was created, and serves the API of the same rooms', async ({
    page,
    rooms,
  }) => {
    const { token, roles } = rooms.api.createRoom({ name: 'Open day' });
    await openSite(`license-key="${token}" role-token="${roles.host}"`);
    await expect(
      page.frameLocator('livewebinar-room iframe').locator('[data-row=Role]'),
    ).toHaveText('host');
    const { origin, stop } = await startStandIn({ standIn: rooms, port: 0 });
    expect((await fetch(`${origin}/api/me`)).status).toBe(401);
    rooms.api.fail('GET /me', '500');
    expect((await fetch(`${origin}/api/me`)).status).toBe(500);
    await stop();
  });
});

test.describe('standInOptions', () => {
  test.use({ standInOptions: { variants: ['frame', 'app'] } });

  test('choose what each test begins with', async ({ page, rooms }) => {
    await openSite('');
    await expect(page.locator('livewebinar-room')).toHaveJSProperty('state', 'ready');
    await expect(page.locator('livewebinar-room iframe')).toHaveAttribute(
      'src',
      /^https:\/\/app\.livewebinar\.com\//,
    );
    await expect.poll(() => rooms.visitors()).toHaveLength(1);
  });
});
