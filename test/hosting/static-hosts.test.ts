import { getTransformedRoutes } from '@vercel/routing-utils';
import { expect } from 'chai';
import { parseAllRedirects } from 'netlify-redirect-parser';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';

const at = (name: string) => fileURLToPath(new URL(`../../docs/hosting/${name}`, import.meta.url));
const read = (name: string) => readFileSync(at(name), 'utf8');

/** The files of the folder, as a host's file system has them. */
const FILES = ['index.html', 'room-page.css', 'room-page.js', 'translations/pl.js'];
const PAGE = '/room/index.html';
const isFile = (address: string) => FILES.some((name) => address === `/room/${name}`);

/** Addresses and what a host has to serve for them, with the paths as hosts match them. */
const ADDRESSES: [address: string, file: string][] = [
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
  ['/roommates', '/roommates'],
];

describe('docs/hosting, read as the hosts read it', () => {
  it('vercel.json serves the page for every address of a room, and files as they are', () => {
    const { routes, error } = getTransformedRoutes(
      JSON.parse(read('vercel.json')) as Parameters<typeof getTransformedRoutes>[0],
    );
    expect(error).to.equal(null);
    const files = (routes ?? []).findIndex((route) => 'handle' in route);
    const rewrites = (routes ?? [])
      .slice(files)
      .flatMap((route) => ('dest' in route && route.src ? [[route.src, route.dest] as const] : []));
    for (const [address, file] of ADDRESSES) {
      const rewrite = isFile(address)
        ? undefined
        : rewrites.find(([source]) => new RegExp(source).test(address));
      expect(rewrite?.[1].replace(/\?.*/, '') ?? address).to.equal(file);
    }
  });

  it('_redirects of Netlify does the same', async () => {
    const { redirects, errors } = await parseAllRedirects({
      redirectsFiles: [at('_redirects')],
      configRedirects: [],
      minimal: false,
    });
    expect(errors).to.deep.equal([]);
    expect(redirects).to.have.length(1);
    const { path: from, to, status, force } = redirects[0] as Record<string, string>;
    // Not forced: files win. Neither 301 nor 302: the address stays.
    expect([status, force]).to.deep.equal([200, false]);
    for (const [address, file] of ADDRESSES) {
      const isMatch = !isFile(address) && address.startsWith(from!.replace('*', ''));
      expect(isMatch ? to : address).to.equal(file);
    }
  });

  it('the CloudFront function does the same', () => {
    const handler = runInNewContext(`${read('cloudfront-function.js')}; handler`) as (event: {
      request: { uri: string };
    }) => { uri: string };
    for (const [address, file] of [...ADDRESSES, ['/room', PAGE]] as const) {
      expect(handler({ request: { uri: address } }).uri).to.equal(file);
    }
  });

  it('the workflow for GitHub Pages makes the page for addresses without a file', () => {
    const step = /- run: (.*)/.exec(read('github-pages.yml'))![1]!;
    const folder = mkdtempSync(path.join(tmpdir(), 'pages-'));
    mkdirSync(path.join(folder, 'site/room'), { recursive: true });
    writeFileSync(path.join(folder, 'site/room/index.html'), 'the page');
    execFileSync('sh', ['-c', step], { cwd: folder });
    expect(readFileSync(path.join(folder, 'site/404.html'), 'utf8')).to.equal('the page');
    rmSync(folder, { recursive: true });
  });

  it("Amazon S3's error document is the page", () => {
    const { ErrorDocument } = JSON.parse(read('s3-website.json')) as {
      ErrorDocument: { Key: string };
    };
    expect(`/${ErrorDocument.Key}`).to.equal(PAGE);
  });

  it('_headers is of the form that Netlify and Cloudflare Pages read', () => {
    const [pattern, ...headers] = read('_headers')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'));
    expect(pattern).to.equal('/room/*');
    expect(headers).to.have.length(3);
    for (const header of headers) expect(header).to.match(/^ {2}[\w-]+: \S.*$/);
  });
});
