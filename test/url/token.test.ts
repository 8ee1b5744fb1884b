import { expect } from 'chai';
import fc from 'fast-check';
import {
  buildEmbedScriptUrl,
  buildRoomPath,
  buildRoomUrl,
  parseEmbedCode,
  parseRoomPath,
  parseRoomUrl,
} from '../../src/url/index.js';
import { normalizeToken, toAsciiDigits } from '../../src/url/token.js';
import { token } from './arbitrary-room.js';
import { expectError } from './expect-error.js';
import { IMPOSSIBLE_TOKENS } from './impossible-tokens.js';

const licenseKey = '123-123-123';
const TOKENS = [
  'licenseKey',
  'roleToken',
  'personalToken',
  'registrantToken',
  'passwordToken',
] as const;

const INVISIBLE: [name: string, character: string][] = [
  ['U+200B', '\u200b'],
  ['U+200D', '\u200d'],
  ['U+200E', '\u200e'],
  ['U+202A', '\u202a'],
  ['U+2060', '\u2060'],
  ['U+2068', '\u2068'],
  ['U+2069', '\u2069'],
  ['U+FEFF', '\ufeff'],
  ['U+00AD', '\u00ad'],
  ['U+00A0', '\u00a0'],
  ['U+202F', '\u202f'],
  ['U+3000', '\u3000'],
  ['U+FE0F', '\ufe0f'],
  ['a line break', '\n'],
  ['CRLF', '\r\n'],
  ['a tab', '\t'],
];

describe('normalizeToken', () => {
  for (const [name, character] of INVISIBLE) {
    it(`drops ${name} around and inside a token`, () => {
      const text = `${character}IYu${character}Utn2P${character}`;
      expect(normalizeToken('roleToken', text)).to.equal('IYuUtn2P');
    });
  }

  it('drops spaces around a token, but not inside', () => {
    expect(normalizeToken('licenseKey', '  open day ')).to.equal('open day');
  });

  it('leaves nothing of invisible characters and spaces', () => {
    expect(normalizeToken('roleToken', ' \u200b')).to.equal('');
  });

  for (const number of [
    '123123123',
    '123 123 123',
    '123–123–123',
    '123—123—123',
    '123‑123‑123',
    '123−123−123',
    '123·123·123',
    '123,123,123',
    '123.123.123',
    '123_123_123',
    '123 - 123 - 123',
    '123\\-123\\-123',
    '123ー123ー123',
    '123ｰ123ｰ123',
    '123一123一123',
    '１２３－１２３－１２３',
    '１２３１２３１２３',
    '١٢٣-١٢٣-١٢٣',
    '۱۲۳۱۲۳۱۲۳',
    '१२३-१२३-१२३',
    '๑๒๓-๑๒๓-๑๒๓',
    '𝟏𝟐𝟑-𝟏𝟐𝟑-𝟏𝟐𝟑',
    '𝟣𝟤𝟥-𝟣𝟤𝟥-𝟣𝟤𝟥',
    '\u2068123\u2069-123-123\u200b',
    '\u200b123-123-123',
  ]) {
    it(`writes ${number} as a room number`, () => {
      expect(normalizeToken('licenseKey', number)).to.equal('123-123-123');
    });
  }

  for (const name of ['12-34', '123-123-12', '123-123-1234', 'open-day', '123a123b123']) {
    it(`leaves ${name} as it is`, () => {
      expect(normalizeToken('licenseKey', name)).to.equal(name);
    });
  }

  it('leaves the digits of other tokens as they are', () => {
    expect(normalizeToken('passwordToken', '123123123')).to.equal('123123123');
  });

  it('leaves options that are no tokens as they are', () => {
    expect(normalizeToken('nickname', ' Ada 👩‍💻 ')).to.equal(' Ada 👩‍💻 ');
  });

  it('changes a normalized token no further', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const normalized = normalizeToken('licenseKey', text);
        expect(normalizeToken('licenseKey', normalized)).to.equal(normalized);
      }),
    );
  });
});

describe('toAsciiDigits', () => {
  it('knows the value of every decimal digit', () => {
    // Every script encodes zero to nine in a row.
    let count = 0;
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const digit = String.fromCodePoint(code);
      if (!/\p{Nd}/u.test(digit)) continue;
      expect(toAsciiDigits(digit)).to.equal(String(count % 10));
      count += 1;
    }
    expect(count).to.be.above(600);
  });
});

describe('tokens', () => {
  for (const option of TOKENS) {
    for (const value of IMPOSSIBLE_TOKENS) {
      it(`cannot be built with ${option} ${JSON.stringify(value)}`, () => {
        const link = { licenseKey, [option]: value };
        for (const build of [buildRoomUrl, buildRoomPath, buildEmbedScriptUrl]) {
          expectError(() => build(link), 'invalid-option', option);
          if (value.length < 3) continue;
          expect(() => build(link))
            .to.throw()
            .with.property('message')
            .not.include(value);
        }
      });
    }
  }

  for (const value of ['KEY\u200b', '\ufeffKEY', ' KEY', 'KEY\n']) {
    it(`cannot be built with ${JSON.stringify(value)}`, () => {
      expectError(() => buildRoomUrl({ licenseKey: value }), 'invalid-option', 'licenseKey');
    });
  }

  for (const value of ['open day', 'a..', '..a', '...', 'not-null', 'nullable', 'v1.2']) {
    it(`can be built with ${JSON.stringify(value)}`, () => {
      const link = { licenseKey: value, roleToken: value };
      expect(parseRoomPath(buildRoomPath(link))).to.deep.equal(link);
    });
  }

  for (const value of IMPOSSIBLE_TOKENS) {
    it(`are not read from ${JSON.stringify(value)}`, () => {
      const escaped = encodeURIComponent(value);
      if (!/^\.\.?$/.test(value)) {
        expect(parseRoomUrl(`https://app.livewebinar.com/${escaped}`)).to.equal(null);
        expect(parseRoomUrl(`https://app.livewebinar.com/k/x/${escaped}`)).to.equal(null);
        expect(parseRoomPath(`/room/${escaped}`)).to.equal(null);
        expect(parseRoomPath(`/room/k/${escaped}`)).to.equal(null);
      }
      expect(parseRoomPath(`/room/k?_personal_token=${escaped}`)).to.deep.equal({
        licenseKey: 'k',
      });
      expect(parseEmbedCode(`https://embed.livewebinar.com/em?t=${escaped}`)).to.equal(null);
    });
  }

  for (const [name, character] of INVISIBLE) {
    it(`are read without ${name}`, () => {
      const escaped = encodeURIComponent(character);
      const link = { licenseKey, roleToken: 'role', passwordToken: 'pass' };
      expect(
        parseRoomUrl(
          `${character}https://app.livewebinar.com/123-123-${escaped}123${escaped}/x/ro${character}le${escaped}?_password_token=${escaped}pass${escaped}${character}`,
        ),
      ).to.deep.equal(link);
      expect(
        parseRoomPath(`/room/123-123-123${escaped}/${escaped}role?_password_token=pa${escaped}ss`),
      ).to.deep.equal(link);
    });
  }

  it('are read as they were built', () => {
    fc.assert(
      fc.property(token, token, (key, role) => {
        const link = { licenseKey: key, roleToken: role };
        expect(parseRoomUrl(buildRoomUrl(link))).to.deep.equal(link);
      }),
    );
  });
});
