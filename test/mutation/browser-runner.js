// Runs tests in one page of Chromium for each mutant, without the start of web-test-runner and its browser.
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { build } from 'esbuild';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const MOCHA = createRequire(import.meta.url).resolve('mocha/mocha.js');

/** Limits of the time that a test takes: in the first run, and afterwards, when many mutants make it wait for ever. */
const FIRST_TIMEOUT_MS = 20_000;
const timeoutAfter = (duration) => 2000 + 5 * duration;

/** Imports a file of the project that is tested. */
const importFile = (path) => import(pathToFileURL(join(process.cwd(), path)).href);

const bundles = new Map();

/** Bundles a TypeScript file, once. */
function bundle(path) {
  if (!bundles.has(path)) {
    const options = { bundle: true, write: false, format: 'esm', logLevel: 'error' };
    const conditions = ['development', 'browser'];
    const result = build({ ...options, conditions, entryPoints: [join(process.cwd(), path)] });
    bundles.set(
      path,
      result.then(({ outputFiles }) => outputFiles[0].text),
    );
  }
  return bundles.get(path);
}

async function respond(url, response) {
  const { pathname } = new URL(url, 'http://localhost');
  if (pathname === '/')
    return response.setHeader('content-type', 'text/html').end('<!doctype html><body>');
  if (pathname === '/mocha.js')
    return response.setHeader('content-type', 'text/javascript').end(readFileSync(MOCHA));
  if (pathname.endsWith('.ts'))
    return response.setHeader('content-type', 'text/javascript').end(await bundle(pathname));
  const file = join(process.cwd(), pathname);
  if (existsSync(file)) response.end(readFileSync(file));
  else response.writeHead(404).end();
}

/** Runs in each window of the page before its scripts: all share the counters of the page. */
function shareCounters(counters) {
  try {
    globalThis.__stryker__ = globalThis.top.__stryker__ ?? counters;
  } catch {
    globalThis.__stryker__ = counters;
  }
}

/** Runs in the page. */
async function runTests({ testFiles, skippedTests, timeouts, bail, timeout }) {
  const { Mocha, mocha } = globalThis;
  const tests = [];
  mocha.setup({ ui: 'bdd', timeout, bail, reporter: class {} });
  for (const file of testFiles) await import(file);
  mocha.suite.eachTest((test) => {
    const title = test.fullTitle();
    if (timeouts?.[title]) test.timeout(timeouts[title]);
    else if (timeouts || (skippedTests && new RegExp(skippedTests).test(title)))
      test.pending = true;
  });
  const report = (test, status, failureMessage) => {
    const title = test.fullTitle();
    tests.push({ id: title, name: title, status, timeSpentMs: test.duration ?? 0, failureMessage });
  };
  const { EVENT_TEST_BEGIN, EVENT_TEST_PASS, EVENT_TEST_FAIL } = Mocha.Runner.constants;
  await new Promise((resolve) => {
    mocha
      .run(() => resolve())
      .on(EVENT_TEST_BEGIN, (test) => (globalThis.__stryker__.currentTestId = test.fullTitle()))
      .on(EVENT_TEST_PASS, (test) => report(test, 0))
      .on(EVENT_TEST_FAIL, (test, { message }) => report(test, 1, String(message)));
  });
  const { mutantCoverage, hitCount } = globalThis.__stryker__;
  return { tests, mutantCoverage, hitCount };
}

class BrowserRunner {
  static inject = tokens(commonTokens.options);
  #testFiles;
  #skippedTests;
  #browser;
  #server;
  #standIn;
  /** Milliseconds of each test in the first run. */
  #durations = new Map();

  constructor(options) {
    this.#testFiles = options.testFilesInProcess.map((file) => `/${file}`);
    this.#skippedTests = options.skippedTests;
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const { chromium } = await import('playwright');
    const { launchOptions } = await importFile('scripts/browsers.mjs');
    const { startStandIn } = await importFile('src/testing/stand-in/start.js');
    this.#standIn = await startStandIn();
    this.#server = createServer(({ url }, response) => void respond(url, response));
    await new Promise((resolve) => this.#server.listen(8000, resolve));
    this.#browser = await chromium.launch(launchOptions('chromium'));
  }

  async dryRun({ coverageAnalysis, disableBail }) {
    const { mutantCoverage, ...result } = await this.#run({}, { bail: !disableBail });
    for (const { id, timeSpentMs } of result.tests ?? []) this.#durations.set(id, timeSpentMs);
    return coverageAnalysis === 'off' ? result : { ...result, mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, disableBail, hitLimit }) {
    const counters = { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit && 0 };
    const titles = testFilter ?? [...this.#durations.keys()];
    const timeouts = Object.fromEntries(
      titles.map((title) => [title, timeoutAfter(this.#durations.get(title) ?? 1000)]),
    );
    return toMutantRunResult(await this.#run(counters, { bail: !disableBail, timeouts }));
  }

  async dispose() {
    await this.#browser?.close();
    this.#server?.close();
    await this.#standIn?.stop();
  }

  async #run(counters, options) {
    const page = await this.#browser.newPage();
    try {
      await page.addInitScript(shareCounters, counters);
      await page.goto('http://localhost:8000/');
      await page.addScriptTag({ url: '/mocha.js' });
      const { tests, mutantCoverage, hitCount } = await page.evaluate(runTests, {
        testFiles: this.#testFiles,
        skippedTests: this.#skippedTests,
        timeout: FIRST_TIMEOUT_MS,
        ...options,
      });
      return (
        determineHitLimitReached(hitCount, counters.hitLimit) ?? {
          status: DryRunStatus.Complete,
          tests,
          mutantCoverage,
        }
      );
    } catch (error) {
      return { status: DryRunStatus.Error, errorMessage: String(error) };
    } finally {
      await page.close();
    }
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'browser', BrowserRunner)];
