// Says the hash with which a page makes sure of the single file, and keeps the README's tag true.
//   node scripts/integrity.mjs           prints it
//   node scripts/integrity.mjs --write   writes version and hash into the README
//   node scripts/integrity.mjs --check   fails if the README has another
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const { name, version, unpkg } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const hash = createHash('sha384')
  .update(readFileSync(new URL(unpkg, root)))
  .digest('base64');
const tag = `<script
  type="module"
  src="https://unpkg.com/${name}@${version}/${unpkg.replace('./', '')}"
  integrity="sha384-${hash}"
  crossorigin="anonymous"
></script>`;

const readme = new URL('README.md', root);
const text = readFileSync(readme, 'utf8');
const current = text
  .replace(/<script\n {2}type="module"\n[^>]*integrity="[^>]*><\/script>/, tag)
  // It is named without a hash too.
  .replace(new RegExp(`(?<=/${name}@)[^/]+`, 'g'), version);
const [mode] = process.argv.slice(2);

console.log(`${unpkg}: sha384-${hash}`);
if (mode === '--write') writeFileSync(readme, current);
if (mode === '--check' && (text !== current || !text.includes(tag))) {
  console.error('The README names another file: run `node scripts/integrity.mjs --write`.');
  process.exitCode = 1;
}
