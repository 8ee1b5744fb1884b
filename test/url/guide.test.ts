import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import * as functions from '../../src/url/index.js';

const guide = readFileSync(new URL('../../docs/links.md', import.meta.url), 'utf8');

/** A call, and the comment with its result. */
const EXAMPLE = /^(\w+\([^]*?\));\n\/\/ (.*(?:\n\/\/ .*)*)/gm;

const evaluate = (code: string): unknown =>
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- our own guide
  new Function(...Object.keys(functions), `return (${code})`)(...Object.values(functions));

describe('docs/links.md', () => {
  for (const [, call, comment] of guide.matchAll(EXAMPLE)) {
    it(`shows the result of ${call}`, () => {
      // An ellipsis leaves out the rest of a text.
      const [start, end] = comment!.replaceAll('\n//', '').split('…');
      const result = evaluate(call!);
      if (end === undefined) expect(result).to.deep.equal(evaluate(start!));
      else expect(JSON.stringify(result)).to.include(/"([^"]*)$/.exec(start!)![1]);
    });
  }
});
