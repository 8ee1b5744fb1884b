import { expect } from 'chai';
import { buildIframe } from '../../src/url/index.js';
import { expectError } from './expect-error.js';

const licenseKey = '123-123-123';
const ALLOW =
  'camera; microphone; display-capture; fullscreen; autoplay; picture-in-picture; screen-wake-lock; speaker-selection; clipboard-write; encrypted-media';

describe('buildIframe', () => {
  it('builds the attributes of an iframe', () => {
    expect(buildIframe({ licenseKey, roleToken: 'IYuUtn2P', nickname: 'Ada L' })).to.deep.equal({
      src: 'https://app.livewebinar.com/123-123-123/x/IYuUtn2P?_nickname=Ada%20L',
      title: 'Webinar room',
      allow: ALLOW,
      referrerPolicy: 'strict-origin',
    });
  });

  it('uses a custom origin and label', () => {
    const options = { origin: 'https://rooms.example.com', label: 'Open day' };
    expect(buildIframe({ licenseKey }, options)).to.include({
      src: 'https://rooms.example.com/123-123-123',
      title: 'Open day',
    });
  });

  const permissions: [allow: string, expected: string][] = [
    ['', ALLOW],
    ['hid', `${ALLOW}; hid`],
    ['hid; local-network-access *', `${ALLOW}; hid; local-network-access *`],
    ["camera 'none'", `${ALLOW.replace('camera; ', '')}; camera 'none'`],
    [
      " camera  https://x.example ;\n microphone 'none'; ",
      `${ALLOW.replace('camera; microphone; ', '')}; camera  https://x.example; microphone 'none'`,
    ],
    ['camera-pan', `${ALLOW}; camera-pan`],
  ];
  for (const [allow, expected] of permissions) {
    it(`merges the permissions ${JSON.stringify(allow)}`, () => {
      expect(buildIframe({ licenseKey }, { allow }).allow).to.equal(expected);
    });
  }

  it('throws the errors of the builders', () => {
    expectError(() => buildIframe({ licenseKey: '' }), 'missing-license-key', 'licenseKey');
    expectError(
      () => buildIframe({ licenseKey }, { origin: 'secret' }),
      'invalid-option',
      'origin',
    );
    for (const option of ['label', 'allow']) {
      const options = { [option]: { secret: 'secret' } };
      expectError(() => buildIframe({ licenseKey }, options), 'invalid-option', option);
    }
  });
});
