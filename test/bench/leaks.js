import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import {
  embedScript,
  SECOND_SCRIPT,
  secondScript,
} from '../../src/testing/stand-in/embed-script.js';
import { html, script, serve, settle, startBrowser } from './browser.js';
import { BENCH, ROOT } from './paths.js';
import { slope } from './statistics.js';

/** Waits for the iframe, and a moment longer, because a page cannot tell whether a cross-origin iframe has loaded. */
const FRAME_THERE = `
const frameIn = async (find) => {
  while (!find()) await new Promise((resolve) => setTimeout(resolve, 1));
  await new Promise((resolve) => setTimeout(resolve, 5));
};`;

/** Defines `mount()`, which mounts a contender like a component of an application and returns `unmount()`. */
const CONTENDERS = {
  // A bare iframe shows what the browser itself retains.
  iframe: (vendor) => `window.mount = async () => {
      const frame = document.createElement('iframe');
      frame.src = '${vendor}/room';
      document.body.append(frame);
      await new Promise((resolve) => frame.addEventListener('load', resolve));
      return () => frame.remove();
    };`,
  'livewebinar-room': (vendor) => `import ${JSON.stringify(`${ROOT}dist/index.js`)};
    window.mount = async () => {
      const room = document.createElement('livewebinar-room');
      Object.assign(room, { licenseKey: '123-123-123', embedOrigin: '${vendor}', roomOrigin: '${vendor}' });
      document.body.append(room);
      await room.whenReady();
      await frameIn(() => room.querySelector('iframe'));
      return () => room.remove();
    };`,
  'livewebinar-room, mode="iframe"': (vendor) => `import ${JSON.stringify(`${ROOT}dist/index.js`)};
    window.mount = async () => {
      const room = document.createElement('livewebinar-room');
      Object.assign(room, { licenseKey: '123-123-123', mode: 'iframe', roomOrigin: '${vendor}' });
      document.body.append(room);
      await room.whenReady();
      return () => room.remove();
    };`,
  '@whereby.com/browser-sdk/embed': () => `import '@whereby.com/browser-sdk/embed';
    window.mount = async () => {
      const room = document.createElement('whereby-embed');
      room.setAttribute('room', 'https://example.whereby.com/room');
      document.body.append(room);
      await frameIn(() => room.querySelector('iframe'));
      return () => room.remove();
    };`,
  'youtube-video-element': () => `import 'youtube-video-element';
    window.mount = async () => {
      const video = document.createElement('youtube-video');
      video.src = 'https://www.youtube.com/watch?v=abcdefghijk';
      document.body.append(video);
      await video.loadComplete;
      return () => video.remove();
    };`,
  // Unmounting removes the container and the second script. Otherwise, the next mount fails.
  "the vendor's snippet": (vendor) => `window.mount = async () => {
      const container = document.createElement('div');
      container.id = 'embedWidget';
      document.body.append(container);
      const options = { _license_key: '123-123-123', _widget_containerID: 'embedWidget' };
      window.Widget = (callback) => {
        if (callback) Widget.__cbs.push(callback);
        if (Widget.initialized) while (Widget.__cbs.length) Widget.__cbs.shift()();
      };
      Widget.__cbs = [];
      const script = document.createElement('script');
      script.async = true;
      script.src = '${vendor}/em?t=123-123-123&' + new URLSearchParams(options);
      document.head.append(script);
      await frameIn(() => container.querySelector('iframe'));
      return () => {
        container.remove();
        document.querySelector('script[src*="wea.min.js"]').remove();
      };
    };`,
};

/** The vendors' pages and YouTube's script, reduced to what the elements wait for. */
const YOUTUBE = `const quiet = () => new Proxy(function () {}, { get: (_, name) => name === 'then' ? undefined : quiet(), apply: () => undefined });
window.YT = { loaded: 1, ready: (run) => run(), Player: class {
  constructor(frame, { events }) {
    setTimeout(() => events.onReady({ target: this }));
    return new Proxy(this, { get: () => () => undefined });
  }
} };
window.onYouTubeIframeAPIReady?.();`;

