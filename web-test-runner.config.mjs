import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { fileURLToPath } from 'node:url';
import { startStandIn } from './src/testing/stand-in/start.js';
import { find, launchOptions } from './scripts/browsers.mjs';
import { NODE_ONLY } from './scripts/node-tests.mjs';
import { countReporter } from './test/support/count-reporter.mjs';

// The two slow engines start first, side by side.
const ENGINES = ['webkit', 'firefox', 'chromium'];

/** @param {string} name */
async function launcher(name) {
  if (name !== 'webkit' || find('webkit')?.via === 'playwright') {
    // Chromium runs last, beside no other engine, and its tests wait more than they compute.
    const concurrency = name === 'chromium' ? 2 : 1;
    return playwrightLauncher({ product: name, launchOptions: launchOptions(name), concurrency });
  }
  // Debian's WebKitGTK, through its own WebDriver.
  const { webdriverLauncher } = await import('@web/test-runner-webdriver');
  const { startWebKitDriver } = await import('./test/support/webkit-driver.mjs');
  const { port, capabilities } = await startWebKitDriver();
  const webkit = webdriverLauncher({
    hostname: '127.0.0.1',
    port,
    path: '/',
    capabilities,
    // Longer than a run: web-test-runner does not await every command, and a rejected one ends the run.
    connectionRetryTimeout: 900_000,
  });
  webkit.concurrency = 1;
  return webkit;
}

// `BROWSERS=chromium npx wtr` runs the tests in one engine.
const wanted = process.env.BROWSERS?.split(',') ?? ENGINES;

export default {
  files: [
    'test/**/*.test.ts',
    '!**/node_modules/**',
    // Vitest runs them, in the framework matrix.
    '!test/frameworks/**',
    ...NODE_ONLY.map((file) => `!${file}`),
  ],
  nodeResolve: { exportConditions: ['development', 'browser'] },
  plugins: [
    esbuildPlugin({
      ts: true,
      define: { 'globalThis.TIME_ZONE': JSON.stringify(process.env.TIME_ZONE ?? '') },
      // Without it, esbuild turns class fields into own properties, which hide Lit's accessors.
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
    {
      name: 'stand-in',
      async serverStart() {
        ({ stop: this.serverStop } = await startStandIn());
      },
    },
  ],
  middleware: [
    // Pages choose their own policy: `/test/support/policy-page.html?coep=require-corp`.
    (context, next) => {
      const { coep } = context.query;
      if (coep) context.set('cross-origin-embedder-policy', coep);
      return next();
    },
  ],
  browsers: await Promise.all(wanted.map(launcher)),
  concurrentBrowsers: 2,
  testFramework: { config: { timeout: 20_000 } },
  testsFinishTimeout: 240_000,
  browserStartTimeout: 60_000,
  reporters: [defaultReporter(), countReporter],
  // The element logs what goes wrong, and most tests are about that.
  filterBrowserLogs: ({ args }) =>
    !args.some((a) => /Lit is in dev mode|^livewebinar-room: /.test(String(a))),
};
