import { expect } from 'chai';
import fc from 'fast-check';
import { buildRoomPath, buildRoomUrl, findRoom, type RoomLink } from '../../src/url/index.js';
import { detectRoom } from '../../src/url/detect-room.js';
import { escapeHtml } from './snippets.js';

const word = (min: number, max: number) =>
  fc.stringMatching(new RegExp(`^[A-Za-z0-9]{${min},${max}}$`));
const token = fc.oneof(word(6, 8), word(60, 60), fc.stringMatching(/^[0-9a-f]{32}$/));
/** A name that does not end with what may belong to a sentence. */
const nickname = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map((text) => `${text.replaceAll(/[()]|__;/g, '')}x`.trim());

/** What a direct room URL can contain, with a room number. */
const link: fc.Arbitrary<RoomLink> = fc
  .tuple(
    fc.stringMatching(/^\d{3}-\d{3}-\d{3}$/),
    fc.record({ nickname, passwordToken: word(6, 7) }, { requiredKeys: [] }),
    fc.oneof(
      fc.constant({}),
      fc.record({ roleToken: token }),
      fc.record({ personalToken: token }),
      fc.record({ registrantToken: token }),
    ),
  )
  .map(([licenseKey, options, person]) => ({ licenseKey, ...options, ...person }));

const fold = (text: string, length: number, lineBreak: string) =>
  text.replace(new RegExp(`.{${length}}(?=.)`, 'gs'), `$&${lineBreak}`);

const WRAPPERS: Record<string, (url: string) => string> = {
  nothing: (url) => url,
  'a sentence': (url) => `Join us at ${url}, the day after tomorrow.`,
  'the end of a sentence': (url) => `Your link is: ${url}.`,
  parentheses: (url) => `Join us (${url}).`,
  markdown: (url) => `Please [join](${url})!`,
  'an HTML attribute': (url) => `<p><a href="${escapeHtml(url)}">Join</a></p>`,
  'an HTML attribute that is escaped': (url) => escapeHtml(`<a href="${escapeHtml(url)}">Join</a>`),
  'an iframe': (url) => `<iframe src="${escapeHtml(url.slice(6))}" allowfullscreen></iframe>`,
  JSON: (url) => JSON.stringify({ id: 7, join_url: url }),
  'JSON with escaped slashes': (url) => JSON.stringify({ join_url: url }).replaceAll('/', '\\/'),
  'JSON in JSON': (url) => JSON.stringify({ body: JSON.stringify({ join_url: url }) }),
  'a calendar': (url) =>
    `BEGIN:VEVENT\r\n${fold(`DESCRIPTION:Join ${url}\\nBye`, 74, '\r\n ')}\r\nEND:VEVENT`,
  'a folded line': (url) => fold(`Join us at ${url} today`, 60, '\r\n '),
  'quoted-printable mail': (url) =>
    fold(
      `<a href=3D"${escapeHtml(url).replaceAll('=', '=3D')}">Join</a>`.replace(
        'href=3D3D',
        'href=3D',
      ),
      76,
      '=\r\n',
    ),
  'quoted mail': (url) => `> Join us at\n> ${url}\n> today`,
  'angle brackets that wrap': (url) => `Join <${fold(url, 50, '\n')}>`,
  Slack: (url) => `<${url}|Join>`,
  'a mail with headers': (url) =>
    `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${fold(
      `Join ${url.replaceAll('=', '=3D')}`,
      40,
      '=\r\n',
    )}\r\n`,
  Safelinks: (url) =>
    `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(url)}&data=05%7C01&reserved=0`,
  'Safelinks in HTML': (url) =>
    `<a href="https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(url)}&amp;data=x">${escapeHtml(url)}</a>`,
  'a redirect': (url) => `See https://l.facebook.com/l.php?u=${encodeURIComponent(url)}&h=AT0.`,
  'no scheme': (url) => `Join at ${url.replace('https://', '')} today`,
  'invisible characters': (url) => `\u2068\u200b${url}\u200b\u2069`,
};

