import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { roomOriginOf, STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';

/*
 * The policy lines of docs/csp.md: a room opens with exactly these lines, and none can be left out.
 * Local servers replace the documented hosts.
 */

type Source = readonly [directive: string, source: string];

const ROOT = new URL('../../', import.meta.url);
const FILES = 'https://unpkg.com';
const HOSTS: Record<string, string> = {
  'https://embed.livewebinar.com': STAND_IN_ORIGIN,
  'https://app.livewebinar.com': roomOriginOf(STAND_IN_ORIGIN),
};

/** Returns the documented sources of a mode. */
function readSources(mode: string): Source[] {
  const text = readFileSync(new URL('docs/csp.md', ROOT), 'utf8');
  const block = new RegExp(`<!-- csp:${mode} -->\\s+\`\`\`\\n([^\`]+)\`\`\``).exec(text)![1]!;
  return block
    .split(';')
    .map((line) => line.trim().split(' '))
    .flatMap(([directive, ...sources]) =>
      sources.map((source): Source => [directive!, HOSTS[source] ?? source]),
    );
}

/** Returns the policy that allows some sources and nothing else. */
function createPolicy(sources: readonly Source[]): string {
  const directives = [...new Set(sources.map(([directive]) => directive))].map((directive) =>
    [directive, ...sources.filter(([name]) => name === directive).map(([, source]) => source)].join(
      ' ',
    ),
  );
  return ["default-src 'none'", ...directives].join('; ').replace(FILES, originOf(files));
}

const originOf = (server: Server) => `http://localhost:${(server.address() as AddressInfo).port}`;

async function listen(respond: RequestListener): Promise<Server> {
  const server = createServer(respond);
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return server;
}

let files: Server;
let pages: Server;
let policy: string;
let attributes: string;
let licenseKey: string;

test.beforeEach(() => {
  licenseKey = 'csp';
});
test.beforeAll(async () => {
  files = await listen((request, response) => {
    response.setHeader('content-type', 'text/javascript');
    response.setHeader('access-control-allow-origin', '*');
    response.end(readFileSync(new URL(`dist/cdn${request.url}`, ROOT)));
  });
  pages = await listen((request, response) => {
    if (request.url !== '/') return response.writeHead(204).end();
    response.setHeader('content-security-policy', policy);
    response.setHeader('content-type', 'text/html');
    return response.end(`<!doctype html><html lang="en"><title>Page</title>
      <script type="module" src="${originOf(files)}/livewebinar-room.min.js"></script>
      <livewebinar-room license-key="${licenseKey}" embed-origin="${STAND_IN_ORIGIN}"
        room-origin="${roomOriginOf(STAND_IN_ORIGIN)}" ${attributes}></livewebinar-room>`);
  });
});
test.afterAll(() => {
  files.close();
  pages.close();
});

/** Chooses a vendor whose embed script frames the room from its own host, or from the room's. */
const chooseVendor = (frameOrigin: string) => {
  licenseKey = frameOrigin === STAND_IN_ORIGIN ? 'variant-frame-csp' : 'variant-app-csp';
};

/** Opens a page under the policy and collects its console messages. */
async function openPage(page: Page): Promise<string[]> {
  const messages: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(error.message));
  await page.goto(originOf(pages));
  return messages;
}

const readState = (page: Page) =>
  page.evaluate(() => document.querySelector('livewebinar-room')?.state ?? 'not defined');

for (const mode of ['', 'isolated', 'mode="iframe"']) {
  const sources = readSources(mode.includes('iframe') ? 'iframe' : 'script');

  test(`a room opens with the documented lines: ${mode || 'script'}`, async ({ page }) => {
    attributes = mode;
    policy = createPolicy(sources);
    chooseVendor(roomOriginOf(STAND_IN_ORIGIN));
    const messages = await openPage(page);
    await expect.poll(() => readState(page)).toBe('ready');
    // The request that detects whether the room responds, which is optional according to docs/csp.md.
    const isOptional = (text: string) => /connect-src|Fetch API/.test(text);
    expect(messages.filter((text) => !isOptional(text))).toEqual([]);
  });

  for (const source of sources) {
    test(`no room opens without ${source.join(' ')}: ${mode || 'script'}`, async ({ page }) => {
      attributes = mode;
      policy = createPolicy(sources.filter((other) => other !== source));
      chooseVendor(source[1]);
      const messages = await openPage(page);
      await expect.poll(() => messages.some((text) => text.includes(source[0]))).toBe(true);
      await expect.poll(() => readState(page)).toBe(source[1] === FILES ? 'not defined' : 'error');
    });
  }
}

const TRUSTED_TYPES: Source[] = [
  ['require-trusted-types-for', "'script'"],
  ['trusted-types', 'lit-html'],
  ['trusted-types', 'livewebinar-room'],
];

for (const [title, sources, state] of [
  ["and 'allow-duplicates'", [...TRUSTED_TYPES, ['trusted-types', "'allow-duplicates'"]], 'ready'],
  ['alone', TRUSTED_TYPES, 'not defined'],
] as const) {
  test(`beside a second Lit, the Trusted Types lines ${title}: ${state}`, async ({ page }) => {
    attributes = 'mode="iframe"';
    policy = createPolicy([...readSources('iframe'), ...sources]);
    // Every copy of Lit creates this policy.
    await page.addInitScript(
      'trustedTypes.createPolicy("lit-html", { createHTML: (html) => html })',
    );
    const messages = await openPage(page);
    if (state !== 'ready') await expect.poll(() => messages.join()).toContain('lit-html');
    await expect.poll(() => readState(page)).toBe(state);
  });
}

test('an avatar needs its origin in img-src', async ({ page }) => {
  attributes = `loading="click" avatar-url="${STAND_IN_ORIGIN}/avatar.png"`;
  policy = createPolicy(readSources('script'));
  const messages = await openPage(page);
  await expect.poll(() => messages.join()).toMatch(/avatar\.png.*img-src|img-src.*avatar\.png/);
});
