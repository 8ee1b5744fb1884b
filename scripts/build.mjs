// Builds dist/: the package, its types and manifest, the files for script tags, and the room page.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs the command of a package in `node_modules`; its output is shown if it fails. */
const run = (command, ...args) => runIn(root, 'npx', '--no-install', command, ...args);

const runIn = (cwd, ...[command, ...args]) =>
  promisify(execFile)(command, args, { cwd }).catch((error) => {
    throw new Error(error.stdout + error.stderr);
  });

/** Compiles `livewebinar-room/angular` as Angular libraries are. The compiler is in a package of its own, as it is large. */
async function buildAngular() {
  const folder = fileURLToPath(new URL('angular', import.meta.url));
  if (!existsSync(`${folder}/node_modules`)) {
    // NODE_ENV is "production" here, which leaves out the compiler.
    await runIn(folder, 'npm', 'ci', '--ignore-scripts', '--include=dev');
  }
  await runIn(folder, 'npm', 'run', 'build');
}

process.env.NODE_ENV = 'production';
const buildMode = (mode) => build({ root, mode, logLevel: 'warn' });

// Empties dist/, so it is first.
await buildMode('lib');
const others = [
  run('tsc', '-p', 'tsconfig.build.json').then(buildAngular),
  run('tsc', '-p', 'src/testing/tsconfig.json'),
  run('cem', 'analyze', '--quiet', '--config', 'scripts/custom-elements-manifest.config.mjs'),
];
for (const mode of ['cdn', 'cdn-all', 'cdn-url', 'cdn-calendar', 'cdn-consent', 'cli', 'room-page'])
  await buildMode(mode);
await Promise.all(others);
await import('./integrity.mjs');
