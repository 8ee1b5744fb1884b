import { getTransformedRoutes } from '@vercel/routing-utils';
import { expect } from 'chai';
import { parseAllRedirects } from 'netlify-redirect-parser';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { HEADERS } from './headers.js';

const at = (name: string) => fileURLToPath(new URL(`../../docs/hosting/${name}`, import.meta.url));
const read = (name: string) => readFileSync(at(name), 'utf8');

/** The files of the folder, as a host's file system has them. */
const FILES = [
  'index.html',
  'room-page.css',
  'livewebinar-room.js',
  'translations/pl.js',
  'translations/page/pl.js',
];
const PAGE = '/room/index.html';
const isFile = (path: string) => FILES.some((name) => path === `/room/${name}`);

/** Paths as hosts match them, and the file that a host has to serve. */
const PATHS: [path: string, file: string][] = [
  ...FILES.map((name): [string, string] => [`/room/${name}`, `/room/${name}`]),
  ['/room/', PAGE],
  ['/room/123-123-123', PAGE],
  ['/room/123-123-123/', PAGE],
  ['/room/123-123-123/abcxyz123', PAGE],
  ['/room/a/b/c/d', PAGE],
  ['/room/v1.0', PAGE],
  ['/room/open%20day', PAGE],
  ['/room/%E0%A4%A', PAGE],
  ['/room/a%2Fb', PAGE],
  [`/room/${'a'.repeat(8000)}`, PAGE],
  ['/elsewhere', '/elsewhere'],
  ['/elsewhere/room/', '/elsewhere/room/'],
  ['/roommates', '/roommates'],
];

describe('docs/hosting/vercel.json', () => {
  const { routes, error } = getTransformedRoutes(
    JSON.parse(read('vercel.json')) as Parameters<typeof getTransformedRoutes>[0],
  );
  const all = routes ?? [];
  const files = all.findIndex((route) => 'handle' in route);

  it('serves the page for every path of a room, and files as they are', () => {
    expect(error).to.equal(null);
    const rewrites = all
      .slice(files)
      .flatMap((route) => ('dest' in route && route.src ? [[route.src, route.dest] as const] : []));
    for (const [path, file] of PATHS) {
      const rewrite = isFile(path)
        ? undefined
        : rewrites.find(([source]) => new RegExp(source).test(path));
      expect(rewrite?.[1].replace(/\?.*/, '') ?? path).to.equal(file);
    }
  });

  it('sends the headers with everything in the folder and nothing else', () => {
    const rules = all
      .slice(0, files)
      .flatMap((route) => ('headers' in route ? [[route.src, route.headers] as const] : []));
    for (const [path] of PATHS) {
      const headers = rules
        .filter(([source]) => source && new RegExp(source).test(path))
        .flatMap(([, values]) => Object.entries(values ?? {}));
      expect(headers, path).to.deep.equal(path.startsWith('/room/') ? HEADERS : []);
    }
  });
});

describe('docs/hosting/_redirects', () => {
  it('serves the page for every path of a room, and files as they are', async () => {
    const { redirects, errors } = await parseAllRedirects({
      redirectsFiles: [at('_redirects')],
      configRedirects: [],
      minimal: false,
    });
    expect(errors).to.deep.equal([]);
    expect(redirects).to.have.length(1);
    const { path: from, to, status, force } = redirects[0] as Record<string, string>;
    // Not forced: files win. Not 301 or 302: the URL stays.
    expect([status, force]).to.deep.equal([200, false]);
    for (const [path, file] of PATHS) {
      const isMatch = !isFile(path) && path.startsWith(from!.replace('*', ''));
      expect(isMatch ? to : path).to.equal(file);
    }
  });
});

describe('docs/hosting/_headers', () => {
  it('has the headers, in the form that Netlify and Cloudflare Pages read', () => {
    const [pattern, ...headers] = read('_headers')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'));
    expect(pattern).to.equal('/room/*');
    expect(headers).to.deep.equal(HEADERS.map(([name, value]) => `  ${name}: ${value}`));
  });
});

describe('docs/hosting/cloudfront-function.js', () => {
  interface Response {
    headers: Record<string, { value: string }>;
  }
  const handler = runInNewContext(`${read('cloudfront-function.js')}; handler`) as {
    (event: { request: { uri: string } }): { uri: string };
    (event: { request: { uri: string }; response: Response }): Response;
  };

  it('rewrites every path of a room to the page, and leaves files as they are', () => {
    for (const [path, file] of [...PATHS, ['/room', PAGE]] as const) {
      expect(handler({ request: { uri: path } }).uri).to.equal(file);
    }
  });

  it('sends the headers with everything in the folder and nothing else', () => {
    for (const [, uri] of PATHS) {
      const { headers } = handler({ request: { uri }, response: { headers: {} } });
      expect(
        Object.entries(headers).map(([name, { value }]) => [name, value]),
        uri,
      ).to.deep.equal(
        uri.startsWith('/room/') ? HEADERS.map(([name, value]) => [name.toLowerCase(), value]) : [],
      );
    }
  });
});

describe('docs/hosting/s3-website.json', () => {
  it('names the error page that forwards to the room page', () => {
    const { ErrorDocument } = JSON.parse(read('s3-website.json')) as {
      ErrorDocument: { Key: string };
    };
    expect(read(ErrorDocument.Key)).to.contain("folder = '/room/'");
  });
});
