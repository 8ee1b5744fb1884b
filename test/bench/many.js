import { readFileSync } from 'node:fs';
import { html, script, serve, settle, startBrowser } from './browser.js';
import { BENCH, ROOT } from './paths.js';
import { alternate, ratios, spread } from './statistics.js';
import { trace } from './trace.js';

const installed = (file) => readFileSync(new URL(`node_modules/${file}`, BENCH), 'utf8');

/** A gray picture, for the elements that show one. */
const PICTURE = Buffer.from(
  'R0lGODlhAQABAIAAAMzMzAAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==',
  'base64',
);

const CONTENDERS = {
  'livewebinar-room': {
    head: '<script type="module" src="/livewebinar-room.min.js"></script>',
    one: (index) =>
      `<livewebinar-room loading="click" license-key="123-123-${index}"></livewebinar-room>`,
  },
  'lite-youtube-embed': {
    head: '<link rel="stylesheet" href="/lite-yt-embed.css"><script type="module" src="/lite-yt-embed.js"></script>',
    one: (index) =>
      `<lite-youtube videoid="video${String(index).padStart(6, '0')}"></lite-youtube>`,
  },
  '@justinribeiro/lite-youtube': {
    head: '<script type="module" src="/lite-youtube.js"></script>',
    one: (index) =>
      `<lite-youtube videoid="video${String(index).padStart(6, '0')}"></lite-youtube>`,
  },
  iframe: {
    head: '',
    one: (index) => `<iframe src="/room/${index}" title="Room" width="480" height="270"></iframe>`,
  },
};

const FILES = {
  '/livewebinar-room.min.js': script(
    readFileSync(`${ROOT}dist/cdn/livewebinar-room.min.js`, 'utf8'),
  ),
  '/lite-yt-embed.js': script(installed('lite-youtube-embed/src/lite-yt-embed.js')),
  '/lite-yt-embed.css': {
    type: 'text/css',
    body: installed('lite-youtube-embed/src/lite-yt-embed.css'),
  },
  '/lite-youtube.js': script(installed('@justinribeiro/lite-youtube/lite-youtube.js')),
};

/** A thousand iframes would not be a fair comparison. */
const COUNTS = {
  10: Object.keys(CONTENDERS),
  100: Object.keys(CONTENDERS),
  1000: Object.keys(CONTENDERS).slice(0, 3),
};

function respond({ pathname }) {
  if (FILES[pathname]) return FILES[pathname];
  if (pathname.startsWith('/room/')) return html('<!doctype html><title>Room</title><p>A room.');
  const [, name, count] =
    /^\/([^/]+)\/(\d+)$/.exec(decodeURIComponent(pathname.replace('%2F', '_'))) ?? [];
  const contender = CONTENDERS[name?.replace('_', '/')];
  if (!contender) return undefined;
  const all = Array.from({ length: Number(count) }, (_, index) => contender.one(index)).join('\n');
  return html(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Many</title>
<link rel="icon" href="data:,"><style>body > * { display: block; width: 480px; margin: 8px; }</style>
${contender.head}<body>${all}</body></html>`);
}

async function open(browser, origin, name, count) {
  const context = await browser.newContext();
  try {
    const tab = await context.newPage();
    const vendor = [];
    // Vendors cannot be reached: a placeholder picture replaces theirs, and each request is counted.
    await tab.route(/^https:/, (route) => {
      vendor.push(route.request().url());
      return route.fulfill({ contentType: 'image/gif', body: PICTURE });
    });
    let requests = 0;
    tab.on('request', () => (requests += 1));
    const session = await context.newCDPSession(tab);
    const { milliseconds } = await trace(session, async () => {
      await tab.goto(`${origin}/${encodeURIComponent(name)}/${count}`, { waitUntil: 'load' });
      await tab.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 300))),
      );
    });
    const left = await settle(session);
    return { ...milliseconds, ...left, requests, vendor: vendor.length };
  } finally {
    await context.close();
  }
}

/** Compares the cost of many placeholders on a page. */
export async function many({ rounds }) {
  const site = await serve(respond);
  const browser = await startBrowser();
  const results = [];
  try {
    for (const [count, names] of Object.entries(COUNTS)) {
      const contenders = Object.fromEntries(names.map((name) => [name, name]));
      const samples = await alternate(contenders, rounds, (name) =>
        open(browser, site.origin, name, count),
      );
      const work = (name) =>
        samples[name].map(({ scripting, style, layout }) => scripting + style + layout);
      results.push({
        count: Number(count),
        each: Object.fromEntries(
          names.map((name) => [
            name,
            {
              ...Object.fromEntries(
                Object.keys(samples[name][0]).map((what) => [
                  what,
                  spread(samples[name].map((sample) => sample[what])),
                ]),
              ),
              work: spread(work(name)),
            },
          ]),
        ),
        // Below 1: livewebinar-room does less work.
        toOther: Object.fromEntries(
          names
            .filter((name) => name !== 'livewebinar-room')
            .map((name) => [name, ratios(work('livewebinar-room'), work(name))]),
        ),
        samples,
      });
    }
  } finally {
    await browser.close();
    site.stop();
  }
  return { browser: browser.version(), rounds, results, slopes: slopes(results) };
}

/** Milliseconds that one more placeholder costs, among few and among many. The same if growth is linear. */
function slopes(results) {
  const work = (index, name) => results[index].each[name]?.work.median;
  const between = (index, name) =>
    (work(index, name) - work(index - 1, name)) / (results[index].count - results[index - 1].count);
  return Object.fromEntries(
    Object.keys(results.at(-1).each).map((name) => [
      name,
      results.slice(1).map((_, index) => between(index + 1, name)),
    ]),
  );
}
