import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { preview } from 'vite';
import { find } from '../../scripts/browsers.mjs';
import { copyRoomPage } from '../support/room-page-folder.js';
import { serve } from './browser.js';
import { ROOT } from './paths.js';

/** These pages break rooms on purpose, and browsers report the scripts that are missing. */
const NOT_MEASURED = ['demo/faults.html', 'demo/states.html'];

const CATEGORIES = ['performance', 'accessibility', 'best-practices'];

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Other files of a site with a room page. */
const SITE_FILES = {
  '/favicon.ico': { type: 'image/x-icon', body: '' },
  '/logo.svg': {
    type: 'image/svg+xml',
    body: '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="32"><rect width="120" height="32" fill="#1d5bd6"/></svg>',
  },
};

/**
 * Serves the room page as the hosting recipes do: its files, and the page at every other URL of the
 * folder. The logo gives Lighthouse a contentful paint, which an iframe alone is not.
 */
async function serveRoomPage() {
  const root = mkdtempSync(path.join(tmpdir(), 'room-page-'));
  copyRoomPage(root, '/room/', (html) => html.replace(/<!-- Your logo: (.*?) -->/, '$1'));
  const site = await serve(({ pathname }) => {
    if (!pathname.startsWith('/room/')) return SITE_FILES[pathname];
    const isFile = path.extname(pathname) !== '' && existsSync(root + pathname);
    const name = isFile ? pathname : '/room/index.html';
    return { type: TYPES[path.extname(name)], body: readFileSync(root + name) };
  });
  return {
    origin: site.origin,
    stop() {
      site.stop();
      rmSync(root, { recursive: true });
    },
  };
}

/** Runs Lighthouse, as a slow phone, on the pages of the built site and on the room page. */
export async function vitals({ quick }) {
  const pages = readdirSync(`${ROOT}site`, { recursive: true })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => /^((demo|docs)\/)?[^/]+\.html$/.test(file) && !NOT_MEASURED.includes(file));
  if (quick) pages.splice(2);
  const server = await preview({
    root: ROOT,
    configFile: `${ROOT}vite.config.ts`,
    logLevel: 'error',
  });
  const roomPage = await serveRoomPage();
  const [site] = server.resolvedUrls.local;
  const urls = [
    `${roomPage.origin}/room/123-123-123`,
    `${roomPage.origin}/room/`,
    ...pages.map((file) => site + file),
  ];
  const chrome = await launch({
    chromePath: find('chromium').executablePath,
    chromeFlags: ['--headless=new', '--no-sandbox'],
    logLevel: 'error',
  });
  const results = [];
  try {
    for (const url of urls) {
      const { lhr } = await lighthouse(url, {
        port: chrome.port,
        onlyCategories: CATEGORIES,
        logLevel: 'error',
      });
      results.push({
        path: new URL(url).pathname,
        scores: Object.fromEntries(
          CATEGORIES.map((name) => [name, Math.round(lhr.categories[name].score * 100)]),
        ),
        blockingTime: Math.round(lhr.audits['total-blocking-time'].numericValue),
        layoutShift: Number(lhr.audits['cumulative-layout-shift'].numericValue.toFixed(4)),
        // Audits that keep a category below 100.
        below: CATEGORIES.flatMap((name) =>
          lhr.categories[name].auditRefs
            .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score < 1)
            .map(({ id }) => `${id}: ${lhr.audits[id].displayValue ?? lhr.audits[id].title}`),
        ),
      });
    }
  } finally {
    chrome.kill();
    roomPage.stop();
    await server.close();
  }
  return { results };
}
