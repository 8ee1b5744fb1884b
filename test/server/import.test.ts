import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { exports } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as {
  exports: Record<string, string | Record<string, string>>;
};
/** A file for each entry that stands for many. */
const ONE_OF: Record<string, string> = {
  './translations/*.js': './translations/pl.js',
  './types/*': './types/react',
};
const entries = Object.keys(exports)
  // Angular, which the test of the frameworks installs, is not here.
  .filter((entry) => !entry.endsWith('.json') && entry !== './angular')
  .map((entry) => (ONE_OF[entry] ?? entry).replace('.', 'livewebinar-room'));

/** Imports an entry of the built package in a process of its own, and says what is left there afterwards. */
function importIn(entry: string, ...options: string[]): unknown {
  const script = `
    const names = Object.keys(await import('${entry}'));
    const globals = ['window', 'document', 'HTMLElement', 'customElements'];
    console.log(JSON.stringify({ names, globals: globals.filter((name) => name in globalThis) }));`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...options, '--input-type=module', '--eval', script],
    // What keeps a process from ending, such as a timer, is a failure too.
    { cwd: ROOT, encoding: 'utf8', timeout: 30_000 },
  );
  expect({ status, stderr }).to.deep.equal({ status: 0, stderr: '' });
  return JSON.parse(stdout);
}

describe('every entry, imported in Node', () => {
  for (const entry of entries) {
    it(entry, () => {
      const { globals } = importIn(entry) as { globals: string[] };
      // Lit's own build for Node has a registry, for its server rendering; nothing else pretends to be a page.
      expect(globals.filter((name) => name !== 'customElements')).to.deep.equal([]);
    });
  }
});

describe('every entry, imported where bundlers ask for a worker', () => {
  it('is the same for each name that such runtimes have', () => {
    for (const target of Object.values(exports)) {
      if (typeof target === 'string') continue;
      expect([target['workerd'], target['edge-light']]).to.deep.equal([
        target['worker'],
        target['worker'],
      ]);
    }
  });

  for (const entry of entries) {
    it(entry, () => {
      const { globals } = importIn(entry, '--conditions=worker') as { globals: string[] };
      expect(globals).to.deep.equal([]);
    });
  }

  it('exports the same names', () => {
    for (const entry of ['livewebinar-room', 'livewebinar-room/element', 'livewebinar-room/vue']) {
      const { names } = importIn(entry, '--conditions=worker') as { names: string[] };
      expect(names).to.deep.equal((importIn(entry) as { names: string[] }).names);
    }
  });
});
