// Runs tests in Stryker's own process with Mocha, which is ten times as fast as a process of Node's runner for each mutant.
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { build } from 'esbuild';
import fc from 'fast-check';
import Mocha from 'mocha';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { mock } from 'node:test';
import { Script } from 'node:vm';

/** Far more than any test takes. Longer ones wait for something that does not come. */
const TEST_TIMEOUT_MS = 4000;

/** A mutant that only some random values kill is not killed, so that a few, always the same, will do. */
const fastCheck = {
  ...fc,
  assert: (property, parameters) => fc.assert(property, { ...parameters, seed: 1, numRuns: 20 }),
};

/** What the instrumented code reads and counts. */
const stryker = (globalThis.__stryker__ ??= {});

const requirePackage = createRequire(`${process.cwd()}/package.json`);
const NODE_TEST = ['after', 'afterEach', 'before', 'beforeEach', 'describe', 'it'];

function requireExternal(name) {
  if (name === 'fast-check') return fastCheck;
  if (name !== 'node:test') return requirePackage(name);
  return { mock, ...Object.fromEntries(NODE_TEST.map((each) => [each, globalThis[each]])) };
}

class MochaRunner {
  static inject = tokens(commonTokens.options);
  #testFiles;
  #scripts;

  constructor(options) {
    this.#testFiles = options.testFilesInProcess;
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const { outputFiles } = await build({
      absWorkingDir: process.cwd(),
      entryPoints: this.#testFiles,
      outdir: '.',
      bundle: true,
      write: false,
      platform: 'node',
      format: 'cjs',
      packages: 'external',
      logLevel: 'error',
    });
    this.#scripts = outputFiles.map(({ path, text }) => ({
      name: basename(path),
      script: new Script(`(require) => {${text}\n}`, { filename: path }),
    }));
  }

  async dryRun({ coverageAnalysis, disableBail }) {
    const result = await this.#run({ bail: !disableBail, timeout: 0 });
    return coverageAnalysis === 'off'
      ? result
      : { ...result, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, disableBail, hitLimit }) {
    stryker.activeMutant = activeMutant.id;
    stryker.hitLimit = hitLimit;
    stryker.hitCount = hitLimit ? 0 : undefined;
    return toMutantRunResult(await this.#run({ bail: !disableBail, titles: testFilter }));
  }

  /** Loads the tests, with the mutant that is active, and runs those with the given titles. */
  async #run({ bail, titles, timeout = TEST_TIMEOUT_MS }) {
    const tests = [];
    const report = (test, status, details) => {
      const title = test.fullTitle();
      tests.push({ id: title, name: title, status, timeSpentMs: test.duration ?? 0, ...details });
    };
    const mocha = new Mocha({
      bail,
      timeout,
      reporter: class {
        constructor(runner) {
          runner.on('test', (test) => (stryker.currentTestId = test.fullTitle()));
          runner.on('pass', (test) => report(test, TestStatus.Success));
          runner.on('fail', (test, { message }) =>
            report(test, TestStatus.Failed, { failureMessage: message }),
          );
        }
      },
    });
    delete stryker.currentTestId;
    mocha.suite.emit('pre-require', globalThis, '', mocha);
    try {
      for (const { name, script } of this.#scripts) {
        if (titles && !titles.some((title) => title.startsWith(name))) continue;
        // The hooks of a file are for its own tests.
        globalThis.describe(name, () => script.runInThisContext()(requireExternal));
      }
    } catch (error) {
      return { status: DryRunStatus.Error, errorMessage: String(error) };
    }
    if (titles) {
      const wanted = new Set(titles);
      mocha.suite.eachTest((test) => {
        if (!wanted.has(test.fullTitle())) test.pending = true;
      });
    }
    await new Promise((resolve) => mocha.run(resolve));
    return (
      determineHitLimitReached(stryker.hitCount, stryker.hitLimit) ?? {
        status: DryRunStatus.Complete,
        tests,
      }
    );
  }
}

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, 'mocha-in-process', MochaRunner),
];
