import {
  expect,
  test,
  type Browser,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expectNoFindings } from './axe.js';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const ARGUMENTS = ['--import', 'tsx', at('demo/server/main.js')];
const TSX = { TSX_TSCONFIG_PATH: at('demo/server/tsconfig.json') };
const PASSWORD = 'pa55word-of-the-host';
const CLIENT_SECRET = 'stand-in-secret';
const ACCESS_TOKEN = 'stand-in-access-';
const ZONE = 'Europe/Warsaw';

let server: ChildProcess;
let origin: string;
/** Everything the server has written. */
let log = '';

test.beforeAll(async () => {
  const port = 4820 + test.info().parallelIndex;
  origin = `http://localhost:${port}`;
  server = spawn(process.execPath, ARGUMENTS, {
    env: {
      ...process.env,
      ...TSX,
      // A setting of many developers. The console still stays silent.
      NODE_ENV: 'development',
      PORT: String(port),
      HOST_PASSWORD: PASSWORD,
      TIME_ZONE: ZONE,
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('exit', () => reject(new Error(log)));
    for (const stream of [server.stdout!, server.stderr!]) {
      stream.on('data', (text: Buffer) => {
        log += String(text);
        if (log.includes(origin) && log.includes(`${PASSWORD}\n`)) resolve();
      });
    }
  });
  // The server prints the password once, for whoever started it.
  log = '';
});
test.afterAll(() => {
  server.kill();
});

/** A visitor with a browser context of their own, all responses and the console messages. */
async function visit(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const messages: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(error.message));
  const sent: Promise<string>[] = [];
  page.on('response', (response) => {
    const body = response.text().catch(() => ''); // a redirect has none
    const headers = JSON.stringify(response.headers());
    sent.push(body.then((text) => `${response.url()}\n${headers}\n${text}`));
  });
  return { page, messages, sent: async () => (await Promise.all(sent)).join('\n') };
}

async function logIn(page: Page, path = '/') {
  await page.goto(origin + path);
  await page.getByLabel('Password of the host').fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
}

interface Schedule {
  name: string;
  /** Local time in Warsaw, `2096-12-25T18:00`. */
  start?: string;
  password?: string;
}

async function schedule(page: Page, { name, start = '', password = '' }: Schedule) {
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Start').fill(start);
  await page.getByLabel('Time zone').fill(ZONE);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Schedule' }).click();
  return page.getByRole('article', { name, exact: true });
}

/** Returns the local time in Warsaw a number of minutes from now. Attendees can enter from 60 minutes before the start. */
const inMinutes = (minutes: number) =>
  new Date(Date.now() + minutes * 60_000)
    .toLocaleString('sv-SE', { timeZone: ZONE })
    .slice(0, 16)
    .replace(' ', 'T');

const inRoom = (page: Page, row: string) =>
  page.frameLocator('livewebinar-room iframe').locator(`[data-row="${row}"]`);

/** Joins a room before its start. */
const join = (page: Page) => page.getByRole('button', { name: 'Join the room' }).click();

/** A name that is unique to this run. */
const unique = (name: string) => `${name} ${test.info().project.name} ${test.info().retry}`;

test('a room, from its schedule to its end: everyone enters in their role', async ({ browser }) => {
  const name = unique('Open day & night <b>');
  const host = await visit(browser);
  await logIn(host.page);
  const card = await schedule(host.page, { name, start: inMinutes(30) });
  await expect(card).toBeVisible();

  await card.getByText('Invite a person').click();
  await card.getByLabel('E-mail').fill('ann@example.com');
  await card.getByLabel('First name').fill('Ann');
  await card.getByLabel('Role').selectOption('presenter');
  await card.getByRole('button', { name: 'Create a personal link' }).click();
  const linkOf = (part: string | RegExp) =>
    card.getByRole('link', { name: part }).getAttribute('href') as Promise<string>;
  const hostUrl = await linkOf(/\/host$/);
  const invitedUrl = await linkOf('_personal_token');
  const publicUrl = hostUrl.replace(/\/host$/, '');
  const personalToken = new URL(invitedUrl).searchParams.get('_personal_token')!;
  const text = await host.page.content();

  await host.page.goto(hostUrl);
  await expect(inRoom(host.page, 'Role')).toHaveText('host');
  const roleToken = (await host.page.locator('livewebinar-room').getAttribute('role-token'))!;
  expect(roleToken).not.toBe('');
  expect(text).not.toContain(roleToken);

  const invited = await visit(browser);
  await invited.page.goto(invitedUrl);
  await join(invited.page);
  await expect(inRoom(invited.page, 'Role')).toHaveText('presenter');
  await expect(inRoom(invited.page, 'Name')).toHaveText('Ann');

  const stranger = await visit(browser);
  await stranger.page.goto(publicUrl);
  await join(stranger.page);
  await expect(inRoom(stranger.page, 'Role')).toHaveText('attendee');
  await expect(stranger.page.getByRole('heading')).toHaveText(name);
  expect(stranger.messages).toEqual([]);
  for (const url of [origin, hostUrl, `${publicUrl}/anything`, `${publicUrl}/recordings`]) {
    await stranger.page.goto(url);
    await expect(stranger.page.locator('livewebinar-room')).toHaveCount(0);
  }

  await host.page.goto(origin);
  await card.getByText('Delete', { exact: true }).click();
  await card.getByRole('button', { name: 'Delete permanently' }).click();
  await expect(card).toHaveCount(0);
  const gone = await stranger.page.goto(publicUrl);
  expect(gone!.status()).toBe(404);

  const secrets = [CLIENT_SECRET, ACCESS_TOKEN, PASSWORD];
  for (const secret of secrets) {
    for (const visitor of [host, invited, stranger]) {
      expect(await visitor.sent()).not.toContain(secret);
    }
  }
  expect(await stranger.sent()).toContain(publicUrl);
  for (const secret of [roleToken, personalToken]) {
    expect(await stranger.sent()).not.toContain(secret);
  }
  expect(await invited.sent()).toContain(personalToken);
  expect(await invited.sent()).not.toContain(roleToken);
  for (const secret of [...secrets, roleToken, personalToken]) expect(log).not.toContain(secret);
  expect([...host.messages, ...invited.messages]).toEqual([]);
});

