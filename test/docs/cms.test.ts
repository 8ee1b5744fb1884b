import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { FORMATS, type FormatName } from '../../demo/playground/code/formats.js';
import { PLACE_GROUPS } from '../../demo/playground/places.js';

const guide = readFileSync(path.resolve(import.meta.dirname, '../../docs/cms.md'), 'utf8');
const sections = guide.split(/^#+ /m);
const FORMS: readonly FormatName[] = ['tag', 'iframe', 'button', 'link'];

/** The cells of a table row, without their padding and the targets of links. */
const readRows = (section: string) =>
  section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) => line.replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1'))
    .map((line) => line.split('|').map((cell) => cell.trim()));

describe('docs/cms.md', () => {
  for (const form of FORMS) {
    it(`has the code that the playground writes: ${form}`, () => {
      const code = FORMATS[form].write({ licenseKey: '123-123-123' }, {});
      const withoutBreaks = (text: string) =>
        text.replaceAll(/\s+(?=[\w>/])/g, ' ').replaceAll(' >', '>');
      expect(withoutBreaks(guide)).to.contain(withoutBreaks(code));
    });
  }

  for (const { name, places } of PLACE_GROUPS) {
    if (name === 'framework') continue;
    for (const { title, methods } of places) {
      it(`lists the methods of the playground: ${title}`, () => {
        const section = sections.find((text) => text.startsWith(`${title}\n`));
        const expected = methods.map(({ when, format, steps, camera, fullscreen, ask = '' }) => {
          return ['', when, format, steps, camera, fullscreen, ask, ''];
        });
        expect(readRows(section!)).to.deep.equal(expected);
      });
    }
  }
});
