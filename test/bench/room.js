import { html as template, render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { build } from 'esbuild';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  embedScript,
  SECOND_SCRIPT,
  secondScript,
} from '../../src/testing/stand-in/embed-script.js';
import { startBrowser } from './browser.js';
import { BENCH, ROOT } from './paths.js';
import { startSecureServer, TRUST } from './secure-server.js';
import { makeSlowLink } from './slow-link.js';
import { alternate, ratios, spread } from './statistics.js';

const PACKAGE = `${ROOT}dist/index.js`;
const { buildHeadLinks } = await import(`${ROOT}dist/url/index.js`);
await import(PACKAGE);
const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));

const NETWORKS = {
  cable: { roundTrip: 40, megabits: 10, slowdown: 1 },
  phone: { roundTrip: 150, megabits: 1.6, slowdown: 4 },
};

/** The moments that are measured, in milliseconds after the navigation. */
const MOMENTS = ['script', 'frame', 'room'];

const SITE = 'https://www.acme.example';
const CDN = 'https://unpkg.com';
const EMBED = 'https://embed.livewebinar.com';
const ROOM = 'https://app.livewebinar.com';
const LICENSE_KEY = '123-123-123';

/** Records when the vendor's first script runs, when the iframe is added and when its document runs. */
const WITNESS = `if (window === top) {
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const { localName } of addedNodes) {
      if (localName === 'iframe' && !performance.getEntriesByName('frame').length) performance.mark('frame');
    }
  }).observe(document, { childList: true, subtree: true });
  addEventListener('message', ({ data, origin }) => {
    if (origin !== '${ROOM}') return;
    performance.mark('room', { startTime: data - performance.timeOrigin });
    roomIsThere('');
  });
}`;

const ROOM_DOCUMENT = `<!doctype html><html lang="en"><title>Room</title>
<script>parent.postMessage(performance.timeOrigin + performance.now(), '*')</script><p>The room.`;

const page = (head, body) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>A webinar</title><link rel="icon" href="data:,">${head}</head>
<body><h1>A webinar</h1>${'<p>What it is about, and who speaks. </p>'.repeat(40)}
${body}${'<p>What comes next week. </p>'.repeat(40)}</body></html>`;

/** The vendor's snippet as pages have it. */
const SNIPPET = `<div id="embedWidget" style="height: 20rem"></div>
<script>
var _options = { '_license_key': '${LICENSE_KEY}', '_role_token': '', '_registrant_token': '',
  '_widget_containerID': 'embedWidget', '_widget_width': '100%', '_widget_height': '20rem' };
(function (options) {
  window.Widget = function (callback) {
    if (callback) Widget.__cbs.push(callback);
    if (Widget.initialized) while (Widget.__cbs.length) Widget.__cbs.shift()();
  };
  Widget.__cbs = [];
  var query = Object.keys(options).map(function (name) {
    return name + '=' + encodeURIComponent(options[name]);
  });
  var script = document.createElement('script');
  script.async = true;
  script.src = '${EMBED}/em?t=' + options['_license_key'] + '&' + query.join('&');
  var first = document.getElementsByTagName('script')[0];
  first.parentNode.insertBefore(script, first);
})(_options);
</script>`;

const SINGLE_FILE = 'livewebinar-room.min.js';
const singleFile = readFileSync(`${ROOT}dist/cdn/${SINGLE_FILE}`);
const VERSIONED = `/livewebinar-room@${version}/dist/cdn/`;

/** Bundles what a page with a server-rendered room loads: Lit's hydration first, then the package. Returns files by path. */
async function bundleHydrating() {
  const { outputFiles } = await build({
    stdin: {
      contents: `import '@lit-labs/ssr-client/lit-element-hydrate-support.js'; import ${JSON.stringify(PACKAGE)};`,
      resolveDir: fileURLToPath(BENCH),
    },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    outdir: '/bundle',
    write: false,
    logLevel: 'error',
  });
  return Object.fromEntries(outputFiles.map((file) => [file.path, file.text]));
}

/** The pages that are compared: the same text, with the room embedded in different ways. */
async function makePages() {
  const tag = `<livewebinar-room license-key="${LICENSE_KEY}"></livewebinar-room>`;
  const rendered = await collectResult(
    render(template`<livewebinar-room license-key=${LICENSE_KEY}></livewebinar-room>`),
  );
  const headLines = buildHeadLinks({ licenseKey: LICENSE_KEY })
    .map((link) =>
      Object.entries(link)
        .map(([name, value]) => `${name}="${value.replaceAll('&', '&amp;')}"`)
        .join(' '),
    )
    .map((attributes) => `<link ${attributes}>`)
    .join('');
  const start = (src, attributes = '') =>
    `<script type="module" src="${src}" ${attributes}></script>`;
  const hash = createHash('sha384').update(singleFile).digest('base64');
  const integrity = `integrity="sha384-${hash}" crossorigin="anonymous"`;
  const cdnFile = CDN + VERSIONED + SINGLE_FILE;
  return {
    snippet: page('', SNIPPET),
    tag: page(start(`/${SINGLE_FILE}`), tag),
    'tag, head lines': page(headLines + start(`/${SINGLE_FILE}`, 'async'), tag),
    'tag, server-rendered, head lines': page(
      headLines + start('/bundle/stdin.js', 'async'),
      rendered,
    ),
    'tag from a CDN': page(start(cdnFile, integrity), tag),
    'tag from a CDN, head lines': page(headLines + start(cdnFile, `async ${integrity}`), tag),
    'tag from a CDN, redirected': page(start(`${CDN}/livewebinar-room`), tag),
  };
}

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Returns a file of the build, or `undefined`. */
function readBuilt(folder, name, cache) {
  const file = `${ROOT}dist/${folder}/${name}`;
  if (!existsSync(file)) return undefined;
  return { type: TYPES[path.extname(file)], body: readFileSync(file), cache };
}

const script = (body, cache) => ({ type: 'text/javascript', body, cache });

/** Pads a script of the vendor to a realistic size, with text that cannot be compressed. */
const vendorScript = (text, kilobytes, cache) => ({
  ...script(`${text}\n// ${randomBytes((kilobytes * 3000) / 4).toString('base64')}`, cache),
  isCompressed: true,
});