test('event tokens admit one attendee each to a room with a password', async ({ browser }) => {
  const host = await visit(browser);
  await logIn(host.page);
  const card = await schedule(host.page, { name: unique('Members only'), password: 'sesame' });
  for (const [amount, total] of [
    ['2', 2],
    ['1', 3],
  ] as const) {
    await card.getByText('Create attendee passwords').click();
    await card.getByLabel('How many').fill(amount);
    await card.getByRole('button', { name: 'Create links' }).click();
    await expect(card.getByRole('link', { name: '_password_token' })).toHaveCount(total);
  }
  const links = await card.getByRole('link', { name: '_password_token' }).all();
  const urls = await Promise.all(links.map((link) => link.getAttribute('href')));
  expect(new Set(urls).size).toBe(3);

  const attendee = await visit(browser);
  await attendee.page.goto(urls[2]!);
  await expect(inRoom(attendee.page, 'Role')).toHaveText('attendee');
  await expect(inRoom(attendee.page, 'Password')).toHaveText('given');
  await expect(attendee.page.locator('livewebinar-room')).toHaveAttribute(
    'password-token',
    new URL(urls[2]!).searchParams.get('_password_token')!,
  );
  expect(await attendee.sent()).not.toContain('sesame');
  expect([...host.messages, ...attendee.messages]).toEqual([]);
});

test('times are shown in the zone of the visitor, beside that of the organizer', async ({
  browser,
}) => {
  const name = unique('Far away');
  const host = await visit(browser, { timezoneId: ZONE });
  await logIn(host.page);
  await expect(host.page.getByLabel('Time zone')).toHaveValue(ZONE);
  const card = await schedule(host.page, { name, start: '2096-12-25T18:00' });
  await expect(card.getByRole('time')).toHaveText(/25 December 2096.* 18:00 CET/);
  await expect(card).not.toContainText('organizer');
  const url = (await card.getByRole('link').nth(1).getAttribute('href'))!;

  const traveller = await visit(browser, { timezoneId: 'Asia/Tokyo' });
  await logIn(traveller.page);
  const sameCard = traveller.page.getByRole('article', { name, exact: true });
  await expect(sameCard.getByRole('time')).toHaveText(/26 December 2096.* 02:00 (GMT\+9|JST)$/);
  await expect(sameCard.getByText('for the organizer')).toHaveText(/25 December 2096.* 18:00 CET$/);

  const visitor = await visit(browser, { timezoneId: 'Asia/Tokyo' });
  await visitor.page.goto(url);
  const room = visitor.page.locator('livewebinar-room');
  await expect(visitor.page.getByRole('time')).toHaveCount(1);
  await expect(visitor.page.getByRole('time')).toHaveText(
    /December 26, 2096 at 2:00\sAM (GMT\+9|JST)$/,
  );
  await expect(room).toContainText(/Dec 25, 2096, 6:00\sPM \(UTC\+1\)/);
  await expect(room).toHaveAttribute('starts-at', '2096-12-25T18:00:00+01:00');
  await expect(room).toHaveAttribute('ends-at', '2096-12-25T19:00:00+01:00');

  const viewport = { width: 360, height: 740 };
  const unscripted = await visit(browser, { javaScriptEnabled: false, viewport });
  await unscripted.page.goto(url);
  await expect(unscripted.page.getByRole('time')).toHaveText(/25 December 2096.* 18:00 CET$/);
  await expect(unscripted.page.getByRole('link', { name: 'Open the room' })).toBeVisible();
  const box = await unscripted.page.locator('livewebinar-room').boundingBox();
  expect(box!.width).toBeLessThan(viewport.width);
});

