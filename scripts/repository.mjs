// Sets `repository`, `homepage` and `bugs` in package.json from one URL, and the release checks that they are set:
// npm resolves the README's relative links against the repository, and provenance names it.
//   node scripts/repository.mjs https://github.com/OWNER/NAME
//   node scripts/repository.mjs --check
import { readFileSync, writeFileSync } from 'node:fs';

const path = new URL('../package.json', import.meta.url);
const manifest = JSON.parse(readFileSync(path, 'utf8'));
const [argument] = process.argv.slice(2);

if (argument === '--check') {
  if (!manifest.repository) {
    console.error(
      'package.json names no repository. Run `node scripts/repository.mjs https://github.com/OWNER/NAME` and commit.',
    );
    process.exitCode = 1;
  }
} else if (/^https:\/\/[^/]+\/[^/]+\/[^/]+$/.test(argument ?? '') && !argument.endsWith('.git')) {
  // Behind the keywords, where the reader of a manifest looks for them.
  const entries = Object.entries(manifest).filter(
    ([name]) => !['repository', 'homepage', 'bugs'].includes(name),
  );
  entries.splice(
    entries.findIndex(([name]) => name === 'keywords') + 1,
    0,
    ['repository', { type: 'git', url: `git+${argument}.git` }],
    ['homepage', `${argument}#readme`],
    ['bugs', `${argument}/issues`],
  );
  writeFileSync(path, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
} else {
  console.error('usage: node scripts/repository.mjs https://github.com/OWNER/NAME | --check');
  process.exitCode = 1;
}
