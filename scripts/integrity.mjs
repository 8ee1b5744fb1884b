// Keeps the version and the integrity hash of every <script> tag in the documentation true.
//   node scripts/integrity.mjs           prints the hashes
//   node scripts/integrity.mjs --write   writes version and hashes into README.md, docs/ and the playground
//   node scripts/integrity.mjs --check   fails if a tag names another version or hash
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const { name, version } = JSON.parse(read('package.json'));

const hashes = new Map(
  readdirSync(new URL('dist/cdn/', root))
    .filter((file) => file.endsWith('.min.js'))
    .map((file) => {
      const content = readFileSync(new URL(`dist/cdn/${file}`, root));
      return [file, `sha384-${createHash('sha384').update(content).digest('base64')}`];
    }),
);
for (const [file, hash] of hashes) console.log(`dist/cdn/${file}: ${hash}`);

/** Brings every URL of the package to this version, and each hash to that of the file before it. */
const update = (text) =>
  text
    .replace(new RegExp(`(?<=/${name}@)\\d+\\.\\d+\\.\\d+[^/]*`, 'g'), version)
    .replace(
      /(?<=\/dist\/cdn\/(?<file>[\w.-]+)"\s+integrity=")[^"]*/g,
      (hash, ...args) => hashes.get(args.at(-1).file) ?? hash,
    );

const [mode] = process.argv.slice(2);
const documents = [
  'README.md',
  ...readdirSync(new URL('docs/', root))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
  'demo/playground/code/html-tag.ts',
];
const stale = documents.filter((path) => read(path) !== update(read(path)));

if (mode === '--write') {
  for (const path of stale) writeFileSync(new URL(path, root), update(read(path)));
}
if (mode === '--check' && stale.length > 0) {
  console.error(
    `${stale.join(', ')}: another version or hash. Run \`node scripts/integrity.mjs --write\`.`,
  );
  process.exitCode = 1;
}
