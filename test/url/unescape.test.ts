import { expect } from 'chai';
import { unescapeHtml, unescapeJs, unescapePercent } from '../../src/url/unescape.js';

describe('unescapeHtml', () => {
  const texts: [html: string, text: string][] = [
    ['&amp;&lt;&gt;&quot;&apos;', `&<>"'`],
    ['a&nbsp;b', 'a\u00a0b'],
    ['https&colon;&sol;&sol;x.example&sol;&quest;a&equals;b&lowbar;c', 'https://x.example/?a=b_c'],
    ['&hyphen;&ndash;&mdash;', '-–—'],
    ['a&period;b&minus;c', 'a.b−c'],
    ['a&shy;&lrm;&rlm;b', 'a\u00ad\u200e\u200fb'],
    ['&AMP;', '&'],
    ['&#39;&#039;&#x27;&#X27;', "''''"],
    ['&#x1F3A5;&#127909;', '🎥🎥'],
    ['&#x10FFFF;', '\u{10ffff}'],
    ['a&#x110000;b', 'ab'],
    ['&amp;amp;', '&amp;'],
    ['&copy; & &; &#; &#x;', '&copy; & &; &#; &#x;'],
  ];
  for (const [html, text] of texts) {
    it(`replaces ${html}`, () => expect(unescapeHtml(html)).to.equal(text));
  }
});

describe('unescapeJs', () => {
  const texts: [source: string, text: string][] = [
    [String.raw`\'\"\/\\`, `'"/\\`],
    [String.raw`\n\r\t`, '\n\r\t'],
    [String.raw`\x27\u0027\u{27}`, "'''"],
    [String.raw`\uD83C\uDFA5\u{1F3A5}`, '🎥🎥'],
    [String.raw`a\u{110000}b`, 'ab'],
    ['a\\\nb', 'a\nb'],
    ['end\\', 'end\\'],
  ];
  for (const [source, text] of texts) {
    it(`replaces ${JSON.stringify(source)}`, () => expect(unescapeJs(source)).to.equal(text));
  }
});

describe('unescapePercent', () => {
  const texts: [source: string, text: string][] = [
    ['a%20b%2Fc', 'a b/c'],
    ['%C3%BC', 'ü'],
    ['%FF%', '%FF%'],
  ];
  for (const [source, text] of texts) {
    it(`replaces ${source}`, () => expect(unescapePercent(source)).to.equal(text));
  }
});
