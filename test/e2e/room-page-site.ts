import { expect, test as base, type Page } from '@playwright/test';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import { copyRoomPage } from '../support/room-page-folder.js';

/** How a site serves the room page. */
export interface Site {
  folder: string;
  /** The response to a URL without a file: the page, the page as the error document, or `notFound`. */
  host: 'rewrites' | 'error document' | 'files only';
  notFound: string;
  /** Responds to further paths, before the files. */
  respond: (url: URL) => string | Promise<string> | undefined;
  edit: (html: string) => string;
  /** Milliseconds that the element's file takes. */
  delay: number;
}

export const SITE: Site = {
  folder: '/room/',
  host: 'rewrites',
  notFound: 'Not found',
  respond: () => undefined,
  edit: (html) => html,
  delay: 0,
};

/** The URL of another page of a site, with this HTML. */
export const framingUrl = (origin: string, html: string) =>
  `${origin}/framing?html=${encodeURIComponent(html)}`;

/** Adds attributes to the tag of the element. */
export const withAttributes = (attributes: string) => (html: string) =>
  html.replace('<livewebinar-room', `<livewebinar-room ${attributes}`);

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="32"></svg>';

interface Fixtures {
  site: Site;
  /** The site's origin. `127.0.0.1` with the same port is a foreign one. */
  origin: string;
  /** What the page writes to the console, and its uncaught errors. */
  messages: string[];
  /** What the page requests from LiveWebinar. */
  vendorRequests: string[];
}

export const test = base.extend<Fixtures>({
  site: [SITE, { option: true }],
  origin: async ({ site }, use) => {
    const root = mkdtempSync(path.join(tmpdir(), 'room-page-'));
    copyRoomPage(root, site.folder, site.edit);
    writeFileSync(path.join(root, 'logo.svg'), LOGO);
    const files = new Set(
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => path.join(parentPath, name).slice(root.length)),
    );
    const respond = async (request: IncomingMessage, response: ServerResponse) => {
      const url = new URL(request.url!, 'http://localhost');
      const { pathname, searchParams } = url;
      response.setHeader('content-type', TYPES[path.extname(pathname)] ?? TYPES['.html']!);
      if (pathname === '/favicon.ico') return response.writeHead(204).end();
      if (pathname === '/framing') return response.end(searchParams.get('html'));
      const own = await site.respond(url);
      if (own !== undefined) return response.end(own);
      const isFound = files.has(pathname) || pathname === site.folder;
      const name = files.has(pathname) ? pathname : `${site.folder}index.html`;
      response.statusCode = isFound || site.host === 'rewrites' ? 200 : 404;
      if (!isFound && site.host === 'files only') return response.end(site.notFound);
      response.setHeader('content-type', TYPES[path.extname(name)]!);
      const file = readFileSync(root + name);
      return setTimeout(
        () => response.end(file),
        name.endsWith('/livewebinar-room.js') ? site.delay : 0,
      );
    };
    const server = createServer((request, response) => void respond(request, response));
    await new Promise<void>((resolve) => server.listen(0, resolve));
    await use(`http://localhost:${(server.address() as AddressInfo).port}`);
    server.closeAllConnections();
    server.close();
    rmSync(root, { recursive: true });
  },
  messages: async ({ page }, use) => {
    const messages: string[] = [];
    page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => messages.push(error.message));
    await use(messages);
  },
  vendorRequests: async ({ page }, use) => {
    const requests: string[] = [];
    page.on('request', (request) => {
      if (request.url().startsWith(STAND_IN_ORIGIN)) requests.push(request.url());
    });
    await use(requests);
  },
});

/** Returns what the stand-in's room shows about the visitor. */
export async function readVisitor(page: Page): Promise<Record<string, string>> {
  const room = page.frameLocator('livewebinar-room iframe');
  await expect(room.locator('[data-row=Room]')).toBeVisible();
  return room
    .locator('dd')
    .evaluateAll((all) => Object.fromEntries(all.map((dd) => [dd.dataset.row!, dd.textContent])));
}

/** The field for a room number or an invitation. */
export const findField = (page: Page) => page.locator('#invitation');
