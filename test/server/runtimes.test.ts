import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Entries for servers, and those that an application renders on one. */
const ENTRIES = ['', '/element', '/url', '/react', '/vue', '/api', '/calendar'].map(
  (entry) => `livewebinar-room${entry}`,
);

/** Imports every entry; `/define` exports nothing. */
const IMPORTS = [
  "import 'livewebinar-room/define';",
  ...ENTRIES.map((entry, index) => `import * as entry${index} from '${entry}';`),
].join('');
/** An expression for what the entries export and do. */
const FINDINGS = `({
  names: [${ENTRIES.map((_, index) => `Object.keys(entry${index})`).join()}],
  roomUrl: entry${ENTRIES.indexOf('livewebinar-room/url')}.buildRoomUrl({ licenseKey: '123-123-123' }),
  globals: ['window', 'document', 'HTMLElement'].filter((name) => name in globalThis),
})`;
const PRINT = `${IMPORTS} console.log(JSON.stringify(${FINDINGS}));`;

const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd: ROOT, encoding: 'utf8', stdio: 'pipe', timeout: 60_000 });

/** Builds the module for workers and runs it as a test of workerd, which needs no port. */
async function runInWorkerd(workerd: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'livewebinar-room-workerd-'));
  try {
    // A file that does not exist, in the folder whose name the entries have.
    const entry = path.join(ROOT, 'worker.js');
    await build({
      root: ROOT,
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      define: { 'process.env.NODE_ENV': '"production"' },
      plugins: [
        {
          name: 'worker',
          enforce: 'pre',
          resolveId: (id) => (id === entry ? id : null),
          load: (id) =>
            id === entry
              ? `${IMPORTS} export default { test() { console.log(JSON.stringify(${FINDINGS})); } };`
              : null,
        },
      ],
      ssr: {
        target: 'webworker',
        noExternal: true,
        resolve: { conditions: ['workerd', 'worker', 'module'] },
      },
      build: { ssr: entry, outDir: folder, rolldownOptions: { output: { codeSplitting: false } } },
    });
    await writeFile(
      path.join(folder, 'config.capnp'),
      `using Workerd = import "/workerd/workerd.capnp";
       const config :Workerd.Config = (services = [(name = "main", worker = (
         modules = [(name = "worker", esModule = embed "worker.js")],
         compatibilityDate = "2026-11-01"))]);`,
    );
    return run(workerd, 'test', path.join(folder, 'config.capnp'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const RUNTIMES: Record<string, (command: string) => string | Promise<string>> = {
  bun: (command) => run(command, '--eval', PRINT),
  deno: (command) => run(command, 'eval', '--node-modules-dir=manual', PRINT),
  workerd: runInWorkerd,
};

describe('every entry in a runtime beside Node.js', () => {
  const expected = JSON.parse(
    run(process.execPath, '--input-type=module', '--eval', PRINT),
  ) as unknown;

  for (const [name, findings] of Object.entries(RUNTIMES)) {
    const command = path.join(ROOT, 'test/server/runtimes/node_modules/.bin', name);
    const skip = existsSync(command)
      ? false
      : `${name} is not installed: npm ci --prefix test/server/runtimes`;
    it(
      `exports in ${name} what it exports in Node.js, and adds no globals of a page`,
      { skip },
      async () => {
        expect(JSON.parse(await findings(command))).to.deep.equal(expected);
      },
    );
  }
});
