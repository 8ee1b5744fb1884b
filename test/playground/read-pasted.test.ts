import { expect } from '@open-wc/testing';
import { readPasted, toSettings, type PastedRoom } from '../../demo/playground/read-pasted.js';
import type { Settings } from '../../demo/playground/settings.js';
import { PASTED_TEXTS } from '../url/pasted-texts.js';
import { escapeHtml, pageWith, snippetWith, VENDOR_OPTIONS } from '../url/snippets.js';

const LINK = 'https://app.livewebinar.com/123-123-123';
const SNIPPET: Partial<Settings> = {
  licenseKey: '123-123-123',
  width: '100%',
  height: '100vh',
  nickname: 'John Doe',
};

describe('readPasted', () => {
  const table: [text: string, kind: string, settings: Partial<Settings>][] = [
    [' 123-123-123\n', 'a room number', { licenseKey: '123-123-123' }],
    [LINK, 'an invitation link', { licenseKey: '123-123-123' }],
    [
      `${LINK}/x/IYuUtn2P?_nickname=John%20Doe`,
      'an invitation link',
      { licenseKey: '123-123-123', roleToken: 'IYuUtn2P', nickname: 'John Doe' },
    ],
    [
      `${LINK}?_nickname=O'Brien`,
      'an invitation link',
      { licenseKey: '123-123-123', nickname: "O'Brien" },
    ],
    [`<a href='${LINK}'>`, 'an invitation link', { licenseKey: '123-123-123' }],
    [
      'https://livewebinar.com/open-day/p/abc',
      'an invitation link',
      { licenseKey: 'open-day', personalToken: 'abc' },
    ],
    [`Join us (${LINK}), from 9 pm.`, 'an invitation link', { licenseKey: '123-123-123' }],
    [
      `<iframe src="${LINK}?_nickname=Ada" allowfullscreen></iframe>`,
      'an invitation link',
      { licenseKey: '123-123-123', nickname: 'Ada' },
    ],
    [
      'https://rooms.example.com/123-123-123/x/IYuUtn2P',
      'an invitation link',
      {
        licenseKey: '123-123-123',
        roleToken: 'IYuUtn2P',
        roomOrigin: 'https://rooms.example.com',
      },
    ],
    [
      'Join: &lt;https://rooms.example.com/123-123-123/x/IYuUtn2P.&gt;',
      'an invitation link',
      {
        licenseKey: '123-123-123',
        roleToken: 'IYuUtn2P',
        roomOrigin: 'https://rooms.example.com',
      },
    ],
    [snippetWith(VENDOR_OPTIONS), 'embed code', SNIPPET],
    [pageWith(snippetWith(VENDOR_OPTIONS)), 'embed code', SNIPPET],
    [escapeHtml(snippetWith(VENDOR_OPTIONS)), 'embed code', SNIPPET],
    [
      snippetWith(`'_license_key': 'room', '_disable_target_top': '1'`, 'embed.archiebot.com'),
      'embed code',
      {
        licenseKey: 'room',
        embedOptions: '_disable_target_top=1',
        embedOrigin: 'https://embed.archiebot.com',
      },
    ],
    [
      'https://embed.livewebinar.com/em?t=room&_license_key=room&_role_token=abc',
      'embed code',
      { licenseKey: 'room', roleToken: 'abc' },
    ],
    [
      'https://example.com/room/open-day/abcxyz123?_email=ada%40example.com',
      'a link to your own site',
      { licenseKey: 'open-day', roleToken: 'abcxyz123', email: 'ada@example.com' },
    ],
    [
      '/webinars/live/123-123-123/abcxyz123',
      'a link to your own site',
      { licenseKey: '123-123-123', roleToken: 'abcxyz123', base: '/webinars/live' },
    ],
    [
      'https://example.com/123-123-123/abcxyz123',
      'a link to your own site',
      { licenseKey: '123-123-123', roleToken: 'abcxyz123', base: '/' },
    ],
    [`**${LINK}**`, 'an invitation link', { licenseKey: '123-123-123' }],
    [
      `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(LINK)}&data=x`,
      'an invitation link',
      { licenseKey: '123-123-123' },
    ],
    [
      `${LINK}?_nickname=Ada&amp;_password_token=abc`,
      'an invitation link',
      { licenseKey: '123-123-123', nickname: 'Ada', passwordToken: 'abc' },
    ],
    [
      'Join at app.livewebinar.com/123-123-123 today',
      'an invitation link',
      { licenseKey: '123-123-123' },
    ],
    ['Meeting ID 123 123 123\nPassword: abc', 'a room number', { licenseKey: '123-123-123' }],
    ['１２３－１２３－１２３', 'a room number', { licenseKey: '123-123-123' }],
    [
      '<livewebinar-room license-key="room" nickname="O\'Brien &amp; Søn" mode="iframe" controls></livewebinar-room>',
      'a tag',
      { licenseKey: 'room', nickname: "O'Brien & Søn", mode: 'iframe', controls: true },
    ],
  ];
  for (const [text, source, settings] of table) {
    it(`reads ${source}: ${text.trim().slice(0, 70)}`, () => {
      const pasted = readPasted(text);
      expect({ ...pasted, url: undefined }).to.deep.equal({ source, settings, url: undefined });
    });
  }

  for (const [kind, rows] of Object.entries(PASTED_TEXTS)) {
    it(`finds what findRoom finds: ${kind}`, () => {
      for (const [text, room] of rows.filter((row) => row[1])) {
        expect((readPasted(text) as PastedRoom).settings, text).to.deep.include(toSettings(room!));
      }
    });
  }

  it('keeps a link in the shape in which it was pasted', () => {
    for (const url of [
      `${LINK}/x/IYuUtn2P`,
      'https://livewebinar.com/123-123-123/0123456789abcdef0123456789abcdef',
      'https://embed.archiebot.com/widget-login?attendee_email=&token=123-123-123&password_token=&_nickname=',
    ]) {
      expect((readPasted(`Join: ${url}`) as PastedRoom).url).to.equal(url);
    }
  });

  it('marks one word as a guess', () => {
    expect(readPasted('hello')).to.deep.equal({
      source: 'a room name',
      settings: { licenseKey: 'hello' },
      isGuess: true,
    });
  });

  it('names the number of digits of a number that is no room', () => {
    expect(readPasted('456-456')).to.deep.equal({
      problem: 'A room number has nine digits, this one has 6.',
    });
  });

  for (const text of [
    '',
    'https://example.com/',
    'https://livewebinar.com/pricing',
    'https://app.livewebinar.com.evil.example/open-day',
    'javascript:alert(1)//123-123-123',
    '<livewebinar-room></livewebinar-room>',
  ]) {
    it(`finds no room in ${JSON.stringify(text)}`, () =>
      expect(readPasted(text)).to.have.property('problem'));
  }

  it('runs and loads nothing of what it reads', async () => {
    readPasted(
      '<img src="/never.png" onerror="window.ran = true"><script>window.ran = true</script>',
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(window).not.to.have.property('ran');
    expect(performance.getEntriesByName(new URL('/never.png', location.href).href)).to.be.empty;
  });
});
