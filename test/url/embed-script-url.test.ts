import { expect } from 'chai';
import fc from 'fast-check';
import { buildEmbedScriptUrl, parseEmbedCode, type EmbedOptions } from '../../src/url/index.js';
import { carelessRoom, room } from './arbitrary-room.js';
import { expectError, expectStringOrError } from './expect-error.js';

const licenseKey = '123-123-123';
const SCRIPT = 'https://embed.livewebinar.com/em?t=123-123-123&_license_key=123-123-123';

describe('buildEmbedScriptUrl', () => {
  const urls: [url: string, room: EmbedOptions][] = [
    [SCRIPT, { licenseKey }],
    [SCRIPT, { licenseKey, roleToken: '', embedOptions: { _extra: '' }, embedOrigin: '' }],
    [`${SCRIPT}&_nickname=O'Brien%20%26%20S%C3%B8n`, { licenseKey, nickname: "O'Brien & Søn" }],
    [
      `${SCRIPT}&_avatar_url=https%3A%2F%2Fx.example%2Fa.png`,
      { licenseKey, avatarUrl: 'https://x.example/a.png' },
    ],
    [
      `${SCRIPT}&_widget_width=100%25&_disable_target_top=1&a%26b=c%3Dd`,
      { licenseKey, embedOptions: { _disable_target_top: '1', 'a&b': 'c=d' }, width: '100%' },
    ],
    [`${SCRIPT}&_nickname=%EF%BF%BD`, { licenseKey, nickname: '\ud800' }],
    [
      SCRIPT.replace('livewebinar', 'archiebot'),
      { licenseKey, embedOrigin: 'https://embed.archiebot.com/' },
    ],
  ];
  for (const [url, room] of urls) {
    it(`builds ${url}`, () => expect(buildEmbedScriptUrl(room)).to.equal(url));
  }

  it('writes the options in the order of the table', () => {
    const url = buildEmbedScriptUrl({
      height: '8',
      width: '7',
      containerId: '6',
      passwordToken: '5',
      registrantToken: '4',
      email: '3',
      avatarUrl: 'https://x.example',
      nickname: '2',
      personalToken: '1',
      roleToken: '0',
      licenseKey: 'k',
    });
    expect([...new URL(url).searchParams.keys()]).to.deep.equal([
      't',
      '_license_key',
      '_role_token',
      '_personal_token',
      '_nickname',
      '_avatar_url',
      '_email',
      '_registrant_token',
      '_password_token',
      '_widget_containerID',
      '_widget_width',
      '_widget_height',
    ]);
  });

  it('prefers the origin in options to embedOrigin', () => {
    const room = { licenseKey, embedOrigin: 'https://embed.archiebot.com' };
    expect(buildEmbedScriptUrl(room, { origin: 'http://localhost:4810' })).to.equal(
      'http://localhost:4810/em?t=123-123-123&_license_key=123-123-123',
    );
  });

  for (const room of [{ licenseKey: '', roleToken: 'secret' }, null, 'secret']) {
    it(`throws missing-license-key for ${JSON.stringify(room)}`, () => {
      const careless = room as unknown as EmbedOptions;
      expectError(() => buildEmbedScriptUrl(careless), 'missing-license-key', 'licenseKey');
    });
  }

  for (const key of [
    't',
    '_license_key',
    '_nickname',
    '_nick_name',
    'avatar_url',
    '_registration_token',
    '_widget_containerID',
  ]) {
    it(`rejects ${key} in embedOptions`, () => {
      const build = () => buildEmbedScriptUrl({ licenseKey, embedOptions: { [key]: 'secret' } });
      expectError(build, 'invalid-option', 'embedOptions');
      expect(build).to.throw(` ${key}: `);
    });
  }

  it('rejects embedOptions that are not strings', () => {
    const embedOptions = { _extra: ['secret'] } as unknown as Record<string, string>;
    const build = () => buildEmbedScriptUrl({ licenseKey, embedOptions });
    expectError(build, 'invalid-option', 'embedOptions');
  });

  it('leaves out null in embedOptions', () => {
    const embedOptions = { _extra: null } as unknown as Record<string, string>;
    expect(buildEmbedScriptUrl({ licenseKey, embedOptions })).to.equal(SCRIPT);
  });

  for (const embedOrigin of ['secret', 'https://x.example/secret', 'javascript:secret']) {
    it(`rejects the origin ${embedOrigin}`, () => {
      const build = () => buildEmbedScriptUrl({ licenseKey, embedOrigin });
      expectError(build, 'invalid-option', 'embedOrigin');
    });
  }

  it('builds what parseEmbedCode reads, alone and as a script in a page', () => {
    fc.assert(
      fc.property(room, (room) => {
        const url = buildEmbedScriptUrl(room);
        const src = url.replaceAll('&', '&amp;');
        expect(parseEmbedCode(url)).to.deep.equal(room);
        expect(parseEmbedCode(` ${url}\n`)).to.deep.equal(room);
        expect(parseEmbedCode(`<p>Hi!</p><script async src="${src}"></script>`)).to.deep.equal(
          room,
        );
      }),
    );
  });

  it('throws only LivewebinarError, without the value in its message', () => {
    fc.assert(
      fc.property(carelessRoom, (room) => {
        expectStringOrError(() => buildEmbedScriptUrl(room as unknown as EmbedOptions));
      }),
    );
  });
});
