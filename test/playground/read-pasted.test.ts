import { expect } from '@open-wc/testing';
import { readPasted } from '../../demo/playground/read-pasted.js';
import type { Settings } from '../../demo/playground/settings.js';
import { escapeHtml, pageWith, snippetWith, VENDOR_OPTIONS } from '../url/snippets.js';

const LINK = 'https://app.livewebinar.com/123-123-123';
const SNIPPET: Partial<Settings> = {
  licenseKey: '123-123-123',
  width: '100%',
  height: '100vh',
  nickname: 'John Doe',
  embedOptions: '',
};

describe('readPasted', () => {
  const table: [text: string, kind: string, settings: Partial<Settings>][] = [
    [' 123-123-123\n', 'a room token', { licenseKey: '123-123-123' }],
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
    [snippetWith(VENDOR_OPTIONS), 'an embed snippet', SNIPPET],
    [pageWith(snippetWith(VENDOR_OPTIONS)), 'an embed snippet', SNIPPET],
    [escapeHtml(snippetWith(VENDOR_OPTIONS)), 'an embed snippet', SNIPPET],
    [
      snippetWith(`'_license_key': 'room', '_disable_target_top': '1'`, 'embed.archiebot.com'),
      'an embed snippet',
      {
        licenseKey: 'room',
        embedOptions: '_disable_target_top=1',
        embedOrigin: 'https://embed.archiebot.com',
      },
    ],
    [
      'https://embed.livewebinar.com/em?t=room&_license_key=room&_role_token=abc',
      'an embed snippet',
      { licenseKey: 'room', roleToken: 'abc', embedOptions: '' },
    ],
    [
      'https://example.com/room/open-day/abcxyz123?_email=ada%40example.com',
      'an address on your own site',
      { licenseKey: 'open-day', roleToken: 'abcxyz123', email: 'ada@example.com', base: '/room' },
    ],
    [
      '/webinars/live/123-123-123/abcxyz123',
      'an address on your own site',
      { licenseKey: '123-123-123', roleToken: 'abcxyz123', base: '/webinars/live' },
    ],
    [
      'https://example.com/123-123-123/abcxyz123',
      'an address on your own site',
      { licenseKey: '123-123-123', roleToken: 'abcxyz123', base: '/' },
    ],
    [
      '<livewebinar-room license-key="room" nickname="O\'Brien &amp; Søn" mode="iframe" controls></livewebinar-room>',
      'a tag',
      { licenseKey: 'room', nickname: "O'Brien & Søn", mode: 'iframe', controls: true },
    ],
  ];
  for (const [text, kind, settings] of table) {
    it(`reads ${kind}: ${text.trim().slice(0, 70)}`, () =>
      expect(readPasted(text)).to.deep.equal({ kind, settings }));
  }

  for (const text of [
    '',
    'hello',
    'https://example.com/',
    'https://app.livewebinar.com.evil.example/open-day',
    'https://[/123-123-123',
    'javascript:alert(1)//123-123-123',
    '<livewebinar-room></livewebinar-room>',
  ]) {
    it(`finds no room in ${JSON.stringify(text)}`, () => expect(readPasted(text)).to.be.null);
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
