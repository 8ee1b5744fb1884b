import { expect, test, type Browser, type Page } from '@playwright/test';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expectNoFindings } from './axe.js';

const MAIN = fileURLToPath(new URL('../../demo/server/main.js', import.meta.url));
const PASSWORD = 'pa55word-of-the-host';
const CLIENT_SECRET = 'stand-in-secret';
const ACCESS_TOKEN = 'stand-in-access-';

let server: ChildProcess;
let origin: string;
/** Everything the server has written. */
let log = '';

test.beforeAll(async () => {
  const port = 4820 + test.info().parallelIndex;
  origin = `http://localhost:${port}`;
  server = spawn(process.execPath, [MAIN], {
    env: {
      ...process.env,
      PORT: String(port),
      HOST_PASSWORD: PASSWORD,
      TIME_ZONE: 'Europe/Warsaw',
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
  // It says the password of the stand-in once, to whoever started it.
  log = '';
});
test.afterAll(() => {
  server.kill();
});

/** A visitor of their own, and whatever they were sent and told. */
async function visit(browser: Browser) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const told: string[] = [];
  page.on('console', (message) => told.push(message.text()));
  page.on('pageerror', (error) => told.push(error.message));
  const sent: Promise<string>[] = [];
  page.on('response', (response) => {
    const body = response.text().catch(() => ''); // a redirect has none
    const headers = JSON.stringify(response.headers());
    sent.push(body.then((text) => `${response.url()}\n${headers}\n${text}`));
  });
  return { page, told, sent: async () => (await Promise.all(sent)).join('\n') };
}

async function logIn(page: Page, path = '/') {
  await page.goto(origin + path);
  await page.getByLabel('Password of the host').fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
}

const inRoom = (page: Page, row: string) =>
  page.frameLocator('livewebinar-room iframe').locator(`[data-row="${row}"]`);

test('a room, from its schedule to its end: everyone comes in as who they are', async ({
  browser,
}, { project, retry }) => {
  const name = `Open day & night <${project.name} ${retry}>`;
  const host = await visit(browser);
  await logIn(host.page);
  await host.page.getByLabel('Name', { exact: true }).fill(name);
  await host.page.getByLabel('Start').fill('2096-12-25T18:00');
  await host.page.getByLabel('Time zone').selectOption('Europe/Warsaw');
  await host.page.getByRole('button', { name: 'Schedule' }).click();
  const card = host.page.getByRole('article', { name });
  await expect(card).toContainText(/25 December 2096.* 18:00 CET/);

  await card.getByText('Invite a person').click();
  await card.getByLabel('E-mail').fill('ann@example.com');
  await card.getByLabel('First name').fill('Ann');
  await card.getByLabel('Role').selectOption('presenter');
  await card.getByRole('button', { name: 'Make a personal link' }).click();
  const linkOf = (part: string | RegExp) =>
    card.getByRole('link', { name: part }).getAttribute('href') as Promise<string>;
  const hostPath = await linkOf(/\/host$/);
  const invitedPath = await linkOf('_personal_token');
  const publicPath = hostPath.replace(/\/host$/, '');
  const personalToken = new URL(invitedPath, origin).searchParams.get('_personal_token')!;
  const text = await host.page.content();

  await host.page.goto(origin + hostPath);
  await expect(inRoom(host.page, 'Role')).toHaveText('host');
  const roleToken = (await host.page.locator('livewebinar-room').getAttribute('role-token'))!;
  expect(roleToken).not.toBe('');
  expect(text).not.toContain(roleToken);

  const invited = await visit(browser);
  await invited.page.goto(origin + invitedPath);
  await expect(inRoom(invited.page, 'Role')).toHaveText('presenter');
  await expect(inRoom(invited.page, 'Name')).toHaveText('Ann');

  const stranger = await visit(browser);
  await stranger.page.goto(origin + publicPath);
  await expect(inRoom(stranger.page, 'Role')).toHaveText('attendee');
  await expect(stranger.page.getByRole('heading')).toHaveText(name);
  expect(stranger.told).toEqual([]);
  for (const path of ['/', hostPath, `${publicPath}/anything`, '/login?then=//evil.example']) {
    await stranger.page.goto(origin + path);
    await expect(stranger.page.locator('livewebinar-room')).toHaveCount(0);
  }

  await host.page.goto(origin);
  await card.getByText('Delete', { exact: true }).click();
  await card.getByRole('button', { name: 'Delete for good' }).click();
  await expect(card).toHaveCount(0);
  const gone = await stranger.page.goto(origin + publicPath);
  expect(gone!.status()).toBe(404);

  const secrets = [CLIENT_SECRET, ACCESS_TOKEN, PASSWORD];
  for (const secret of secrets) {
    for (const visitor of [host, invited, stranger]) {
      expect(await visitor.sent()).not.toContain(secret);
    }
  }
  expect(await stranger.sent()).toContain(publicPath);
  for (const secret of [roleToken, personalToken]) {
    expect(await stranger.sent()).not.toContain(secret);
  }
  expect(await invited.sent()).toContain(personalToken);
  expect(await invited.sent()).not.toContain(roleToken);
  for (const secret of [...secrets, roleToken, personalToken]) expect(log).not.toContain(secret);
  expect([...host.told, ...invited.told]).toEqual([]);
});

test('a time that clocks skip is told in the form, which keeps what was written', async ({
  page,
}) => {
  await logIn(page);
  await page.getByLabel('Name', { exact: true }).fill('In the gap');
  await page.getByLabel('Start').fill('2026-03-29T02:30');
  await page.getByLabel('Time zone').selectOption('Europe/Warsaw');
  await page.getByRole('button', { name: 'Schedule' }).click();
  await expect(page.getByRole('alert')).toContainText('clocks skip it');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('In the gap');
  await expect(page.getByRole('article', { name: 'In the gap' })).toHaveCount(0);
});

test('the login leads to where one wanted to go, and never to another site', async ({ page }) => {
  for (const [then, path] of [
    ['/room/nowhere/host', '/room/nowhere/host'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['https://evil.example', '/'],
  ]) {
    await logIn(page, `/login?then=${encodeURIComponent(then!)}`);
    await expect(page).toHaveURL(origin + path);
  }
  await page.goto(origin);
  await page.getByRole('button', { name: 'Log out' }).click();
  await page.goto(origin);
  await expect(page).toHaveURL(/\/login/);
});

test('a form of another site, and one without a login, do nothing', async ({ page, request }) => {
  const form = { name: 'From elsewhere' };
  for (const headers of [
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'null' },
  ]) {
    const answer = await request.post(`${origin}/rooms`, { form, headers });
    expect(answer.status()).toBe(403);
  }
  const answer = await request.post(`${origin}/rooms`, {
    form,
    headers: { origin },
    maxRedirects: 0,
  });
  expect(answer.headers()['location']).toBe('/login');
  await logIn(page);
  await expect(page.getByRole('article', { name: 'From elsewhere' })).toHaveCount(0);
});

test('every page has its headers', async ({ request }) => {
  const { headers } = await request.get(`${origin}/login`).then((answer) => ({
    headers: answer.headers(),
  }));
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  });
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).not.toContain('unsafe');
  expect(headers['permissions-policy']).toContain('camera=(self "http://localhost:4810"');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} mode, on a phone`, () => {
    test.use({ colorScheme, viewport: { width: 360, height: 740 } });

    test('the pages are accessible and not too wide', async ({ page }) => {
      const check = async () => {
        await expectNoFindings(page, ['option']); // there are 400 time zones
        const { scrollWidth, clientWidth } = await page
          .locator('html')
          .evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
        expect(scrollWidth).toBe(clientWidth);
      };
      await page.goto(`${origin}/login`);
      await check();
      await logIn(page);
      await page.getByLabel('Name', { exact: true }).fill(`Accessible in ${colorScheme}`);
      await page.getByRole('button', { name: 'Schedule' }).click();
      const card = page.getByRole('article').first();
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
    spawnSync(process.execPath, [MAIN], { env, encoding: 'utf8' });
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
