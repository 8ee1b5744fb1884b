// Builds small applications from the packed package with each bundler, and checks which code of the package they contain.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build as esbuild, transform } from 'esbuild';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { Parcel } from '@parcel/core';
import { rollup } from 'rollup';
import { build as vite } from 'vite';
import webpack from 'webpack';

const here = import.meta.dirname;
const root = path.resolve(here, '../..');
const installed = path.join(here, 'node_modules/livewebinar-room');

rmSync(installed, { recursive: true, force: true });
mkdirSync(installed, { recursive: true });
const packed = execFileSync(
  'npm',
  ['pack', '--silent', '--ignore-scripts', '--pack-destination', here],
  { cwd: root, encoding: 'utf8' },
).trim();
execFileSync('tar', ['-xzf', path.join(here, packed), '-C', installed, '--strip-components=1']);
rmSync(path.join(here, packed));

const BUNDLERS = {
  vite: (input, dir) =>
    vite({
      configFile: false,
      root: path.dirname(input),
      logLevel: 'error',
      build: { outDir: dir, rolldownOptions: { input }, modulePreload: false },
    }),
  webpack: (input, dir) =>
    new Promise((resolve, reject) => {
      webpack(
        { mode: 'production', entry: input, output: { path: dir }, performance: false },
        (error, stats) =>
          error || stats.hasErrors() ? reject(error ?? new Error(stats.toString())) : resolve(),
      );
    }),
  rollup: async (input, dir) => {
    const bundle = await rollup({ input, plugins: [nodeResolve({ browser: true })] });
    await bundle.write({ dir });
    await bundle.close();
  },
  esbuild: (input, dir) =>
    esbuild({
      entryPoints: [input],
      outdir: dir,
      bundle: true,
      format: 'esm',
      minify: true,
      splitting: true,
      logLevel: 'error',
    }),
  parcel: (input, dir) =>
    new Parcel({
      entries: input,
      defaultConfig: '@parcel/config-default',
      mode: 'production',
      shouldDisableCache: true,
      cacheDir: path.join(dir, '../parcel-cache'),
      defaultTargetOptions: {
        distDir: dir,
        shouldScopeHoist: true,
        shouldOptimize: true,
        sourceMaps: false,
        engines: { browsers: ['Chrome 125'] },
      },
    }).run(),
};

/** What the code of each application must contain, and what it must not contain. */
const APPS = {
  'whole.js': { has: [/customElements\.define/, /livewebinar-statechange/], lacks: [] },
  'unused-class.js': {
    has: [/nothing of either/],
    lacks: [/customElements\.define\(/, /livewebinar-/, /attachInternals/],
  },
  'links.js': {
    has: [/app\.livewebinar\.com/],
    lacks: [/customElements/, /HTMLElement/, /livewebinar-/, /_widget_containerID.*attachShadow/s],
  },
};

/** Reads code without its comments, which Rollup keeps. */
async function readWithoutComments(file) {
  const text = readFileSync(file, 'utf8');
  return (await transform(text, { minifyWhitespace: true, legalComments: 'none' })).code;
}

let passed = 0;
let failed = 0;
// Inside this folder, where the bundlers find node_modules.
const work = mkdtempSync(path.join(here, '.work-'));
cpSync(path.join(here, 'app'), work, { recursive: true });
for (const [bundler, build] of Object.entries(BUNDLERS)) {
  for (const [app, { has, lacks }] of Object.entries(APPS)) {
    const dir = path.join(work, 'out', bundler, app);
    let complaints;
    let size = 0;
    try {
      await build(path.join(work, app), dir);
      const files = await Promise.all(
        readdirSync(dir, { recursive: true })
          .filter((file) => file.endsWith('.js'))
          .map((file) => readWithoutComments(path.join(dir, file))),
      );
      // Other files are loaded on demand. esbuild also writes those that nothing loads.
      const code = files.find((file) => has.every((pattern) => pattern.test(file))) ?? '';
      size = code.length;
      complaints = [
        ...has.filter((pattern) => !pattern.test(code)).map((pattern) => `lacks ${pattern}`),
        ...lacks.filter((pattern) => pattern.test(code)).map((pattern) => `has ${pattern}`),
      ];
    } catch (error) {
      complaints = [error.stack ?? String(error)];
    }
    if (complaints.length) failed += 1;
    else passed += 1;
    console.log(
      [
        `${complaints.length ? '✗' : '✓'} ${bundler} ${app}: ${size} characters`,
        ...complaints,
      ].join('\n  '),
    );
  }
}
rmSync(work, { recursive: true });
console.log(`\nbundlers: ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