/** Responds as each origin does. Nothing is known of the vendor's caching; one hour is assumed for its second script. */
function makeOrigins(pages, hydrating) {
  const second = vendorScript(secondScript(), 150, 'max-age=3600');
  const hour = 'max-age=3600';
  const year = 'max-age=31536000, immutable';
  return {
    [SITE]({ pathname }) {
      if (pathname === `/${SINGLE_FILE}`) return script(singleFile, hour);
      if (hydrating[pathname]) return script(hydrating[pathname], hour);
      const [, file] = /^\/room\/(.*)$/.exec(pathname) ?? [];
      if (file === LICENSE_KEY) return readBuilt('room-page', 'index.html');
      if (file) return readBuilt('room-page', file, hour);
      const body = pages[decodeURIComponent(pathname.slice(1))];
      return body && { type: 'text/html', body };
    },
    [CDN]({ pathname }) {
      if (pathname === '/livewebinar-room') return { redirect: VERSIONED + SINGLE_FILE };
      return readBuilt('cdn', pathname.replace(VERSIONED, ''), year);
    },
    [EMBED]({ pathname, searchParams }) {
      if (pathname === SECOND_SCRIPT) return second;
      const text = embedScript(EMBED, searchParams, { frameOrigin: ROOM });
      return vendorScript(`performance.mark('script');\n${text}`, 20);
    },
    [ROOM]: () => ({ type: 'text/html', body: ROOM_DOCUMENT }),
  };
}

/** Rejects if a room does not appear. */
const fail = (message) =>
  new Promise((_, reject) => setTimeout(() => reject(new Error(message)), 30_000).unref());

/** Opens a page as a new visitor does, and again on a later day: with files in the cache, and without connections. */
async function visit(browser, link, { slowdown }, url) {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  try {
    const tab = await context.newPage();
    const problems = [];
    tab.on('console', (message) => problems.push(message.text()));
    tab.on('pageerror', (error) => problems.push(error.message));
    const session = await context.newCDPSession(tab);
    await tab.addInitScript(WITNESS);
    // Playwright would compile an evaluated function in the page while it loads.
    await session.send('Runtime.enable');
    await session.send('Runtime.addBinding', { name: 'roomIsThere' });
    if (slowdown > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const open = async () => {
      link.disconnect();
      const isThere = new Promise((resolve) => session.once('Runtime.bindingCalled', resolve));
      await tab.goto(url, { waitUntil: 'commit' });
      await Promise.race([isThere, fail(`${url}: no room`)]);
      const marks = await tab.evaluate(() =>
        performance.getEntriesByType('mark').map(({ name, startTime }) => [name, startTime]),
      );
      await tab.goto('about:blank');
      return Object.fromEntries(marks);
    };
    const visits = { cold: await open(), warm: await open() };
    if (problems.length) throw new Error(`${url}: ${problems.join('\n')}`);
    return visits;
  } finally {
    await context.close();
  }
}

/** Time from the navigation to the vendor's first script, the iframe and the room's own document. */
export async function room({ rounds }) {
  const pages = await makePages();
  const urls = Object.fromEntries(
    Object.keys(pages).map((name) => [name, `${SITE}/${encodeURIComponent(name)}`]),
  );
  urls['room page'] = `${SITE}/room/${LICENSE_KEY}`;
  const origins = makeOrigins(pages, await bundleHydrating());
  const servers = await Promise.all(Object.values(origins).map(startSecureServer));
  const results = [];
  let browserVersion;
  try {
    for (const [network, conditions] of Object.entries(NETWORKS)) {
      const link = makeSlowLink(conditions);
      const ports = await Promise.all(servers.map(({ port }) => link.open(port)));
      const rules = Object.keys(origins).map(
        (origin, index) => `MAP ${new URL(origin).host}:443 127.0.0.1:${ports[index]}`,
      );
      const browser = await startBrowser([TRUST, `--host-resolver-rules=${rules.join(',')}`]);
      browserVersion = browser.version();
      try {
        const measure = (url) => visit(browser, link, conditions, url);
        for (const url of Object.values(urls).slice(0, 2)) await measure(url);
        const samples = await alternate(urls, rounds[network], measure);
        results.push(...compare(network, samples));
      } finally {
        await browser.close();
        link.close();
      }
    }
  } finally {
    for (const server of servers) server.stop();
  }
  return { browser: browserVersion, rounds, results };
}

/** Compares every contender with the snippet of the same round. */
function compare(network, samples) {
  return ['cold', 'warm'].flatMap((cache) =>
    MOMENTS.map((moment) => {
      const at = (name) => samples[name].map((sample) => sample[cache][moment]);
      const names = Object.keys(samples);
      return {
        network,
        cache,
        moment,
        milliseconds: Object.fromEntries(names.map((name) => [name, spread(at(name))])),
        // Above 1: later than the snippet.
        toSnippet: Object.fromEntries(
          names.slice(1).map((name) => [name, ratios(at(name), at('snippet'))]),
        ),
        samples: Object.fromEntries(names.map((name) => [name, at(name).map(Math.round)])),
      };
    }),
  );
}
