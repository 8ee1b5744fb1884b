import { expect } from 'chai';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';

const DOCS = path.resolve(import.meta.dirname, '../../docs');

/** The rows of the tables, by their first cell. */
const rows = readFileSync(`${DOCS}/lifecycle.md`, 'utf8')
  .split('\n')
  .filter((line) => /^\| (?!state |-)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map((cells) => ({ state: cells[1]!, tests: cells.at(-2)! }));

describe('the page states', () => {
  it('are in tables', () => {
    expect(rows.length).to.be.above(30);
  });

  for (const { state, tests } of rows) {
    it(`have a test each: ${state}`, () => {
      const links = [...tests.matchAll(/\]\((\S+) ["']([^"']+)["']\)/g)];
      expect(links).to.not.have.length(0);
      for (const [, file, title] of links) {
        expect(existsSync(path.join(DOCS, file!)), file).to.equal(true);
        expect(readFileSync(path.join(DOCS, file!), 'utf8')).to.include(title);
      }
    });
  }
});
