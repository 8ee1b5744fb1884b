import { expect } from 'chai';
import fc from 'fast-check';
import { buildRoomPath, parseRoomPath, type RoomLink } from '../../src/url/index.js';
import { carelessRoom, link } from './arbitrary-room.js';
import { expectError, expectStringOrError } from './expect-error.js';

const licenseKey = '123-123-123';

const PATHS: [path: string, link: RoomLink][] = [
  ['/room/123-123-123', { licenseKey }],
  ['/room/123-123-123/abcxyz123', { licenseKey, roleToken: 'abcxyz123' }],
  [
    '/room/123-123-123/abcxyz123?_nickname=John%20Doe',
    { licenseKey, roleToken: 'abcxyz123', nickname: 'John Doe' },
  ],
  ['/room/123-123-123?_personal_token=me', { licenseKey, personalToken: 'me' }],
  [
    '/room/a%2Fb?_personal_token=p&_nickname=n&avatar_url=https://x.example/a.png&_email=a%40x.example&_registrant_token=r&_password_token=w',
    {
      licenseKey: 'a/b',
      personalToken: 'p',
      nickname: 'n',
      avatarUrl: 'https://x.example/a.png',
      email: 'a@x.example',
      registrantToken: 'r',
      passwordToken: 'w',
    },
  ],
];

const BASES: [base: string, path: string][] = [
  ['/room', '/room/123-123-123'],
  ['room', '/room/123-123-123'],
  ['/webinars/live/', '/webinars/live/123-123-123'],
  ['/', '/123-123-123'],
  ['', '/123-123-123'],
  ['/søn room', '/s%C3%B8n%20room/123-123-123'],
  ['/s%C3%B8n', '/s%C3%B8n/123-123-123'],
  ['//evil.example', '/evil.example/123-123-123'],
  ['/\t/evil.example', '/evil.example/123-123-123'],
  ['/a?b#c', '/a%3Fb%23c/123-123-123'],
];

describe('buildRoomPath', () => {
  for (const [path, link] of PATHS) {
    it(`builds ${path}`, () => expect(buildRoomPath(link)).to.equal(path));
  }

  for (const [base, path] of BASES) {
    it(`builds ${path} under ${JSON.stringify(base)}`, () => {
      expect(buildRoomPath({ licenseKey }, { base })).to.equal(path);
    });
  }

  for (const link of [{ licenseKey: ' ', roleToken: 'secret' }, null, 'secret']) {
    it(`throws missing-license-key for ${JSON.stringify(link)}`, () => {
      const careless = link as unknown as RoomLink;
      expectError(() => buildRoomPath(careless), 'missing-license-key', 'licenseKey');
    });
  }

  for (const base of [7, {}, ['/secret']]) {
    it(`rejects the base ${JSON.stringify(base)}`, () => {
      const options = { base: base as unknown as string };
      expectError(() => buildRoomPath({ licenseKey }, options), 'invalid-option', 'base');
    });
  }

  for (const roleToken of ['.', '..', ' ']) {
    it(`rejects the role token "${roleToken}"`, () => {
      expectError(() => buildRoomPath({ licenseKey, roleToken }), 'invalid-option', 'roleToken');
    });
  }

  it('throws only LivewebinarError, without the value in its message', () => {
    fc.assert(
      fc.property(carelessRoom, fc.string({ unit: 'binary' }), (room, base) => {
        expectStringOrError(() => buildRoomPath(room as unknown as RoomLink, { base }));
      }),
    );
  });
});

describe('parseRoomPath', () => {
  for (const [path, link] of PATHS) {
    it(`reads ${path}`, () => expect(parseRoomPath(path)).to.deep.equal(link));
  }

  for (const [base, path] of BASES) {
    it(`reads ${path} under ${JSON.stringify(base)}`, () => {
      expect(parseRoomPath(path, { base })).to.deep.equal({ licenseKey });
    });
  }

  const others: [path: string | URL, link: RoomLink][] = [
    ['/room/123-123-123/', { licenseKey }],
    ['/room/123-123-123/role/', { licenseKey, roleToken: 'role' }],
    ['room/123-123-123', { licenseKey }],
    ['https://yourwebsite.com/room/123-123-123#top', { licenseKey }],
    [new URL('https://yourwebsite.com/room/123-123-123/role'), { licenseKey, roleToken: 'role' }],
    ['/room/k?_registration_token=r', { licenseKey: 'k', registrantToken: 'r' }],
    [
      '/room/k?_avatar_url=https://x.example/',
      { licenseKey: 'k', avatarUrl: 'https://x.example/' },
    ],
    // Invalid options are left out.
    ['/room/k?_password_token=.&_personal_token=%20&avatar_url=javascript:x', { licenseKey: 'k' }],
    [
      '/room/k?avatar_url=x&_avatar_url=https://x.example/',
      { licenseKey: 'k', avatarUrl: 'https://x.example/' },
    ],
    ['/room/k?_license_key=other&_role_token=r&_widget_width=1&__proto__=x', { licenseKey: 'k' }],
  ];
  for (const [path, link] of others) {
    it(`reads ${String(path)}`, () => expect(parseRoomPath(path)).to.deep.equal(link));
  }

  for (const path of [
    '',
    '/',
    '/room',
    '/room/',
    '/room/%20',
    '/room/%FF',
    '/room//123-123-123',
    '/room/123-123-123//role',
    '/room/123-123-123/role/more',
    '/rooms/123-123-123',
    '/Room/123-123-123',
    '/other/room/123-123-123',
    '/room/../123-123-123',
    'mailto:room/123-123-123',
    'file:///room/123-123-123',
  ]) {
    it(`gives null for "${path}"`, () => expect(parseRoomPath(path)).to.equal(null));
  }

  it('ignores invisible characters before the path, and no others', () => {
    expect(parseRoomPath('\u200b/room/k')).to.deep.equal({ licenseKey: 'k' });
    const link = parseRoomPath('é/open day', { base: 'é' });
    expect(link).to.deep.equal({ licenseKey: 'open day' });
  });

  it('returns what builders accept, whatever the query contains', () => {
    const key = fc.constantFrom('_password_token', '_personal_token', '_role_token', 'avatar_url');
    const value = fc.oneof(fc.constantFrom('.', '..', ' ', 'x'), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value)), (pairs) => {
        const link = parseRoomPath(`/room/k?${new URLSearchParams(pairs).toString()}`)!;
        expect(parseRoomPath(buildRoomPath(link))).to.deep.equal(link);
      }),
    );
  });

  for (const options of [null, { base: 7 }, { base: {} }]) {
    it(`returns null for the options ${JSON.stringify(options)}`, () => {
      expect(parseRoomPath('/room/k', options as unknown as { base: string })).to.equal(null);
    });
  }

  it('returns null for a path that was escaped for a string', () => {
    expect(parseRoomPath('/room/123-123-123\\nPassword')).to.equal(null);
  });

  it('returns everything that was built, under any base', () => {
    fc.assert(
      fc.property(link, fc.string({ unit: 'binary' }), (link, base) => {
        expect(parseRoomPath(buildRoomPath(link))).to.deep.equal(link);
        expect(parseRoomPath(buildRoomPath(link, { base }), { base })).to.deep.equal(link);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string({ unit: 'binary' }), (value, text) => {
        for (const path of [value, text, `/room/${text}`]) {
          for (const base of ['/room', text]) {
            expect(parseRoomPath(path as string, { base })?.licenseKey).not.to.equal('');
          }
        }
      }),
    );
  });
});
