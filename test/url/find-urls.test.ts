import { expect } from 'chai';
import { findUrls, removeUrls } from '../../src/url/find-urls.js';

const URL = 'https://x.example/a';

/** Applies a function several times. */
const repeat = (count: number, wrap: (text: string) => string): string =>
  Array.from({ length: count }).reduce((text: string) => wrap(text), URL);
const redirect = (url: string) => `https://r.example/?u=${encodeURIComponent(url)}`;

describe('findUrls', () => {
  const texts: [text: string, urls: string[]][] = [
    ['http://x.example/a', ['http://x.example/a']],
    [`'${URL}'b`, [URL]],
    [`${URL}'b`, [`${URL}'b`]],
    [`'${URL}'.replace('c','d')`, [URL]],
    [`'${URL}?n=O'Brien',b`, [`${URL}?n=O'Brien`]],
    [`${URL}&quot;&gt;b`, [URL]],
    [`__${URL}__;b`, [URL]],
    [`${URL}__;b`, [`${URL}__;b`]],
    [`${URL}—b`, [URL]],
    [`${URL}?n=b—c`, [`${URL}?n=b—c`]],
    ['//x.example/a', [URL]],
    ['x.example/a', [URL]],
    [`${URL}?n=%22b%22`, [`${URL}?n=%22b%22`]],
    ['3d.example/a', ['https://3d.example/a']],
    ['/a/b', ['/a/b']],
    ['https://y.example/#/a/b', ['https://y.example/#/a/b', '/a/b']],
    [
      `https://y.example/#next=${encodeURIComponent(URL)}`,
      [`https://y.example/#next=${encodeURIComponent(URL)}`, URL],
    ],
    [
      'https://y.example/?u=http-3A__x.example_a',
      ['https://y.example/?u=http-3A__x.example_a', URL],
    ],
    [
      'https://y.example/?u=a_http-3A__x.example_a',
      ['https://y.example/?u=a_http-3A__x.example_a'],
    ],
    [`${URL} /b%2Fc`, [URL, '/b%2Fc']],
  ];
  for (const [text, urls] of texts) {
    it(`finds ${urls.length} in ${text}`, () => expect([...findUrls(text)]).to.deep.equal(urls));
  }

  it('looks into three redirects', () => {
    expect([...findUrls(repeat(3, redirect))])
      .to.have.length(4)
      .and.to.include(URL);
    expect([...findUrls(repeat(4, redirect))])
      .to.have.length(4)
      .and.not.to.include(URL);
  });

  it('looks into text that was escaped up to four times', () => {
    expect([...findUrls(repeat(4, encodeURIComponent))]).to.deep.equal([URL]);
    expect([...findUrls(repeat(5, encodeURIComponent))]).to.deep.equal([]);
  });
});

describe('removeUrls', () => {
  it('replaces a URL and its punctuation with a space', () => {
    const text = `1(${URL}).2 '${URL}'3 https://y.example/`;
    expect(removeUrls(text, (url) => url === URL)).to.equal("1(  '  https://y.example/");
  });
});
