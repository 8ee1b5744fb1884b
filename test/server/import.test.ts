import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { exports } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as {
  exports: Record<string, string | Record<string, string>>;
};
/** One file for each entry that is a pattern. */
const ONE_OF: Record<string, string> = {
  './translations/*.js': './translations/pl.js',
  './types/*': './types/react',
};
const entries = Object.keys(exports)
  // Angular is not installed here; test/frameworks imports it.
  .filter((entry) => !entry.endsWith('.json') && entry !== './angular')
  .map((entry) => (ONE_OF[entry] ?? entry).replace('.', 'livewebinar-room'));

/** Imports an entry of the built package in a process of its own, and returns its exports and new globals. */
function importIn(entry: string, ...options: string[]): unknown {
  const script = `
    const names = Object.keys(await import('${entry}'));
    const globals = ['window', 'document', 'HTMLElement', 'customElements'];
    console.log(JSON.stringify({ names, globals: globals.filter((name) => name in globalThis) }));`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...options, '--input-type=module', '--eval', script],
    // An entry that keeps the process running, with a timer for example, fails too.
    { cwd: ROOT, encoding: 'utf8', timeout: 30_000 },
  );
  expect({ status, stderr }).to.deep.equal({ status: 0, stderr: '' });
  return JSON.parse(stdout);
}

describe('every entry, imported in Node.js', () => {
  for (const entry of entries) {
    it(entry, () => {
      const { globals } = importIn(entry) as { globals: string[] };
      // Lit's build for Node.js adds a registry of custom elements, for server rendering.
      expect(globals.filter((name) => name !== 'customElements')).to.deep.equal([]);
    });
  }
});

describe('every entry, imported with the conditions of workers', () => {
  it('has the same file for each of these conditions', () => {
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
