import { expect, test, type Locator, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { SourceMap, type SourceMapPayload } from 'node:module';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CDN = `${ROOT}/dist/cdn`;

/** The files of the package, as they would be published. */
function pack(): string[] {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const [{ files }] = JSON.parse(output) as [{ files: { path: string }[] }];
  return files.map(({ path }) => path);
}

/** Path of the page whose policy allows the camera for the page itself but not for the room. */
const OWN_CAMERA = '/own-camera';

/** A plain page, as someone writes it by hand, with the single file beside it. */
const PAGE = `<!doctype html>
<title>Plain page</title>
<script type="module" src="livewebinar-room.min.js"></script>
<livewebinar-room license-key="123-123-123" role-token="IYuUtn2P" nickname="O'Brien &amp; Søn 🎥"
  embed-origin="${STAND_IN_ORIGIN}" room-origin="${STAND_IN_ORIGIN}"></livewebinar-room>`;

let server: Server;
let origin: string;

test.beforeAll(async () => {
  server = createServer((request, response) => {
    const isScript = request.url!.endsWith('.js');
    if (!isScript && request.url !== '/' && request.url !== OWN_CAMERA) {
      return response.writeHead(204).end();
    }
    if (request.url === OWN_CAMERA) response.setHeader('permissions-policy', 'camera=(self)');
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    return response.end(isScript ? readFileSync(CDN + request.url) : PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});
test.afterAll(() => server.close());

const hashOf = (file: string) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(`${CDN}/${file}`))
    .digest('base64')}`;

for (const [file, lang, scripts] of [
  ['livewebinar-room.min.js', 'en', []],
  ['livewebinar-room.min.js', 'pl', ['/translations/pl.js']],
  ['livewebinar-room.all.min.js', 'pl', []],
] as const) {
  test(`${file} with lang="${lang}" loads ${scripts.length} further scripts`, async ({ page }) => {
    const requested: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') requested.push(new URL(request.url()).pathname);
    });
    await page.route(`${origin}/integrity`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="${lang}">
        <script type="module" src="${file}" integrity="${hashOf(file)}" crossorigin></script>
        <livewebinar-room license-key="123-123-123" loading="click"></livewebinar-room>`,
      }),
    );
    await page.goto(`${origin}/integrity`);
    const join = lang === 'pl' ? 'Dołącz do pokoju' : 'Join the room';
    await expect(page.getByRole('button')).toHaveText(join);
    expect(requested).toEqual([`/${file}`, ...scripts]);
  });
}

test('the single file opens a room in a plain page, without a console message', async ({
  page,
}, testInfo) => {
  const messages: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(error.message));
  await page.goto(origin);
  const room = page.frameLocator('livewebinar-room iframe');
  await expect(room.locator('[data-row=Room]')).toHaveText('123-123-123');
  await expect(room.locator('[data-row=Role]')).toHaveText('with a role token');
  await expect(room.locator('[data-row=Name]')).toHaveText("O'Brien & Søn 🎥");
  expect(messages).toEqual([]);
  await page.screenshot({ path: testInfo.outputPath('plain-page.png') });
});

/** Turns the camera on in the room, and returns the locator of the result. */
async function turnCameraOn(page: Page): Promise<Locator> {
  const room = page.frameLocator('livewebinar-room iframe');
  // In Firefox, Playwright's click does not reach a cross-origin iframe.
  await room.getByRole('button').evaluate((button: HTMLElement) => button.click());
  return room.getByRole('status');
}

test('permissions reach the frame: the camera turns on', async ({ page }) => {
  await page.goto(origin);
  await expect(await turnCameraOn(page)).toContainText('Camera is on');
});

test('the camera stays off where the Permissions-Policy leaves out the room', async ({ page }) => {
  await page.goto(origin + OWN_CAMERA);
  await expect(await turnCameraOn(page)).toContainText('No camera: NotAllowedError');
});

test('the single file finds its languages beside it', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
  });
  await page.goto(origin);
  await expect(page.getByRole('region', { name: 'Webinar room' })).toBeVisible();
  expect(scripts).not.toContainEqual(expect.stringContaining('translations'));
  await page.evaluate(() => (document.documentElement.lang = 'pl'));
  await expect(page.getByRole('region', { name: 'Pokój webinarowy' })).toBeVisible();
  expect(scripts).toContain('/translations/pl.js');
});

test('the packed package holds what its exports name', () => {
  const packed = new Set(pack().map((path) => `./${path}`));
  const { exports, unpkg, jsdelivr } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as {
    exports: Record<string, string | Record<string, string>>;
    unpkg: string;
    jsdelivr: string;
  };
  const named = Object.values(exports).flatMap((target) =>
    typeof target === 'string' ? target : Object.values(target),
  );
  for (const file of [...named, unpkg, jsdelivr]) {
    // A pattern matches several files.
    const [begin, rest] = file.split('*') as [string, string?];
    if (rest !== undefined) {
      const fits = [...packed].filter((path) => path.startsWith(begin) && path.endsWith(rest));
      expect(fits).not.toEqual([]);
      continue;
    }
    expect(packed).toContain(file);
    if (file.startsWith('./dist/') && file.endsWith('.js') && !/\/(cdn|worker)\//.test(file)) {
      expect(packed).toContain(file.replace(/\.js$/, '.d.ts'));
    }
  }
});

test('the source maps hold their sources, and name no folder of the machine they were made on', () => {
  const maps = pack().filter((path) => path.endsWith('.map'));
  expect(maps).toContain('dist/cdn/livewebinar-room.min.js.map');
  for (const path of maps) {
    const { sources, sourcesContent } = JSON.parse(
      readFileSync(`${ROOT}/${path}`, 'utf8'),
    ) as SourceMapPayload;
    expect(sources, path).not.toEqual([]);
    sources.forEach((source, index) => {
      expect(source, path).toMatch(/^(\.\.\/)+(src|node_modules)\//);
      expect(sourcesContent?.[index], `${path}: ${source}`).toBeTruthy();
    });
  }
});

test('the source map of the single file leads back to the line', () => {
  const words = 'another copy of this package has already registered the tag';
  const lines = readFileSync(`${CDN}/livewebinar-room.min.js`, 'utf8').split('\n');
  const line = lines.findIndex((text) => text.includes(words));
  const payload = JSON.parse(
    readFileSync(`${CDN}/livewebinar-room.min.js.map`, 'utf8'),
  ) as SourceMapPayload;
  const entry = new SourceMap(payload).findEntry(line, lines[line]!.indexOf(words));
  if (!('originalSource' in entry)) throw new Error('The map knows nothing of that place.');
  expect(entry.originalSource).toMatch(/src\/define\.ts$/);
  const source = payload.sourcesContent[payload.sources.indexOf(entry.originalSource)]!;
  expect(source.split('\n')[entry.originalLine]).toContain(words);
});