/** Counts the timers that have not fired yet. */
const COUNT_TIMERS = `{
  // The list of loaded resources grows on its own.
  performance.setResourceTimingBufferSize(0);
  const pending = new Set();
  for (const [set, clear, once] of [['setTimeout', 'clearTimeout', true], ['setInterval', 'clearInterval', false]]) {
    const [start, stop] = [window[set], window[clear]];
    window[set] = (run, ...rest) => {
      const id = start((...values) => {
        if (once) pending.delete(id);
        return run(...values);
      }, ...rest);
      pending.add(id);
      return id;
    };
    window[clear] = (id) => {
      pending.delete(id);
      stop(id);
    };
  }
  window.pendingTimers = () => pending.size;
}`;

const bundle = async (source) => {
  const { outputFiles } = await build({
    stdin: { contents: FRAME_THERE + source, resolveDir: fileURLToPath(BENCH) },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0].text;
};

const countFrames = ({ childFrames = [] }) =>
  childFrames.reduce((sum, child) => sum + countFrames(child), 1);

async function watch(browser, url, mounts, step) {
  const context = await browser.newContext();
  try {
    const tab = await context.newPage();
    await tab.addInitScript(COUNT_TIMERS);
    await tab.route(/^https:/, (route) =>
      /iframe_api/.test(route.request().url())
        ? route.fulfill({ contentType: 'text/javascript', body: YOUTUBE })
        : route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>A room.' }),
    );
    await tab.goto(url);
    await tab.waitForFunction(() => 'mount' in window);
    const session = await context.newCDPSession(tab);
    const points = [];
    for (let done = -mounts; done <= mounts; done += step) {
      if (done > -mounts) {
        await tab.evaluate(async (times) => {
          for (let count = 0; count < times; count += 1) {
            const unmount = await window.mount();
            unmount();
            await new Promise((resolve) => setTimeout(resolve));
          }
        }, step);
      }
      // Timers of a vendor's page end within a moment.
      await tab.waitForTimeout(300);
      const left = await settle(session);
      const { frameTree } = await session.send('Page.getFrameTree');
      points.push({
        mounts: done,
        ...left,
        frames: countFrames(frameTree),
        timers: await tab.evaluate(() => window.pendingTimers()),
      });
    }
    return points;
  } finally {
    await context.close();
  }
}

/** Measures what each of many mounts and unmounts leaks, after as many to warm up. */
export async function leaks({ mounts }) {
  const step = mounts / 20;
  const vendor = await serve(({ pathname, searchParams }) => {
    if (pathname === '/em') return script(embedScript(vendor.origin, searchParams));
    if (pathname === SECOND_SCRIPT) return script(secondScript(vendor.origin));
    return html('<!doctype html><title>Room</title><p>The room.');
  });
  const names = Object.keys(CONTENDERS);
  const files = await Promise.all(names.map((name) => bundle(CONTENDERS[name](vendor.origin))));
  const site = await serve(({ pathname }) => {
    const [, index, file] = /^\/(\d+)(\.js)?$/.exec(pathname) ?? [];
    if (!index) return undefined;
    if (file) return script(files[index]);
    return html(`<!doctype html><html lang="en"><title>Leaks</title><link rel="icon" href="data:,">
<script type="module" src="/${index}.js"></script><body></body></html>`);
  });
  const browser = await startBrowser();
  const results = [];
  try {
    for (const [index, name] of names.entries()) {
      const points = await watch(browser, `${site.origin}/${index}`, mounts, step);
      // Before that, caches fill, and the driver's first dozen measurements leave objects in the page.
      const settled = points.filter((point) => point.mounts >= 0);
      const growth = (what) => slope(settled.map((point) => [point.mounts, point[what]]));
      results.push({
        name,
        growth: Object.fromEntries(
          ['heap', 'nodes', 'documents', 'listeners', 'frames', 'timers'].map((what) => [
            what,
            growth(what),
          ]),
        ),
        points,
      });
    }
  } finally {
    await browser.close();
    site.stop();
    vendor.stop();
  }
  return { browser: browser.version(), mounts, results };
}
