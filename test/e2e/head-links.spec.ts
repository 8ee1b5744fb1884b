import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { SECOND_SCRIPT } from '../../src/testing/stand-in/embed-script.js';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import { buildHeadLinks, type HeadLink } from '../../src/url/index.js';

const SINGLE_FILE = fileURLToPath(
  new URL('../../dist/cdn/livewebinar-room.min.js', import.meta.url),
);

const ROOM = { licenseKey: 'head-links', nickname: "O'Brien & Søn", embedOrigin: STAND_IN_ORIGIN };

const tag = (link: HeadLink & { nonce?: string }): string =>
  `<link ${Object.entries<string>({ ...link })
    .map(([name, value]) => `${name}="${value.replaceAll('&', '&amp;')}"`)
    .join(' ')}>`;

/** A page with the recommended head, with or without a strict policy. */
const pageWith = (nonce?: string) => `<!doctype html>
<html lang="en"><title>Head links</title><link rel="icon" href="data:,">
${buildHeadLinks(ROOM)
  .map((link) => tag({ ...link, ...(nonce && { nonce }) }))
  .join('')}
<script type="module" async src="livewebinar-room.min.js" nonce="${nonce ?? ''}"></script>
<livewebinar-room license-key="${ROOM.licenseKey}" nickname="${ROOM.nickname.replace('&', '&amp;')}"
  embed-origin="${STAND_IN_ORIGIN}" room-origin="${STAND_IN_ORIGIN}"></livewebinar-room>`;

let server: Server;
let origin: string;

test.beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/livewebinar-room.min.js') {
      response.setHeader('content-type', 'text/javascript');
      // Responds later than the preload, as on a real network.
      setTimeout(() => response.end(readFileSync(SINGLE_FILE)), 200);
      return;
    }
    const isStrict = request.url === '/strict';
    if (isStrict) {
      response.setHeader('content-security-policy', "script-src 'nonce-abc' 'strict-dynamic'");
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(pageWith(isStrict ? 'abc' : undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});
test.afterAll(() => server.close());

for (const [name, path] of [
  ['without a policy', '/'],
  ['under a policy with a nonce', '/strict'],
] as const) {
  test(
    `the vendor's scripts are asked for once, ahead of the element, ${name}`,
    { tag: '@engine' },
    async ({ page }) => {
      const messages: string[] = [];
      const asked: string[] = [];
      page.on('console', (message) => messages.push(message.text()));
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(origin + path);
      await expect(
        page.frameLocator('livewebinar-room iframe').locator('[data-row=Room]'),
      ).toHaveText(ROOM.licenseKey);
      // Browsers report an unused preload some seconds after the page has loaded.
      await page.waitForTimeout(6000);
      expect(messages).toEqual([]);
      for (const script of ['/em', SECOND_SCRIPT]) {
        expect(asked.filter((path) => path === script)).toHaveLength(1);
        const isAhead = await page.evaluate((path) => {
          const timing = (part: string) =>
            performance
              .getEntriesByType('resource')
              .find(({ name }) => name.includes(part)) as PerformanceResourceTiming;
          return timing(path).startTime < timing('livewebinar-room.min.js').responseEnd;
        }, script);
        expect(isAhead, script).toBe(true);
      }
    },
  );
}