test('past rooms are listed apart, with their recordings', async ({ page }) => {
  await logIn(page);
  const past = page.getByRole('region', { name: 'Past' });
  const card = past.getByRole('article', { name: 'Last week' }).first();
  await expect(page.getByRole('region', { name: 'Upcoming' })).not.toContainText('Last week');
  await card.getByRole('link', { name: 'Recordings' }).click();
  await expect(page.getByRole('heading')).toHaveText('Recordings of Last week');
  await page.getByRole('listitem').getByRole('link').click();
  await expect(page.getByText('Stand-in: LiveWebinar would send a file here.')).toBeVisible();
});

test('a link is copied with a button', async ({ page, context, browserName }) => {
  test.skip(browserName !== 'chromium', 'Other engines grant no permission to read the clipboard.');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await logIn(page);
  const card = page.getByRole('region', { name: 'Upcoming' }).getByRole('article').first();
  const link = card.getByRole('link').first();
  await card.getByRole('button', { name: /^Copy http.*\/host$/ }).click();
  await expect(page.getByRole('status')).toHaveText('Link copied.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await link.getAttribute('href'));
});

test('what is typed before the scripts of the page run is kept', async ({ page }) => {
  let runScripts!: () => void;
  const released = new Promise<void>((resolve) => (runScripts = resolve));
  await page.route('**/browser/*', async (route) => {
    await released;
    await route.continue();
  });
  await logIn(page);
  const field = page.getByLabel('Time zone');
  await field.fill('Asia/Tokyo');
  runScripts();
  await page.waitForLoadState();
  await expect(field).toHaveValue('Asia/Tokyo');
});

test('a rejected form says why and keeps what was typed', async ({ page }) => {
  await logIn(page);
  const name = unique('Rejected');
  for (const [start, message] of [
    ['2097-03-31T02:30', 'clocks skip'],
    ['2020-01-01T12:00', 'in the past'],
  ] as const) {
    const card = await schedule(page, { name, start, password: 'sesame' });
    await expect(page.getByRole('alert')).toContainText(message);
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue(name);
    await expect(page.getByLabel('Start')).toHaveValue(start);
    await expect(page.getByLabel('Time zone')).toHaveValue(ZONE);
    await expect(card).toHaveCount(0);
  }
});

test('the login leads to the page that required it, and the logout ends the session', async ({
  page,
  context,
}) => {
  await logIn(page, '/room/nowhere/host');
  await expect(page).toHaveURL(`${origin}/room/nowhere/host`);
  const cookies = await context.cookies();
  expect(cookies).toMatchObject([{ name: 'session', httpOnly: true, sameSite: 'Lax' }]);
  await page.goto(origin);
  await page.getByRole('button', { name: 'Log out' }).click();
  await expect(page).toHaveURL(`${origin}/login`);
  await context.addCookies(cookies);
  await page.goto(origin);
  await expect(page).toHaveURL(/\/login/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} mode, on a phone`, () => {
    test.use({ colorScheme, viewport: { width: 360, height: 740 } });

    test('the pages are accessible and no wider than the screen', async ({ page }) => {
      const check = async () => {
        await expectNoFindings(page, ['datalist']); // there are 400 time zones
        const { scrollWidth, clientWidth } = await page
          .locator('html')
          .evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
        expect(scrollWidth).toBe(clientWidth);
      };
      await page.goto(`${origin}/login`);
      await check();
      await logIn(page);
      const name = unique(`Accessible in ${colorScheme}`);
      const card = await schedule(page, { name, password: 'sesame' });
      for (const summary of await card.locator('summary').all()) await summary.click();
      await check();
      await card.getByRole('link').first().click();
      await expect(inRoom(page, 'Role')).toHaveText('host');
      await check();
    });
  });
}

test('with the real service no secret has a default', () => {
  const start = (env: Record<string, string>) =>
    spawnSync(process.execPath, ARGUMENTS, { env: { ...TSX, ...env }, encoding: 'utf8' });
  const given = { LIVEWEBINAR_CLIENT_ID: 'ID', LIVEWEBINAR_CLIENT_SECRET: 's3cret' };
  for (const [missing, env] of [
    ['LIVEWEBINAR_CLIENT_SECRET', { LIVEWEBINAR_CLIENT_ID: 'ID', HOST_PASSWORD: 'p' }],
    ['LIVEWEBINAR_CLIENT_ID', { LIVEWEBINAR_CLIENT_SECRET: 's3cret', HOST_PASSWORD: 'p' }],
    ['HOST_PASSWORD', given],
  ] as const) {
    const { status, stderr } = start(env);
    expect(status).toBe(1);
    expect(stderr).toContain(`${missing} is not set`);
    expect(stderr).not.toContain('s3cret');
  }
});
