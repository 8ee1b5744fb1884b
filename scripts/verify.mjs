// Runs everything that a change has to pass, and ends with one line: N passed, N failed.
//   npm run verify                 runs every step
//   npm run verify -- e2e types    runs some of them, with what they need
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** The steps of one lane run in turn. The lanes run side by side, as steps wait more than they compute. */
const LANES = [
  // Steps that use both cores, or the stand-in on its fixed port.
  {
    test: 'npm test',
    zones: 'node test/time-zones.mjs',
    e2e: 'playwright test -c test/e2e/playwright.config.ts',
    frameworks: 'node --import tsx test/frameworks/run.ts --short',
  },
  {
    build: 'npm run build && npm run build:site',
    lint: 'npm run lint',
    server:
      'npm ci --prefix test/server/runtimes && node --import tsx --test test/server/*.test.ts',
    hosting: 'node --import tsx test/hosting/run.ts',
    reference: 'npm run reference -- --check',
    package:
      'publint --strict && attw --pack --profile esm-only --exclude-entrypoints custom-elements.json',
    size: 'size-limit',
    types: 'npm ci --prefix test/types && node test/types/run.mjs',
    bundlers: 'npm ci --prefix test/bundlers && node test/bundlers/run.mjs',
    testing: 'node test/testing/user-project.mjs',
  },
];
const BUILD_IS_NOT_NEEDED_BY = ['build', 'test', 'zones', 'lint'];

const wanted = process.argv.slice(2);
const names = LANES.flatMap((lane) => Object.keys(lane));
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(', ')}. Steps: ${names.join(', ')}.`);
  process.exit(1);
}
const needsBuild = wanted.some((name) => !BUILD_IS_NOT_NEEDED_BY.includes(name));
const isWanted = (name) =>
  wanted.length === 0 || wanted.includes(name) || (name === 'build' && needsBuild);

/** Counts the tests in the last lines of test runners, "wtr: 12 passed, 0 failed" and Node's "# pass 12". */
function count(output, word) {
  const pattern = new RegExp(
    `^\\w+: (?:\\d+ passed, )?(\\d+) ${word}ed\\b|^(?:ℹ|#) ${word} (\\d+)`,
    'gm',
  );
  return [...output.matchAll(pattern)].reduce((sum, [, a, b]) => sum + Number(a ?? b), 0);
}

/** The last lines of each failed step, repeated at the end: the lanes mix their output, and CI shortens logs. */
const failureTails = [];

/** Runs one step, each line of its output behind the step's name. */
async function runStep(name, command) {
  const start = performance.now();
  const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on('line', (line) => {
      output += `${line}\n`;
      console.log(`${name.padEnd(10)} │ ${line}`);
    });
  }
  const status = await new Promise((resolve) => child.on('close', resolve));
  const [passed, failed] = [count(output, 'pass'), count(output, 'fail')];
  if (status !== 0) failureTails.push(`\nThe end of ${name}:\n${output.slice(-4000)}`);
  return {
    step: name,
    // A step without tests of its own is one check; a type error or a crash fails it, too.
    passed: passed + failed > 0 ? passed : Number(status === 0),
    failed: Math.max(failed, Number(status !== 0)),
    seconds: Math.round((performance.now() - start) / 1000),
  };
}

const results = [];
let finishBuild;
const built = new Promise((resolve) => (finishBuild = resolve));
if (!isWanted('build')) finishBuild();

await Promise.all(
  LANES.map(async (lane) => {
    for (const [name, command] of Object.entries(lane)) {
      if (!isWanted(name)) continue;
      if (!BUILD_IS_NOT_NEEDED_BY.includes(name)) await built;
      results.push(await runStep(name, command));
      if (name === 'build') finishBuild();
    }
  }),
);

const sum = (column) => results.reduce((total, row) => total + row[column], 0);
failureTails.forEach((tail) => console.log(tail));
console.table(results);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
