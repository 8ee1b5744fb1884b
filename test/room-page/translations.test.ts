import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import type { PageTranslation } from '../../src/room-page/translation.js';

const source = (path: string) => new URL(`../../src/${path}`, import.meta.url);
const html = readFileSync(source('room-page/public/index.html'), 'utf8');
const keys = [...new Set([...html.matchAll(/data-text="(\w+)"/g)].map(([, key]) => key!))].sort();
const files = readdirSync(source('room-page/translations'));

/** The English of the HTML by its key. */
const english = Object.fromEntries(
  [...html.matchAll(/data-text="(\w+)"[^>]*>([^<]+)</g)].map(([, key, text]) => [key!, text!]),
);
const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe('translations of the room page', () => {
  it('are in the languages of the element', () => {
    const others = readdirSync(source('translations')).filter((file) =>
      /^(?!en)..\.ts$/.test(file),
    );
    expect(files).to.deep.equal(others);
  });

  for (const file of files) {
    it(`${file} has the texts of the HTML, with their placeholders`, async () => {
      const { default: texts } = (await import(source(`room-page/translations/${file}`).href)) as {
        default: PageTranslation;
      };
      expect(Object.keys(texts).sort()).to.deep.equal(keys);
      for (const [key, text] of Object.entries(texts) as [string, string][]) {
        expect(text.trim(), key).not.to.equal('');
        expect(placeholders(text), key).to.deep.equal(placeholders(english[key]!));
      }
    });
  }
});
