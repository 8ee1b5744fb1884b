import { expect } from 'chai';
import fc from 'fast-check';
import { buildRoomUrl, parseRoomUrl, type RoomLink } from '../../src/url/index.js';
import { carelessRoom, link } from './arbitrary-room.js';
import { expectError, expectStringOrError } from './expect-error.js';

const licenseKey = '123-123-123';
const ROOM = 'https://app.livewebinar.com/123-123-123';
const HEX = 'd9dd6a1f46965843abe286ed9ca0a365';
const REGISTRANT = 'aB3'.repeat(20);

const LINKS: [url: string, link: RoomLink][] = [
  // The vendor's four examples, byte for byte.
  [ROOM, { licenseKey }],
  [`${ROOM}/x/IYuUtn2P`, { licenseKey, roleToken: 'IYuUtn2P' }],
  [`${ROOM}?_nickname=John%20Doe`, { licenseKey, nickname: 'John Doe' }],
  [
    `${ROOM}?avatar_url=https://yourwebsite.com/img/jonh.png`,
    { licenseKey, avatarUrl: 'https://yourwebsite.com/img/jonh.png' },
  ],
  [`${ROOM}/p/Abc60`, { licenseKey, personalToken: 'Abc60' }],
  [`${ROOM}/r/${REGISTRANT}`, { licenseKey, registrantToken: REGISTRANT }],
  [`${ROOM}/x/${HEX}`, { licenseKey, roleToken: HEX }],
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

  it('leaves out empty options and the e-mail address', () => {
    const rest = { roleToken: '', nickname: '', email: 'a@example.com' };
    expect(buildRoomUrl({ licenseKey, ...rest })).to.equal(ROOM);
  });

  it('prefers the personal token, then the registrant token', () => {
    const tokens = { roleToken: 'role', registrantToken: 'registrant' };
    expect(buildRoomUrl({ licenseKey, ...tokens })).to.equal(`${ROOM}/r/registrant`);
    expect(buildRoomUrl({ licenseKey, ...tokens, personalToken: 'me' })).to.equal(`${ROOM}/p/me`);
  });

  it('uses a custom origin, with or without a trailing slash', () => {
    for (const origin of ['https://rooms.example.com', 'https://rooms.example.com/']) {
      expect(buildRoomUrl({ licenseKey }, { origin })).to.equal(
        'https://rooms.example.com/123-123-123',
      );
    }
  });

  it('encodes a lone surrogate as U+FFFD, as URL does', () => {
    const url = buildRoomUrl({ licenseKey: 'a\ud800', nickname: '\udc00' });
    expect(url).to.equal('https://app.livewebinar.com/a%EF%BF%BD?_nickname=%EF%BF%BD');
  });

  for (const link of [null, undefined, 7, 'secret', [], Symbol('secret')]) {
    it(`throws missing-license-key for ${String(link)} as the link`, () => {
      const careless = link as unknown as RoomLink;
      expectError(() => buildRoomUrl(careless), 'missing-license-key', 'licenseKey');
    });
  }

  for (const key of ['', '  ', undefined, null]) {
    it(`throws missing-license-key for ${JSON.stringify(key)}`, () => {
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
    ['avatarUrl', 'shttp://secret.example/'],
    ['avatarUrl', 'httpx://secret.example/'],
  ];
  for (const [option, value] of wrong) {
    it(`rejects ${option} ${JSON.stringify(value)}`, () => {
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
    it(`rejects the origin ${origin}`, () => {
      expectError(() => buildRoomUrl({ licenseKey }, { origin }), 'invalid-option', 'origin');
    });
  }

  it('throws only LivewebinarError, without the value in its message', () => {
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
    [
      `https://livewebinar.com/123-123-123/r/${REGISTRANT}`,
      { licenseKey, registrantToken: REGISTRANT },
    ],
    [`https://livewebinar.com/123-123-123/${HEX}`, { licenseKey, roleToken: HEX }],
    [
      `${ROOM}/${HEX.toUpperCase()}/?_nickname=Jo`,
      { licenseKey, roleToken: HEX.toUpperCase(), nickname: 'Jo' },
    ],
    ['https://app.html5meeting.com/123-123-123', { licenseKey }],
    ['https://app.livewebinar.com/１２３－１２３－１２３', { licenseKey }],
    [
      'https://embed.archiebot.com/widget-login?attendee_email=a%40x.example&token=123-123-123&password_token=p4&_nickname=Jo+Doe',
      { licenseKey, email: 'a@x.example', passwordToken: 'p4', nickname: 'Jo Doe' },
    ],
    [
      'https://embed.archiebot.com/widget-login?attendee_email=&token=123-123-123&password_token=&_nickname=',
      { licenseKey },
    ],
    ['https://embed.livewebinar.com/widget-login/?token=open-day', { licenseKey: 'open-day' }],
    ['https://livewebinar.com/widget-login?token=open-day', { licenseKey: 'open-day' }],
    [`${ROOM}/x/role/`, { licenseKey, roleToken: 'role' }],
    [`${ROOM}?_nickname=back\\slash`, { licenseKey, nickname: 'back\\slash' }],
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
    `${ROOM}/r`,
    `${ROOM}/r/`,
    `${ROOM}/${HEX}0`,
    `${ROOM}/${HEX.slice(1)}`,
    `${ROOM}/${HEX}/more`,
    `${ROOM}\\nPassword: abc`,
    'https://embed.archiebot.com/widget-login',
    'https://embed.archiebot.com/widget-login?attendee_email=a%40x.example',
    'https://embed.archiebot.com/widget-login?token={{token}}',
    'https://embed.archiebot.com/widget-login-help?token=123-123-123',
    'https://embed.archiebot.com/more/widget-login?token=123-123-123',
    'https://embed.archiebot.com.evil.example/widget-login?token=123-123-123',
    'https://embed.archiebot.com/123-123-123',
    'https://html5meeting.com/123-123-123',
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

  it('ignores invisible characters and white space before the URL', () => {
    expect(parseRoomUrl(`\u200b\u2060\ufeff \n${ROOM}`)).to.deep.equal({ licenseKey });
  });

  it('accepts only the origins in options', () => {
    const options = { origins: ['not an origin', 'https://rooms.example.com/'] };
    expect(parseRoomUrl('https://rooms.example.com/k', options)).to.deep.equal({ licenseKey: 'k' });
    expect(parseRoomUrl(ROOM, options)).to.equal(null);
    expect(parseRoomUrl('blob:https://x.example/k', { origins: ['data:,'] })).to.equal(null);
    expect(parseRoomUrl(ROOM, { origins: [] })).to.equal(null);
  });

  it('accepts login links of the origins in options', () => {
    const options = { origins: ['https://rooms.example.com'] };
    expect(parseRoomUrl('https://rooms.example.com/widget-login?token=k', options)).to.deep.equal({
      licenseKey: 'k',
    });
    expect(parseRoomUrl('https://embed.archiebot.com/widget-login?token=k', options)).to.equal(
      null,
    );
  });

  for (const options of [null, { origins: ROOM }, { origins: 7 }, { origins: [null, 7] }]) {
    it(`returns null for the options ${JSON.stringify(options)}`, () => {
      expect(parseRoomUrl(ROOM, options as unknown as { origins: string[] })).to.equal(null);
    });
  }

  it('returns what was built, except what a direct URL cannot contain', () => {
    fc.assert(
      fc.property(link, (link) => {
        const carried = { ...link };
        delete carried.email;
        if (carried.personalToken) delete carried.registrantToken;
        if (carried.personalToken || carried.registrantToken) delete carried.roleToken;
        expect(parseRoomUrl(buildRoomUrl(link))).to.deep.equal(carried);
      }),
    );
  });

  it('never throws', () => {
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