describe('findRoom', () => {
  for (const [name, wrap] of Object.entries(WRAPPERS)) {
    it(`returns the link in ${name}`, () => {
      fc.assert(
        fc.property(link, (link) => {
          expect(findRoom(wrap(buildRoomUrl(link)))).to.deep.equal(link);
        }),
      );
    });
  }

  it('returns the path of an own site', () => {
    fc.assert(
      fc.property(link, (link) => {
        expect(findRoom(buildRoomPath(link))).to.deep.equal(link);
        expect(findRoom(`Join at https://acme.example${buildRoomPath(link)}.`)).to.deep.equal(link);
      }),
    );
  });

  const piece = fc.oneof(
    fc.constantFrom(
      'https://app.livewebinar.com/',
      'livewebinar.com/',
      '//',
      '/room/',
      '/x/',
      '123-123-123',
      '?_nickname=',
    ),
    fc.constantFrom(
      "'_license_key'",
      ': ',
      "'",
      '"',
      '“',
      '”',
      '<livewebinar-room',
      ' license-key=',
      '>',
      '<!--',
      '-->',
    ),
    fc.constantFrom(
      '\\',
      '\\n',
      '\\u00',
      '%2F',
      '%E2%80%8B',
      '%FF',
      '&amp;',
      '&#x',
      '\u200b',
      '\u2068',
      '\u00a0',
      '\r\n ',
    ),
    fc.constantFrom(
      '[object Object]',
      'undefined',
      '{{',
      '}}',
      '${',
      '(',
      ')',
      'https://embed.livewebinar.com/em?t=',
      '\ud800',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary' }),
  );

  it('never returns a token with an invisible or impossible character', () => {
    fc.assert(
      fc.property(text, (text) => {
        const { licenseKey, ...room } = findRoom(text) ?? { licenseKey: 'k' };
        for (const token of [
          licenseKey,
          room.roleToken,
          room.personalToken,
          room.registrantToken,
          room.passwordToken,
        ]) {
          expect(token ?? 'k').not.to.match(
            /[\p{Cc}\p{Cf}\p{DI}"'`<>{}[\]\\“”‘’«»]|(?! )\s|^\s|\s$|^(undefined|null|NaN|\.\.?)?$|:\/\//u,
          );
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.anything()), fc.anything(), (text, options) => {
        findRoom(text as string, options as object);
        findRoom(text as string, { origins: options as string[], base: options as string });
      }),
      { numRuns: 500 },
    );
  });
});

describe('detectRoom', () => {
  const rows: [text: string, kind: string | undefined][] = [
    ['Join https://livewebinar.com/123-123-123/d9dd6a1f46965843abe286ed9ca0a365.', 'link'],
    ['/room/123-123-123', 'path'],
    [`<script>var _options = {'_license_key': '123-123-123'};</script>`, 'embed-code'],
    ['<livewebinar-room license-key="123-123-123" mode="iframe" controls>', 'tag'],
    ['Room: 123-123-123', 'number'],
    ['123123123', 'number'],
    ['hello', 'name'],
    ['456-456', 'wrong-number'],
    ['https://app.livewebinar.com/123-12', 'wrong-number'],
    ['https://app.livewebinar.com/1234567890', 'wrong-number'],
    ['/room/12345', 'wrong-number'],
    ['hello world', undefined],
  ];
  for (const [text, kind] of rows) {
    it(`detects ${kind ?? 'nothing'} in ${JSON.stringify(text)}`, () => {
      expect(detectRoom(text)?.kind).to.equal(kind);
    });
  }

  it('returns the URL in the shape that was pasted', () => {
    const url = 'https://livewebinar.com/123-123-123/d9dd6a1f46965843abe286ed9ca0a365';
    expect(detectRoom(`Join ${url}.`)).to.have.property('url', url);
  });

  it('returns the attributes of a tag', () => {
    expect(detectRoom(rows[3]![0])).to.have.deep.property('attributes', {
      'license-key': '123-123-123',
      mode: 'iframe',
      controls: '',
    });
  });

  it('counts the digits of a number that is no room number', () => {
    expect(detectRoom('456-456')).to.deep.equal({ kind: 'wrong-number', digits: 6 });
    expect(detectRoom('https://app.livewebinar.com/123-12')).to.have.property('digits', 5);
    expect(detectRoom('１２３−１２３−１２')).to.deep.equal({ kind: 'wrong-number', digits: 8 });
  });
});
