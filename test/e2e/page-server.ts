import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A page of a site that uses the built package. */
export interface TestPage {
  readonly html: string;
  /** Response headers, such as policies. */
  readonly headers?: Record<string, string>;
}

/** Files that pages can load, by URL path. */
const FOLDERS: Record<string, string> = {
  '/element/': 'dist/cdn/',
  '/turbo/': 'node_modules/@hotwired/turbo/dist/',
  '/idiomorph/': 'node_modules/idiomorph/dist/',
  '/ses/': 'node_modules/ses/dist/',
  '/room/': 'dist/room-page/',
};

const TYPES: Record<string, string> = {
  '.xhtml': 'application/xhtml+xml',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** The lines that load the element. */
export const ELEMENT = '<script type="module" src="/element/livewebinar-room.min.js"></script>';

/** The same with an integrity hash, which some policies require. Reads the built file when it is called. */
export function createElementWithIntegrity(): string {
  const file = readFileSync(path.join(root, 'dist/cdn/livewebinar-room.min.js'));
  const hash = createHash('sha384').update(file).digest('base64');
  return ELEMENT.replace(' src=', ` integrity="sha384-${hash}" crossorigin src=`);
}

/** Returns the HTML of the room page, with an origin instead of the vendor's. */
export const readRoomPage = (origin: string): string =>
  readFileSync(path.join(root, 'dist/room-page/index.html'), 'utf8').replace(
    /https:\/\/(embed|app|\*)\.livewebinar\.com/g,
    origin,
  );

/** A room at the stand-in. */
export const roomTag = (licenseKey: string, attributes = ''): string =>
  `<livewebinar-room license-key="${licenseKey}" embed-origin="${STAND_IN_ORIGIN}" room-origin="${STAND_IN_ORIGIN}" ${attributes}></livewebinar-room>`;

/** Serves pages on a free port of the loopback host. `paths` lists what was requested. */
export async function startPageServer(
  pages: Record<string, TestPage>,
): Promise<{ origin: string; paths: string[]; stop: () => void }> {
  const paths: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost');
    paths.push(pathname);
    const page = pages[pathname];
    if (page) {
      const type = TYPES[path.extname(pathname)] ?? 'text/html';
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, ...page.headers });
      response.end(page.html);
      return;
    }
    const prefix = Object.keys(FOLDERS).find((folder) => pathname.startsWith(folder));
    try {
      const file = path.join(root, FOLDERS[prefix!]!, pathname.slice(prefix!.length));
      const body = readFileSync(file);
      response.writeHead(200, {
        'content-type': TYPES[path.extname(file)] ?? 'text/javascript',
        'cross-origin-resource-policy': 'same-origin',
        // A sandboxed page has an origin of its own.
        'access-control-allow-origin': '*',
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    paths,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
