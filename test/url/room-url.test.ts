import { expect } from 'chai';
import fc from 'fast-check';
import { buildRoomUrl, parseRoomUrl, type RoomLink } from '../../src/url/index.js';
import { carelessRoom, link } from './arbitrary-room.js';
import { expectError, expectStringOrError } from './expect-error.js';

const licenseKey = '123-123-123';
const ROOM = 'https://app.livewebinar.com/123-123-123';

const LINKS: [url: string, link: RoomLink][] = [
  // The four of the vendor's page, byte for byte.
  [ROOM, { licenseKey }],
  [`${ROOM}/x/IYuUtn2P`, { licenseKey, roleToken: 'IYuUtn2P' }],
  [`${ROOM}?_nickname=John%20Doe`, { licenseKey, nickname: 'John Doe' }],
  [
    `${ROOM}?avatar_url=https://yourwebsite.com/img/jonh.png`,
    { licenseKey, avatarUrl: 'https://yourwebsite.com/img/jonh.png' },
  ],
  [`${ROOM}/p/Abc60`, { licenseKey, personalToken: 'Abc60' }],
  [`${ROOM}?_password_token=pass%26word%3D1`, { licenseKey, passwordToken: 'pass&word=1' }],
  [
    `${ROOM}/x/role?_nickname=O'Brien%20%26%20S%C3%B8n%20%F0%9F%8E%A5&avatar_url=https://x.example/a%3Fb%3D1%26c`,
    {
      licenseKey,
      roleToken: 'role',
      nickname: "O'Brien & Søn 🎥",
      avatarUrl: 'https://x.example/a?b=1&c',
    },
  ],
  ['https://app.livewebinar.com/my%2Froom', { licenseKey: 'my/room' }],
  [`${ROOM}/x/a%3Fb%23c%25d`, { licenseKey, roleToken: 'a?b#c%d' }],
  [`${ROOM}?_nickname=a%2Bb`, { licenseKey, nickname: 'a+b' }],
];

describe('buildRoomUrl', () => {
  for (const [url, link] of LINKS) {
    it(`builds ${url}`, () => expect(buildRoomUrl(link)).to.equal(url));
  }

  it('leaves out what is empty, and what a direct URL cannot say', () => {
    const rest = { roleToken: '', nickname: '', email: 'a@example.com', registrantToken: 'r' };
    expect(buildRoomUrl({ licenseKey, ...rest })).to.equal(ROOM);
  });

  it('prefers the personal token to the role token', () => {
    const url = buildRoomUrl({ licenseKey, roleToken: 'role', personalToken: 'me' });
    expect(url).to.equal(`${ROOM}/p/me`);
  });

  it('goes to the given origin, with or without a trailing slash', () => {
    for (const origin of ['https://rooms.example.com', 'https://rooms.example.com/']) {
      expect(buildRoomUrl({ licenseKey }, { origin })).to.equal(
        'https://rooms.example.com/123-123-123',
      );
    }
  });

  it('writes a lone surrogate as U+FFFD, as URL does', () => {
    const url = buildRoomUrl({ licenseKey: 'a\ud800', nickname: '\udc00' });
    expect(url).to.equal('https://app.livewebinar.com/a%EF%BF%BD?_nickname=%EF%BF%BD');
  });

  for (const key of ['', '  ', undefined, null]) {
    it(`misses the license key in ${JSON.stringify(key)}`, () => {
      const room = { licenseKey: key, roleToken: 'secret' } as RoomLink;
      expectError(() => buildRoomUrl(room), 'missing-license-key', 'licenseKey');
    });
  }

  const wrong: [option: string, value: unknown][] = [
    ['licenseKey', '.'],
    ['licenseKey', 123],
    ['roleToken', '..'],
    ['personalToken', ' \t'],
    ['passwordToken', ['secret']],
    ['nickname', { secret: 'secret' }],
    ['avatarUrl', '/secret.png'],
    ['avatarUrl', 'javascript:secret'],
    ['avatarUrl', 'data:image/png;base64,secret'],
  ];
  for (const [option, value] of wrong) {
    it(`refuses ${option} ${JSON.stringify(value)}`, () => {
      const room = { licenseKey, [option]: value };
      expectError(() => buildRoomUrl(room), 'invalid-option', option);
    });
  }

  for (const origin of [
    'secret',
    'ftp://secret.example',
    'https://secret.example/path',
    'https://secret.example?a',
    'https://user:secret@x.example',
  ]) {
    it(`refuses the origin ${origin}`, () => {
      expectError(() => buildRoomUrl({ licenseKey }, { origin }), 'invalid-option', 'origin');
    });
  }

  it('throws nothing but LivewebinarError, without a token in it', () => {
    fc.assert(
      fc.property(carelessRoom, fc.anything(), (room, origin) => {
        expectStringOrError(() => buildRoomUrl(room as unknown as RoomLink));
        expectStringOrError(() => buildRoomUrl({ licenseKey }, { origin: origin as string }));
      }),
    );
  });
});

