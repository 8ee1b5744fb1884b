import { expect } from 'chai';
import { readInvitation } from '../../src/room-page/read-invitation.js';

const ROOM = { licenseKey: '123-123-123' };
const read = (text: string, base = '/room/') =>
  readInvitation(text, base, 'https://rooms.example.com');

describe('readInvitation', () => {
  const rooms: [text: string, link: object][] = [
    ['123-123-123', ROOM],
    [' 123 123 123\n', ROOM],
    ['123123123', ROOM],
    ['123–123–123', ROOM],
    ['https://app.livewebinar.com/123-123-123', ROOM],
    ['http://livewebinar.com/123-123-123/p/abc', { ...ROOM, personalToken: 'abc' }],
    ['app.livewebinar.com/123-123-123/x/IYuUtn2P', { ...ROOM, roleToken: 'IYuUtn2P' }],
    ['rooms.example.com/123-123-123', ROOM],
    ['https://rooms.example.com/123-123-123?_nickname=Ada', { ...ROOM, nickname: 'Ada' }],
    ['/room/123-123-123/abc', { ...ROOM, roleToken: 'abc' }],
    ['https://www.example.com/room/123-123-123/abc', { ...ROOM, roleToken: 'abc' }],
    ['www.example.com/room/123-123-123?_email=a@b.example', { ...ROOM, email: 'a@b.example' }],
    ['Join us:\nhttps://app.livewebinar.com/123-123-123\nat five', ROOM],
    ['See https://example.com, then <https://app.livewebinar.com/123-123-123>.', ROOM],
    ['<iframe src="https://app.livewebinar.com/123-123-123" allowfullscreen></iframe>', ROOM],
    [
      "var _options = { '_license_key': '123-123-123', '_nickname': 'Ada' };",
      { ...ROOM, nickname: 'Ada' },
    ],
    ['https://embed.livewebinar.com/em?t=123-123-123&_license_key=123-123-123', ROOM],
  ];
  for (const [text, link] of rooms) {
    it(`finds the room in ${JSON.stringify(text)}`, () => {
      expect(read(text)).to.deep.equal({ link });
    });
  }

  it('marks a single word', () => {
    expect(read('open-day')).to.deep.equal({ link: { licenseKey: 'open-day' }, isWord: true });
  });

  it('counts the digits of a number that cannot be a room', () => {
    expect(read('456-456')).to.include({ digits: 6 });
    expect(read('1234567890')).to.include({ digits: 10 });
  });

  const others = [
    '',
    ' ',
    'Hello, are you there?',
    'app.livewebinar.com',
    'https://app.livewebinar.com/',
    'https://app.livewebinar.com.evil.example/123-123-123',
    'https://example.com/123-123-123',
    'ada@example.com',
    'javascript:alert(1)',
    '..',
  ];
  for (const text of others) {
    it(`finds none in ${JSON.stringify(text)}`, () => {
      expect(read(text)).to.equal(null);
    });
  }

  it('takes no address of another site for a room where rooms are at the root', () => {
    expect(read('https://example.com/about', '/')).to.equal(null);
    expect(read('/123-123-123', '/')).to.deep.equal({ link: ROOM });
  });
});
