// npm run bench                  builds the package, installs the contenders, and runs every part
// npm run bench -- bytes links   runs some parts, see PARTS
// npm run bench -- --quick       runs a few rounds only, and writes no tables
import { execSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { describeMachine } from './machine.js';
import { BENCH, ROOT } from './paths.js';
import { writeTables } from './table.js';

const quick = process.argv.includes('--quick');
const wanted = process.argv.slice(2).filter((part) => part !== '--quick');

const PARTS = {
  bytes: async () => (await import('./bytes.js')).bytes(),
  links: async () => (await import('./links.js')).links({ quick }),
  room: async () =>
    (await import('./room.js')).room({
      rounds: quick ? { cable: 2, phone: 1 } : { cable: 9, phone: 5 },
    }),
  request: async () => (await import('./request.js')).request({ rounds: quick ? 3 : 15 }),
  many: async () => (await import('./many.js')).many({ rounds: quick ? 1 : 7 }),
  opening: async () => (await import('./opening.js')).opening({ visitors: quick ? 3000 : 10_000 }),
  leaks: async () => (await import('./leaks.js')).leaks({ mounts: quick ? 100 : 1000 }),
  vitals: async () => (await import('./vitals.js')).vitals({ quick }),
};

const fileOf = (part) => new URL(`results/${part}${quick ? '.quick' : ''}.json`, BENCH);

/** The newest results of every part that has been run. */
const readResults = () =>
  Object.fromEntries(
    Object.keys(PARTS)
      .filter((part) => existsSync(fileOf(part)))
      .map((part) => [part, JSON.parse(readFileSync(fileOf(part), 'utf8')).result]),
  );

const unknown = wanted.find((part) => !(part in PARTS));
if (unknown) throw new Error(`${unknown} is none of ${Object.keys(PARTS).join(', ')}`);

const parts = wanted.length ? wanted : Object.keys(PARTS);
const run = (command) => execSync(command, { cwd: ROOT, stdio: 'inherit' });
// The simulation runs the sources.
if (parts.some((part) => part !== 'opening')) {
  run('npm run build');
  run('npm install --prefix test/bench --no-save --no-audit --no-fund');
}
if (parts.includes('vitals')) run('npm run build:site');

mkdirSync(new URL('results/', BENCH), { recursive: true });
for (const part of parts) {
  const start = performance.now();
  const machine = describeMachine();
  const result = await PARTS[part]();
  writeFileSync(
    fileOf(part),
    `${JSON.stringify({ command: `npm run bench -- ${part}${quick ? ' --quick' : ''}`, machine, result }, null, 1)}\n`,
  );
  console.log(`${part}: ${Math.round((performance.now() - start) / 1000)} s`);
}

const tables = writeTables(readResults());
console.log(`\n${Object.values(tables).join('\n\n')}`);
if (!quick) {
  for (const name of ['README.md', 'docs/benchmarks.md']) {
    const filepath = ROOT + name;
    const text = readFileSync(filepath, 'utf8').replace(
      /(<!-- bench:(\w+) -->)[^]*?(<!-- \/bench -->)/g,
      (all, start, part, end) => (part in tables ? `${start}\n\n${tables[part]}\n\n${end}` : all),
    );
    writeFileSync(filepath, await format(text, { ...(await resolveConfig(filepath)), filepath }));
  }
}
