import { expect } from 'chai';
import { pickLanguage } from '../../src/room-page/pick-language.js';

const TRANSLATED = ['ar', 'de', 'pl', 'pt'];

describe('pickLanguage', () => {
  const rows: [lang: string, preferred: string[], tag: string, language: string][] = [
    // The visitor's, if the HTML is in English.
    ['en', ['pl'], 'pl', 'pl'],
    ['en', ['pt-BR', 'en'], 'pt-BR', 'pt'],
    ['en', ['nl', 'de', 'pl'], 'de', 'de'],
    ['en', ['en-GB', 'pl'], 'en-GB', 'en'],
    ['en-US', ['DE-at'], 'DE-at', 'de'],
    ['', ['pl'], 'pl', 'pl'],
    ['en', ['nl'], 'en', 'en'],
    ['en', [], 'en', 'en'],
    // The page's, if it has another one.
    ['pl', ['de'], 'pl', 'pl'],
    ['de_AT', ['en'], 'de_AT', 'de'],
    ['pt_BR.UTF-8', [], 'pt_BR.UTF-8', 'pt'],
    ['nl', ['de'], 'nl', 'nl'],
  ];
  for (const [lang, preferred, tag, language] of rows) {
    it(`picks ${tag} for lang="${lang}" and a visitor with ${preferred.join(', ') || 'none'}`, () => {
      expect(pickLanguage(lang, preferred, TRANSLATED)).to.deep.equal({ tag, language });
    });
  }
});
