import { existsSync, readdirSync } from 'node:fs';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { preview } from 'vite';
import { find } from '../../scripts/browsers.mjs';
import { ROOT } from './paths.js';

/** This page breaks rooms on purpose: browsers report the scripts that are missing. */
const NOT_MEASURED = ['faults.html'];

const CATEGORIES = ['performance', 'accessibility', 'best-practices'];

/** Lighthouse of the demo pages and of the room page, as a slow phone. */
export async function vitals() {
  const paths = readdirSync(`${ROOT}demo`)
    .filter((file) => file.endsWith('.html') && !NOT_MEASURED.includes(file))
    .map((file) => `/demo/${file}`);
  if (existsSync(`${ROOT}site/room/index.html`)) paths.push('/room/123-123-123');
  const server = await preview({
    root: ROOT,
    configFile: `${ROOT}vite.config.ts`,
    logLevel: 'error',
  });
  const chrome = await launch({
    chromePath: find('chromium').executablePath,
    chromeFlags: ['--headless=new', '--no-sandbox'],
    logLevel: 'error',
  });
  const results = [];
  try {
    for (const path of paths) {
      const { lhr } = await lighthouse(server.resolvedUrls.local[0].replace(/\/$/, '') + path, {
        port: chrome.port,
        onlyCategories: CATEGORIES,
        logLevel: 'error',
      });
      results.push({
        path,
        scores: Object.fromEntries(
          CATEGORIES.map((name) => [name, Math.round(lhr.categories[name].score * 100)]),
        ),
        blockingTime: Math.round(lhr.audits['total-blocking-time'].numericValue),
        layoutShift: Number(lhr.audits['cumulative-layout-shift'].numericValue.toFixed(4)),
        // What keeps a category below 100.
        below: CATEGORIES.flatMap((name) =>
          lhr.categories[name].auditRefs
            .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score < 1)
            .map(({ id }) => `${id}: ${lhr.audits[id].displayValue ?? lhr.audits[id].title}`),
        ),
      });
    }
  } finally {
    chrome.kill();
    await server.close();
  }
  return { results };
}
