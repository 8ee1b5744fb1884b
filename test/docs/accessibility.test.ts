import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';

const ROOT = path.resolve(import.meta.dirname, '../..');
const rows = readFileSync(`${ROOT}/docs/accessibility.md`, 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line));

describe('docs/accessibility.md', () => {
  for (const row of rows) {
    const criterion = row.split('|')[1]!.trim();
    it(`names a test that exists: ${criterion}`, () => {
      const [, file, title] = /`([\w/.-]+)`: “(.+)” *\|$/.exec(row)!;
      expect(readFileSync(`${ROOT}/test/${file}`, 'utf8')).to.contain(title);
    });
  }

  it('has a row for each criterion once', () => {
    const criteria = rows.map((row) => row.split('|')[1]);
    expect(criteria.length).to.be.greaterThan(20);
    expect(new Set(criteria).size).to.equal(criteria.length);
  });
});
