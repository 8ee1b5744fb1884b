// Changes src/api in small ways and reports which changes no test notices. Takes one to ten minutes per group.
//   npm install --prefix test/mutation --no-save
//   node test/mutation/run.js             runs every group
//   node test/mutation/run.js client      runs some of them
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The files of `src/api` that belong together, and the tests in `test/api` that cover them. */
const GROUPS = {
  redactor: { files: ['redactor'], tests: ['redactor', 'secrets'] },
  request: {
    files: ['retry', 'encode-request', 'form', 'read-body'],
    tests: ['form', 'retry', 'transport', 'client', 'secrets'],
  },
  transport: {
    files: ['transport', 'vendor-error', 'vendor-response'],
    tests: ['transport', 'client', 'room', 'secrets'],
  },
  tokens: {
    files: ['authorized-client', 'tokens', 'server-login'],
    tests: ['authorized-client', 'client', 'transport'],
  },
  authorization: {
    files: ['authorization-code', 'check-url', 'register-application'],
    tests: ['check-url', 'authorization-code', 'client', 'authorized-client'],
  },
  client: { files: ['client'], tests: ['client'] },
  arguments: {
    files: ['check-argument', 'event-tokens', 'invite', 'vendor-names'],
    tests: ['check-argument', 'client'],
  },
  room: { files: ['room', 'registrant', 'personal-link'], tests: ['room', 'client'] },
  list: { files: ['room-list'], tests: ['client'] },
  parameters: { files: ['room-parameters'], tests: ['client'] },
  data: {
    files: ['recording', 'presenter', 'registration-form', 'attendance-report'],
    tests: ['client'],
  },
  time: { files: ['start-time'], tests: ['start-time', 'client'] },
};

const configure = ({ files, tests }) => ({
  testRunner: 'tap',
  tap: {
    testFiles: tests.map((name) => `test/api/${name}.test.ts`),
    nodeArgs: ['--import', 'tsx', '--test-reporter=tap', '-r', '{{hookFile}}', '{{testFile}}'],
    forceBail: true,
  },
  mutate: files.map((name) => `src/api/${name}.ts`),
  // Programs do not match messages.
  mutator: { excludedMutations: ['StringLiteral'] },
  coverageAnalysis: 'off',
  concurrency: 2,
  reporters: ['clear-text'],
  ignorePatterns: ['dist', 'site', 'demo', 'docs', 'test/bench', 'test/mutation', 'test/visual'],
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
  const configuration = configure(GROUPS[name]);
  const file = join(configuration.tempDirName, 'stryker.config.json');
  writeFileSync(file, JSON.stringify(configuration));
  const stryker = at('node_modules/.bin/stryker');
  const { status } = spawnSync(stryker, ['run', file], { cwd: at('../..'), stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
