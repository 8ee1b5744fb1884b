// Builds the applications of demo/frameworks with the packed package (`npm run build` first) and uses each in a browser.
//   node --import tsx test/frameworks/run.ts                     all of them, in Chromium and Firefox
//   node --import tsx test/frameworks/run.ts --short             some of them, in Chromium
//   node --import tsx test/frameworks/run.ts react vue           these two
//   node --import tsx test/frameworks/run.ts --browser firefox   in one browser
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs, styleText } from 'node:util';
import { chromium, firefox } from 'playwright';
import { startStandIn } from '../../src/testing/stand-in/start.js';
import { launchOptions } from '../../scripts/browsers.mjs';
import { APPLICATIONS, type Application } from './applications.js';
import { checkRoom, type Browsers, type Check } from './check-room.js';
import { checkTypes } from './check-types.js';
import { install, npm, pack, type Installed } from './install.js';

type Column = 'build' | Check | 'types' | 'tests';
interface Row {
  readonly application: Application;
  readonly version: string;
  readonly failures: Map<string, unknown>;
  readonly seconds: number;
}

const COLUMNS: Column[] = [
  'build',
  'opens',
  'events',
  'change',
  'unmount',
  'route',
  'served',
  'types',
  'tests',
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { short: { type: 'boolean' }, browser: { type: 'string', multiple: true } },
});
const unknown = positionals.filter((name) => !APPLICATIONS.some((one) => one.name === name));
if (unknown.length > 0) {
  const names = APPLICATIONS.map(({ name }) => name).join(', ');
  throw new Error(`There is no ${unknown.join(', ')} in demo/frameworks, but ${names}.`);
}
const wanted = APPLICATIONS.filter(({ name, isInShortRun }) =>
  positionals.length > 0 ? positionals.includes(name) : isInShortRun || !values.short,
);

const launchFirefox = (preferences: Record<string, boolean | number>) =>
  firefox.launch({ ...launchOptions('firefox'), firefoxUserPrefs: preferences });

const LAUNCH: Record<string, () => Promise<Browsers>> = {
  async chromium() {
    const browser = await chromium.launch({
      ...launchOptions('chromium'),
      args: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
    });
    return { browser, withoutScripts: browser };
  },
  async firefox() {
    const browser = await launchFirefox({
      'media.navigator.streams.fake': true,
      'media.navigator.permission.disabled': true,
      // Playwright loses a page that comes back from the back/forward cache.
      'browser.sessionhistory.max_total_viewers': 0,
    });
    return { browser, withoutScripts: await launchFirefox({ 'javascript.enabled': false }) };
  },
};

const messageOf = (error: unknown): string =>
  error instanceof Error
    ? [error.message, error.cause && messageOf(error.cause)].filter(Boolean).join('\n')
    : String(error);

/** Whether a column is about an application. */
function applies({ isServed, wrong, unitTests }: Application, column: Column): boolean {
  if (column === 'tests') return Boolean(unitTests);
  if (column === 'types') return Boolean(wrong ?? unitTests);
  if (column === 'served') return Boolean(isServed);
  return column === 'build' || !unitTests;
}

async function versionOf(folder: string, name = 'livewebinar-room'): Promise<string> {
  const file = path.join(folder, 'node_modules', name, 'package.json');
  return (JSON.parse(await readFile(file, 'utf8')) as { version: string }).version;
}

/** Starts the server of an application, and stops it after use. */
async function whileServed(
  { folder, env }: Installed,
  port: number,
  use: (url: string) => Promise<void>,
): Promise<void> {
  const server = spawn('npm', ['start', '--', '--port', String(port)], {
    cwd: folder,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  try {
    const url = `http://localhost:${port}/`;
    const deadline = Date.now() + 120_000;
    while (
      !(await fetch(url).then(
        (response) => response.ok,
        () => false,
      ))
    ) {
      if (server.exitCode !== null || Date.now() > deadline)
        throw new Error(`npm start\n${output}`);
      await sleep(200);
    }
    await use(url);
  } finally {
    // The process group, since npm ends before the processes it has started.
    if (server.exitCode === null) process.kill(-server.pid!);
  }
}

/** Checks an application in a new browser, and once more in another one if a check fails, as Playwright Test does. */
async function checkIn(name: string, url: string, isServed: boolean): Promise<Map<Check, unknown>> {
  let failures = new Map<Check, unknown>();
  for (let attempts = 0; attempts < 2; attempts += 1) {
    const browsers = await LAUNCH[name]!();
    failures = await checkRoom(browsers, url, isServed);
    await browsers.browser.close();
    await browsers.withoutScripts.close();
    if (failures.size === 0) break;
    for (const [check, error] of failures) {
      console.warn(`${url}, ${check} in ${name}, attempt ${attempts + 1}: ${messageOf(error)}`);
    }
  }
  return failures;
}

async function test(application: Application, port: number): Promise<Row> {
  const started = Date.now();
  const failures = new Map<string, unknown>();
  let version = '';
  const { framework, wrong, unitTests, isServed = false } = application;
  try {
    const installed = await install(application, tarball);
    version = await versionOf(installed.folder, framework);
    await npm(installed, 'run', 'build', '--if-present');
    const types = wrong
      ? checkTypes(application.name, installed, wrong)
      : npm(installed, 'run', 'types', '--if-present');
    await types.catch((error) => failures.set('types', error));
    if (unitTests) {
      await npm(installed, 'run', unitTests).catch((error) => failures.set('tests', error));
    } else {
      await whileServed(installed, port, async (url) => {
        for (const name of names) {
          for (const [check, error] of await checkIn(name, url, isServed)) {
            failures.set(check, new Error(`in ${name}`, { cause: error }));
          }
        }
      });
    }
  } catch (error) {
    failures.set('build', error);
  }
  return { application, version, failures, seconds: (Date.now() - started) / 1000 };
}

const names = values.browser ?? (values.short ? ['chromium'] : Object.keys(LAUNCH));
const standIn = await startStandIn();
const tarball = await pack();

const rows: Row[] = [];
const queue = [...wanted.entries()];
const work = async () => {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [index, application] = next;
    const row = await test(application, 4820 + index);
    rows[index] = row;
    console.log(`${application.name}: ${row.seconds.toFixed(0)} s`);
  }
};
await Promise.all([work(), work()]);

await standIn.stop();

let passed = 0;
let failed = 0;
const table = rows.map(({ application, version, failures }) => {
  const cells = COLUMNS.map((column) => {
    if (!applies(application, column)) return '–';
    if (failures.has(column)) {
      failed += 1;
      return 'no';
    }
    if (failures.has('build')) return '?';
    passed += 1;
    return 'yes';
  });
  return [application.title, version, ...cells];
});
for (const { application, failures } of rows) {
  for (const [check, error] of failures) {
    console.error(styleText('red', `\n${application.name}, ${check}:`), messageOf(error));
  }
}
const head = ['framework', 'version', ...COLUMNS];
const widths = head.map((_, column) =>
  Math.max(...[head, ...table].map((row) => row[column]!.length)),
);
console.log();
for (const row of [head, ...table]) {
  console.log(
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
}
console.log(`\nin ${names.join(' and ')}`);
console.log(`frameworks: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
