import { readFileSync } from 'node:fs';
import { html, script, serve, startBrowser } from './browser.js';
import { ROOT } from './paths.js';
import { alternate, spread } from './statistics.js';
import { record } from './trace.js';

const COUNTS = [1, 2, 5, 10, 20];
const SLOWDOWN = 4;
const SINGLE_FILE = '/livewebinar-room.min.js';

const singleFile = readFileSync(`${ROOT}dist/cdn${SINGLE_FILE}`, 'utf8');

const makePage = (vendor, count) => `<!doctype html><html lang="en"><meta charset="utf-8">
<title>Rooms</title><link rel="icon" href="data:,">
<body>${Array.from(
  { length: count },
  (_, index) =>
    `<livewebinar-room license-key="123-123-${100 + index}" embed-origin="${vendor}" room-origin="${vendor}"></livewebinar-room>`,
).join('\n')}
<script type="module" src="${SINGLE_FILE}"></script></body></html>`;

/**
 * Measures the processor time of the main thread from the evaluation of the element's file to the first
 * and to the last request to the vendor, as on a slower processor. Unlike the time on the clock, it is
 * the same on a busy machine.
 */
async function measure(browser, vendor, url, count) {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  try {
    const tab = await context.newPage();
    const session = await context.newCDPSession(tab);
    const { events } = await record(session, async () => {
      const requests = vendor.expect(count);
      await tab.goto(url);
      await requests;
    });
    const start = events.find(({ name }) => name === 'evaluate');
    const times = events
      .filter(
        ({ name, pid, tid, args }) =>
          name === 'ResourceSendRequest' &&
          pid === start.pid &&
          tid === start.tid &&
          new URL(args.data.url).pathname === '/em',
      )
      .map(({ tts }) => ((tts - start.tts) / 1000) * SLOWDOWN);
    return { first: Math.min(...times), last: Math.max(...times) };
  } finally {
    await context.close();
  }
}

/** Starts a vendor whose rooms never load, so that nothing else runs. */
async function startVendor() {
  let missing = 0;
  let onComplete = () => {};
  const { origin, stop } = await serve(({ pathname }) => {
    if (pathname === '/em') missing -= 1;
    if (missing === 0) onComplete();
    return script('// Does nothing.');
  });
  return {
    origin,
    stop,
    /** Resolves when the embed script has been requested a number of times. */
    expect(count) {
      missing = count;
      return new Promise((resolve) => (onComplete = resolve));
    },
  };
}

/** Measures the element's work before it requests the room, for one tag and several, on a slow processor. */
export async function request({ rounds }) {
  const vendor = await startVendor();
  const site = await serve(({ pathname }) =>
    pathname === SINGLE_FILE
      ? script(`performance.mark('evaluate');${singleFile}`)
      : html(makePage(vendor.origin, Number(pathname.slice(1)))),
  );
  const browser = await startBrowser();
  try {
    const contenders = Object.fromEntries(COUNTS.map((count) => [count, count]));
    const samples = await alternate(contenders, rounds, (count) =>
      measure(browser, vendor, `${site.origin}/${count}`, count),
    );
    const results = COUNTS.map((count) => ({
      count,
      first: spread(samples[count].map(({ first }) => first)),
      last: spread(samples[count].map(({ last }) => last)),
    }));
    return { browser: browser.version(), slowdown: SLOWDOWN, rounds, results, samples };
  } finally {
    await browser.close();
    site.stop();
    vendor.stop();
  }
}
