import { expect } from 'chai';
import { PASTED_TEXTS } from '../url/pasted-texts.js';
import { readInvitation } from '../../src/room-page/read-invitation.js';

const ROOM = { licenseKey: '123-123-123' };
const HOST = { ...ROOM, roleToken: 'abcxyz123' };
const SITE = {
  origin: 'https://example.com',
  base: '/room/',
  roomOrigin: 'https://rooms.acme.example',
};

describe('readInvitation', () => {
  for (const [kind, rows] of Object.entries(PASTED_TEXTS)) {
    it(`finds what findRoom finds: ${kind}`, () => {
      for (const [text, room] of rows) {
        const detected = readInvitation(text, SITE);
        expect(detected && 'room' in detected ? detected.room : null, text).to.deep.equal(room);
      }
    });
  }

  const rows: [base: string, text: string, room: object][] = [
    ['/room/', 'https://example.com/room/123-123-123/abcxyz123', HOST],
    ['/room/', 'https://example.com/room/#123-123-123/abcxyz123', HOST],
    ['/room/', 'example.com/room/#/123-123-123', ROOM],
    ['/room/', 'https://www.acme.example/room/#!/123-123-123.', ROOM],
    [
      '/room/',
      'Join us (https://example.com/room/#123-123-123?_nickname=Ada), at five',
      { ...ROOM, nickname: 'Ada' },
    ],
    ['/room/', 'https://rooms.acme.example/123-123-123', ROOM],
    ['/room/', 'https://rooms.acme.example/open-day', { licenseKey: 'open-day' }],
    ['/', 'https://example.com/123-123-123/abcxyz123', HOST],
    ['/', 'https://example.com/#123-123-123/abcxyz123', HOST],
    ['/', 'Join us: https://example.com/123-123-123, at five', ROOM],
    ['/', '/open-day', { licenseKey: 'open-day' }],
    ['/', 'https://app.livewebinar.com/123-123-123', ROOM],
  ];
  for (const [base, text, room] of rows) {
    it(`finds the room in ${text}, with rooms at ${base}`, () => {
      expect(readInvitation(text, { ...SITE, base })).to.deep.include({ room });
    });
  }

  for (const [base, text] of [
    ['/room/', 'https://example.com/about'],
    ['/room/', 'https://example.com/room/'],
    ['/room/', 'https://example.com/room/#'],
    ['/', 'https://elsewhere.example/about'],
    ['/', 'https://example.com.elsewhere.example/about'],
    ['/', 'https://example.com/'],
  ] as const) {
    it(`finds none in ${text}, with rooms at ${base}`, () => {
      expect(readInvitation(text, { ...SITE, base })).to.equal(null);
    });
  }

  it('tells a single word and a number with wrong digits apart', () => {
    expect(readInvitation('hello', SITE)).to.include({ kind: 'name' });
    expect(readInvitation('456-456', SITE)).to.include({ kind: 'wrong-number', digits: 6 });
  });
});
