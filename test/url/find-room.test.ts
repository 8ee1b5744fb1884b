import { expect } from 'chai';
import { findRoom, parseEmbedCode } from '../../src/url/index.js';
import { PASTED_TEXTS } from './pasted-texts.js';

const KEY = '123-123-123';
const L = `https://app.livewebinar.com/${KEY}`;
const ROOM = { licenseKey: KEY };

describe('findRoom', () => {
  for (const [title, rows] of Object.entries(PASTED_TEXTS)) {
    describe(title, () => {
      for (const [text, room] of rows) {
        it(JSON.stringify(text), () => expect(findRoom(text)).to.deep.equal(room));
      }
    });
  }

  describe('options', () => {
    const origins = ['https://rooms.example.com'];

    it('finds rooms of further origins, and of the vendor', () => {
      expect(findRoom('rooms.example.com/123-123-123/x/abc.', { origins })).to.deep.equal({
        ...ROOM,
        roleToken: 'abc',
      });
      expect(findRoom(L, { origins })).to.deep.equal(ROOM);
      expect(findRoom('https://other.example.com/123-123-123', { origins })).to.equal(null);
    });

    it('finds rooms under a base', () => {
      expect(findRoom(`https://x.example/live/${KEY}`, { base: '/live' })).to.deep.equal(ROOM);
      expect(findRoom(`https://x.example/live/${KEY}`)).to.equal(null);
    });

    it('returns null for a base that is not a string', () => {
      expect(findRoom(L, { base: 7 as unknown as string })).to.equal(null);
    });

    it('takes no URL of another site for a room if rooms are at the root', () => {
      expect(findRoom('https://example.com/about', { base: '/' })).to.equal(null);
      expect(findRoom(`/${KEY}/abc`, { base: '/' })).to.deep.equal({ ...ROOM, roleToken: 'abc' });
    });
  });

  it('returns null for more than four million characters', () => {
    expect(findRoom(L.padStart(4_000_001))).to.equal(null);
  });

  it('agrees with parseEmbedCode', () => {
    for (const title of Object.keys(PASTED_TEXTS).filter((name) => name.startsWith('embed code'))) {
      for (const [text, room] of PASTED_TEXTS[title]!)
        expect(parseEmbedCode(text)).to.deep.equal(room);
    }
  });
});
