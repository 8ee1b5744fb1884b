import { html as template, render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  embedScript,
  SECOND_SCRIPT,
  secondScript,
} from '../../src/testing/stand-in/embed-script.js';
import { html, script, serve, startBrowser } from './browser.js';
import { BENCH, ROOT } from './paths.js';
import { alternate, ratios, spread } from './statistics.js';

const PACKAGE = `${ROOT}dist/index.js`;
const { buildHeadLinks } = await import(`${ROOT}dist/url/index.js`);
await import(PACKAGE);

/**
 * Chromium adds the round trip to every request and shares the bandwidth. It does not simulate the
 * set-up of a connection: everything is asked over one that costs nothing.
 */
const NETWORKS = {
  'cable: 40 ms, 10 Mbit/s': { latency: 40, megabits: 10, slowdown: 1 },
  'slow phone: 150 ms, 1.6 Mbit/s, CPU ÷ 4': { latency: 150, megabits: 1.6, slowdown: 4 },
};

const LICENSE_KEY = '123-123-123';

/** Says when the vendor's script runs, when the room's frame is in the page and when it has loaded. */
const WITNESS = `new MutationObserver((records) => {
  for (const { addedNodes } of records) for (const node of addedNodes) {
    if (node.localName !== 'iframe' || performance.getEntriesByName('frame').length) continue;
    performance.mark('frame');
    node.addEventListener('load', () => {
      performance.mark('room');
      roomHasLoaded('');
    });
  }
}).observe(document, { childList: true, subtree: true });`;

const page = (head, body) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>A webinar</title><link rel="icon" href="data:,">${head}</head>
<body><h1>A webinar</h1>${'<p>What it is about, and who speaks. </p>'.repeat(40)}
${body}${'<p>What comes next week. </p>'.repeat(40)}</body></html>`;

/** The vendor's snippet as pages have it. */
const snippet = (vendor) => `<div id="embedWidget" style="height: 20rem"></div>
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
  script.src = '${vendor}/em?t=' + options['_license_key'] + '&' + query.join('&');
  var first = document.getElementsByTagName('script')[0];
  first.parentNode.insertBefore(script, first);
})(_options);
</script>`;

const SINGLE_FILE = '/livewebinar-room.min.js';
const HYDRATING = '/hydrating.js';

/** What a page with a server-rendered room loads: Lit's hydration first, then the package. */
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
    outdir: 'out',
    write: false,
    logLevel: 'error',
  });
  return outputFiles.find(({ path }) => path.endsWith('stdin.js')).text;
}

/** The pages that are compared: the same text around, the room in another way. */
async function makePages(vendor) {
  const tag = `<livewebinar-room license-key="${LICENSE_KEY}" embed-origin="${vendor}" room-origin="${vendor}"></livewebinar-room>`;
  const rendered = await collectResult(
    render(
      template`<livewebinar-room license-key=${LICENSE_KEY} embed-origin=${vendor} room-origin=${vendor}></livewebinar-room>`,
    ),
  );
  const links = buildHeadLinks({ licenseKey: LICENSE_KEY, embedOrigin: vendor })
    .map(
      (link) =>
        `<link ${Object.entries(link)
          .map(([name, value]) => `${name}="${value.replaceAll('&', '&amp;')}"`)
          .join(' ')}>`,
    )
    .join('');
  const start = (file, async) => `<script type="module"${async} src="${file}"></script>`;
  return {
    snippet: page('', snippet(vendor)),
    tag: page(start(SINGLE_FILE, ''), tag),
    'tag and head lines': page(links + start(SINGLE_FILE, ' async'), tag),
    'server-rendered, head lines': page(links + start(HYDRATING, ' async'), rendered),
  };
}

async function open(browser, address, { latency, megabits, slowdown }) {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  try {
    const tab = await context.newPage();
    const problems = [];
    tab.on('console', (message) => problems.push(message.text()));
    tab.on('pageerror', (error) => problems.push(error.message));
    const session = await context.newCDPSession(tab);
    await tab.addInitScript(WITNESS);
    // A question asked through Playwright would be compiled in the page while it loads.
    await session.send('Runtime.enable');
    await session.send('Runtime.addBinding', { name: 'roomHasLoaded' });
    const hasLoaded = new Promise((resolve) => session.once('Runtime.bindingCalled', resolve));
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: (megabits * 1e6) / 8,
      uploadThroughput: (megabits * 1e6) / 8,
    });
    if (slowdown > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await tab.goto(address, { waitUntil: 'commit' });
    await hasLoaded;
    if (problems.length) throw new Error(`${address}: ${problems.join('\n')}`);
    return await tab.evaluate(() =>
      Object.fromEntries(
        performance.getEntriesByType('mark').map((mark) => [mark.name, mark.startTime]),
      ),
    );
  } finally {
    await context.close();
  }
}

/** Time from the navigation to the vendor's script, the room's frame and the loaded room. */
export async function room({ rounds }) {
  const mark = (name, text) => `performance.mark('${name}');\n${text}`;
  const vendor = await serve(({ pathname, searchParams }) => {
    if (pathname === '/em') return script(mark('script', embedScript(vendor.origin, searchParams)));
    if (pathname === SECOND_SCRIPT) return script(secondScript(vendor.origin));
    return html('<!doctype html><title>Room</title><p>The room.');
  });
  const pages = await makePages(vendor.origin);
  const names = Object.keys(pages);
  const scripts = {
    [SINGLE_FILE]: readFileSync(`${ROOT}dist/cdn${SINGLE_FILE}`, 'utf8'),
    [HYDRATING]: await bundleHydrating(),
  };
  const site = await serve(({ pathname }) =>
    scripts[pathname] ? script(scripts[pathname]) : html(pages[names[pathname.slice(1)]]),
  );
  const browser = await startBrowser();
  const results = [];
  try {
    for (const [network, conditions] of Object.entries(NETWORKS)) {
      const contenders = Object.fromEntries(
        names.map((name, index) => [name, `${site.origin}/${index}`]),
      );
      for (const address of Object.values(contenders)) await open(browser, address, conditions);
      const samples = await alternate(contenders, rounds, (address) =>
        open(browser, address, conditions),
      );
      const at = (name, moment) => samples[name].map((sample) => sample[moment]);
      for (const moment of ['script', 'frame', 'room']) {
        results.push({
          network,
          moment,
          milliseconds: Object.fromEntries(names.map((name) => [name, spread(at(name, moment))])),
          // Above 1: later than the snippet.
          toSnippet: Object.fromEntries(
            names
              .filter((name) => name !== 'snippet')
              .map((name) => [name, ratios(at(name, moment), at('snippet', moment))]),
          ),
        });
      }
      results.at(-1).samples = samples;
    }
  } finally {
    await browser.close();
    site.stop();
    vendor.stop();
  }
  return { browser: browser.version(), rounds, results };
}
