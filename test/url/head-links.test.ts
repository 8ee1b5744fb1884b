import { expect } from 'chai';
import { buildHeadLinks } from '../../src/url/index.js';
import { expectError } from './expect-error.js';

const licenseKey = '123-123-123';
const SCRIPT = 'https://embed.livewebinar.com/em?t=123-123-123&_license_key=123-123-123';

describe('buildHeadLinks', () => {
  it('preloads the script of the element and the one it adds, with the origin as referrer', () => {
    expect(buildHeadLinks({ licenseKey })).to.deep.equal([
      {
        rel: 'preload',
        as: 'script',
        href: `${SCRIPT}&_widget_containerID=livewebinar-room-container&_widget_width=100%25&_widget_height=100%25`,
        referrerPolicy: 'strict-origin',
      },
      {
        rel: 'preload',
        as: 'script',
        href: 'https://embed.livewebinar.com/widget/wea/wea.min.js',
        referrerPolicy: 'strict-origin',
      },
    ]);
  });

  it('uses the options of the room', () => {
    const [script, second] = buildHeadLinks({
      licenseKey,
      nickname: 'Ada L',
      containerId: 'here',
      width: '50vw',
      height: '20rem',
      embedOrigin: 'https://embed.archiebot.com',
    });
    expect(script!.href).to.equal(
      `${SCRIPT.replace('livewebinar', 'archiebot')}&_nickname=Ada%20L&_widget_containerID=here&_widget_width=50vw&_widget_height=20rem`,
    );
    expect(second!.href).to.equal('https://embed.archiebot.com/widget/wea/wea.min.js');
  });

  it('connects to the origin of an isolated room or an iframe', () => {
    expect(buildHeadLinks({ licenseKey }, { isolated: true })).to.deep.equal([
      { rel: 'preconnect', href: 'https://embed.livewebinar.com' },
    ]);
    expect(buildHeadLinks({ licenseKey }, { mode: 'iframe', isolated: true })).to.deep.equal([
      { rel: 'preconnect', href: 'https://app.livewebinar.com' },
    ]);
    expect(
      buildHeadLinks({ licenseKey }, { mode: 'iframe', roomOrigin: 'https://rooms.example/' }),
    ).to.deep.equal([{ rel: 'preconnect', href: 'https://rooms.example' }]);
  });

  it('throws the errors of the builders', () => {
    expectError(() => buildHeadLinks({ licenseKey: ' ' }), 'missing-license-key', 'licenseKey');
    expectError(
      () => buildHeadLinks({ licenseKey }, { mode: 'iframe', roomOrigin: 'rooms.example' }),
      'invalid-option',
      'roomOrigin',
    );
  });
});
