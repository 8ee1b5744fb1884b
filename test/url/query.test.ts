import { expect } from 'chai';
import fc from 'fast-check';
import { splitQuery } from '../../src/url/query.js';

const says = ([key, value]: [string, string]) => key !== '' && value !== '';
const byUs = (search: string) => splitQuery(search).filter(says);
const byPlatform = (search: string) => [...new URLSearchParams(search)].filter(says);

describe('splitQuery', () => {
  for (const search of [
    '',
    '?',
    '?a',
    '?a=b=c==&=d&&e=',
    '?a+b=c+d%20e%2Bf',
    '?half=%E0%A4&odd=%ZZ+%C3%BC&%=%',
    '?mark=%EF%BB%BFx&zero=%00',
  ]) {
    it(`reads "${search}" as URLSearchParams does`, () =>
      expect(byUs(search)).to.deep.equal(byPlatform(search)));
  }

  it('leaves out what has no key or no `=`', () => {
    expect(splitQuery('?=x&a=1&&b&c=')).to.deep.equal([
      ['a', '1'],
      ['c', ''],
    ]);
  });

  it('reads the query of any URL as URLSearchParams does', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('&', '=', '+', '%', '%C3', '%BC', '%F0%9F', '%25', '%0', '%EF%BB%BF'),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const url = new URL('https://x.example/');
        url.search = parts.join('');
        expect(byUs(url.search)).to.deep.equal(byPlatform(url.search));
      }),
    );
  });
});
