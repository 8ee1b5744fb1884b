// Changes the code in small ways, one at a time, and reports which changes no test notices. A group takes a few minutes.
//   npm install --prefix test/mutation --no-save
//   node test/mutation/run.js                     runs every group
//   node test/mutation/run.js url/links api/room   runs some of them
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The files of a folder of `src` that belong together, and the tests in the same folder of `test` that
 * cover them. Those of `session` run in Chromium and take longest, so that tests that only wait are skipped.
 */
const GROUPS = {
  'url/builders': {
    files: [
      'embed-script-url',
      'head-links',
      'iframe-attributes',
      'iframe-permissions',
      'validate',
      'http-url',
    ],
    tests: [
      'embed-script-url',
      'head-links',
      'iframe-attributes',
      'room-url',
      'room-path',
      'token',
    ],
  },
  'url/links': {
    files: ['link', 'query', 'room-path', 'room-url', 'is-loopback', 'script-origin'],
    tests: [
      'token',
      'room-url',
      'room-path',
      'embed-script-url',
      'query',
      'is-loopback',
      'embed-code',
    ],
  },
  'url/names': {
    files: ['options', 'vendor-constants', 'vendor-page'],
    tests: ['options', 'vendor-page', 'room-url', 'room-path', 'embed-script-url', 'embed-code'],
  },
  'url/token': { files: ['token'], tests: ['token', 'room-url', 'find-room'] },
  'url/embed-code': {
    files: ['embed-code', 'unescape'],
    tests: ['embed-code', 'unescape', 'find-room'],
  },
  'url/find-room': {
    files: ['detect-room', 'find-room', 'find-links', 'room-number', 'room-tag'],
    tests: ['find-room', 'find-room-properties', 'room-tag'],
  },
  'url/text': {
    files: ['find-urls', 'unwrap-text'],
    tests: ['find-urls', 'unwrap-text', 'find-room'],
  },
  'api/redactor': { files: ['redactor'], tests: ['redactor', 'secrets'] },
  'api/request': {
    files: ['retry', 'encode-request', 'form', 'read-body'],
    tests: ['form', 'retry', 'transport', 'client', 'secrets'],
  },
  'api/transport': {
    files: ['transport', 'api-error', 'vendor-error', 'vendor-response'],
    tests: ['transport', 'client', 'room', 'secrets'],
  },
  'api/tokens': {
    files: [
      'authorized-client',
      'token-refresh',
      'token-response',
      'token-store',
      'server-login',
      'credentials',
    ],
    tests: ['authorized-client', 'client', 'transport'],
  },
  'api/authorization': {
    files: ['authorization-code', 'check-url', 'register-application'],
    tests: ['check-url', 'authorization-code', 'client', 'authorized-client'],
  },
  'api/client': { files: ['client'], tests: ['client', 'check-argument', 'room'] },
  'api/arguments': {
    files: ['check-argument', 'event-tokens', 'invite', 'vendor-names'],
    tests: ['check-argument', 'client'],
  },
  'api/room': {
    files: ['room', 'room-list', 'room-parameters', 'registrant', 'personal-link'],
    tests: ['room', 'client'],
  },
  'api/data': {
    files: ['recording', 'presenter', 'registration-form', 'attendance-report'],
    tests: ['client'],
  },
  'api/time': { files: ['start-time'], tests: ['start-time', 'client'] },
  'session/retry': {
    files: ['retry'],
    tests: ['retry', 'isolated', 'events', '../properties', 'watch-iframe', 'lifecycle', 'faults'],
    skip: /fault-(?:endless|script-slow|script-throws|second|no-)|hangs|isolated: ends|late response/,
  },
  'session/script': {
    files: ['vendor-scripts'],
    tests: ['vendor-scripts', 'referrer', 'several-rooms', 'policy'],
  },
  'session/csp': { files: ['csp'], tests: ['policy'] },
  'session/reports': {
    files: ['policy-reports', 'policy-error'],
    tests: ['policy-reports', 'policy', 'isolated'],
  },
  'session/iframe': { files: ['watch-iframe'], tests: ['watch-iframe'] },
  'session/direct': {
    files: ['iframe', 'create-iframe'],
    tests: ['create-iframe', 'iframe', 'referrer', 'policy', 'policy-reports', 'leftovers'],
    skip: /200/,
  },
  'session/script-rooms': {
    files: ['run-embed-script', 'inline', 'isolated'],
    tests: [
      'run-embed-script',
      'isolated',
      'several-rooms',
      'vendor-variants',
      'lifecycle',
      'policy',
      'policy-reports',
    ],
    skip: /does not respond|deadline/,
  },
  'session/session': {
    files: ['session', 'abort', 'attempt'],
    tests: [
      'session',
      'abort',
      'lifecycle',
      'events',
      'retry',
      'leftovers',
      '../livewebinar-room',
      '../properties',
    ],
    skip: /deadline|200/,
  },
  'session/hints': { files: ['resource-hints'], tests: ['resource-hints', 'head-links'] },
  'session/options': {
    files: ['allowed-origins', 'validate-request', 'trusted-script-url', 'suggest-license-key'],
    tests: [
      'allowed-origins',
      'validate-request',
      'trusted-script-url',
      'suggest-license-key',
      '../properties',
      'policy',
    ],
  },
};

const configure = (folder, { files, tests, skip }) => ({
  testRunner: folder === 'session' ? 'browser' : 'mocha-in-process',
  testFilesInProcess: tests.map((name) => `test/${folder}/${name}.test.ts`),
  skippedTests: skip?.source,
  mutate: files.map((name) => `src/${folder}/${name}.ts`),
  coverageAnalysis: 'perTest',
  concurrency: 1,
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  plugins: [at('runner.js'), at('browser-runner.js'), at('ignore-messages.js')],
  warnings: { unknownOptions: false, slow: false },
  ignorers: ['messages'],
  ignorePatterns: ['dist', 'site', 'docs', 'test/bench', 'test/mutation', 'test/visual'],
  timeoutMS: 5000,
  tempDirName: mkdtempSync(join(tmpdir(), 'stryker-')),
});

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(GROUPS, name));
if (unknown.length > 0) {
  console.error(
    `There is no group ${unknown.join(', ')}. Groups: ${Object.keys(GROUPS).join(', ')}.`,
  );
  process.exit(1);
}
for (const name of names.length > 0 ? names : Object.keys(GROUPS)) {
  console.log(`\n${name}`);
  const configuration = configure(name.split('/')[0], GROUPS[name]);
  const file = join(configuration.tempDirName, 'stryker.config.json');
  writeFileSync(file, JSON.stringify(configuration));
  const stryker = at('node_modules/.bin/stryker');
  const { status } = spawnSync(stryker, ['run', file], { cwd: at('../..'), stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
  rmSync(configuration.tempDirName, { recursive: true, force: true });
}
