// Runs the tests that run in Node: `node scripts/node-tests.mjs`.
// A test that imports `node:…` runs in Node only. Tests of pure functions run in Node and in browsers, all others in browsers only.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Folders of tests that run in Node and in browsers. */
const PURE = /^test\/(calendar|room-page|url)\//;

/** Tests that need the built package or a built site: steps of their own in `verify`. */
const BUILT = /^test\/(e2e|server)\//;

const tests = readdirSync(`${root}/test`, { recursive: true })
  .map((file) => `test/${String(file).replaceAll(path.sep, '/')}`)
  .filter((file) => file.endsWith('.test.ts') && !/node_modules/.test(file));

/** Tests that no browser can run. */
export const NODE_ONLY = tests.filter((file) =>
  /^import .*'node:|^} from 'node:/m.test(readFileSync(`${root}/${file}`, 'utf8')),
);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = tests.filter(
    (file) => (NODE_ONLY.includes(file) || PURE.test(file)) && !BUILT.test(file),
  );
  const { status } = spawnSync(
    'npx',
    [
      'tsx',
      '--tsconfig',
      'test/demo-server/tsconfig.json',
      '--import',
      './test/support/node-globals.mjs',
      '--test',
      ...files,
    ],
    { cwd: root, stdio: 'inherit' },
  );
  process.exitCode = status ?? 1;
}
