import { copyFile, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { npm, NpmError, type Installed } from './install.js';

/**
 * Checks that an application compiles, and that with the file of wrong uses there is an error on
 * each line marked `wrong` and on no other.
 */
export async function checkTypes(name: string, installed: Installed, wrong: string): Promise<void> {
  await npm(installed, 'run', 'types');
  const source = fileURLToPath(new URL(`wrong/${name}${path.extname(wrong)}`, import.meta.url));
  const target = path.join(installed.folder, wrong);
  await copyFile(source, target);
  const output = await npm(installed, 'run', 'types').catch((error: unknown) => {
    if (error instanceof NpmError) return error.output;
    throw error;
  });
  await rm(target);

  const lines = (await readFile(source, 'utf8')).split('\n');
  const expected = lines.flatMap((line, index) => (/\bwrong\b/.test(line) ? index + 1 : []));
  const place = new RegExp(`${path.basename(wrong).replace('.', '\\.')}["']?\\W+(\\d+)`, 'gi');
  const found = new Set(
    [...stripVTControlCharacters(output).matchAll(place)].map(([, line]) => Number(line)),
  );
  const missed = expected.filter((line) => !found.has(line));
  const other = [...found].filter((line) => !expected.includes(line));
  if (expected.length === 0 || missed.length > 0 || other.length > 0) {
    throw new Error(
      `wrong/${name}: no error on line ${missed.join(', ')}; an error on line ${other.join(', ')}\n${output}`,
    );
  }
}