describe('parseRoomUrl', () => {
  for (const [url, link] of LINKS) {
    it(`reads ${url}`, () => expect(parseRoomUrl(url)).to.deep.equal(link));
  }

  const others: [url: string, link: RoomLink][] = [
    [`${ROOM}/`, { licenseKey }],
    [`${ROOM}/x/role/`, { licenseKey, roleToken: 'role' }],
    ['http://app.livewebinar.com/123-123-123', { licenseKey }],
    ['https://livewebinar.com/123-123-123/p/me', { licenseKey, personalToken: 'me' }],
    ['HTTPS://APP.LIVEWEBINAR.COM:443/Key', { licenseKey: 'Key' }],
    [`${ROOM}?_avatar_url=https://x.example/`, { licenseKey, avatarUrl: 'https://x.example/' }],
    [`${ROOM}?_nick_name=Jo&utm_source=x#top`, { licenseKey, nickname: 'Jo' }],
    [`${ROOM}?_nickname=&_nickname=Jo+Doe&_nickname=Al`, { licenseKey, nickname: 'Jo Doe' }],
    [`${ROOM}?_email=a@example.com&_role_token=host`, { licenseKey }],
  ];
  for (const [url, link] of others) {
    it(`reads ${url}`, () => {
      expect(parseRoomUrl(url)).to.deep.equal(link);
      expect(parseRoomUrl(new URL(url))).to.deep.equal(link);
    });
  }

  for (const url of [
    '',
    '123-123-123',
    'https://app.livewebinar.com',
    'https://app.livewebinar.com/',
    'https://app.livewebinar.com//123-123-123',
    'https://app.livewebinar.com/%20',
    'https://app.livewebinar.com/%FF',
    `${ROOM}/x`,
    `${ROOM}/x/`,
    `${ROOM}/y/role`,
    `${ROOM}/constructor/role`,
    `${ROOM}/x/role/more`,
    'https://app.livewebinar.com.evil.example/123-123-123',
    'https://evil-livewebinar.com/123-123-123',
    'https://evil.example/https://app.livewebinar.com/123-123-123',
    'https://app.livewebinar.com@evil.example/123-123-123',
    'https://app.livewebinar.com:8443/123-123-123',
    'https://appXlivewebinar.com/123-123-123',
    'https://evil.app.livewebinar.com/123-123-123',
    'ftp://app.livewebinar.com/123-123-123',
    'javascript:alert(1)//app.livewebinar.com/123-123-123',
    'blob:https://app.livewebinar.com/123-123-123',
  ]) {
    it(`gives null for "${url}"`, () => expect(parseRoomUrl(url)).to.equal(null));
  }

  it('reads rooms of the given origins only', () => {
    const options = { origins: ['https://rooms.example.com/', 'not an origin'] };
    expect(parseRoomUrl('https://rooms.example.com/k', options)).to.deep.equal({ licenseKey: 'k' });
    expect(parseRoomUrl(ROOM, options)).to.equal(null);
    expect(parseRoomUrl('blob:https://x.example/k', { origins: ['data:,'] })).to.equal(null);
    expect(parseRoomUrl(ROOM, { origins: [] })).to.equal(null);
  });

  it('gives back what a direct URL can say', () => {
    fc.assert(
      fc.property(link, (link) => {
        const said = { ...link };
        delete said.email;
        delete said.registrantToken;
        if (said.personalToken) delete said.roleToken;
        expect(parseRoomUrl(buildRoomUrl(link))).to.deep.equal(said);
      }),
    );
  });

  it('throws for nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.webUrl(), fc.string()), (value) => {
        expect(parseRoomUrl(value as string)).to.equal(null);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (path) => {
        expect(parseRoomUrl(`${ROOM}${path}`)).to.satisfy(
          (link: RoomLink | null) => link === null || link.licenseKey !== '',
        );
      }),
    );
  });
});
