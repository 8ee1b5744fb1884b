// Builds dist/: the package, its types and manifest, the files for script tags, and the room page.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs the command of a package in `node_modules`; its output is shown if it fails. */
const run = (command, ...args) =>
  promisify(execFile)('npx', ['--no-install', command, ...args], { cwd: root }).catch((error) => {
    throw new Error(error.stdout + error.stderr);
  });

process.env.NODE_ENV = 'production';
const buildMode = (mode) => build({ root, mode, logLevel: 'warn' });

// Empties dist/, so it is first.
await buildMode('lib');
const others = [
  run('tsc', '-p', 'tsconfig.build.json'),
  run('tsc', '-p', 'src/testing/tsconfig.json'),
  run('cem', 'analyze', '--quiet', '--config', 'scripts/custom-elements-manifest.config.mjs'),
];
for (const mode of ['cdn', 'cdn-all', 'cdn-url', 'cli', 'room-page']) await buildMode(mode);
await Promise.all(others);
await import('./integrity.mjs');
