import { expect } from '@open-wc/testing';
import { trustScriptUrl } from '../../src/session/trusted-script-url.js';

const ORIGIN = 'https://embed.livewebinar.com';

describe('trustScriptUrl', () => {
  before(function () {
    // Not in every engine yet; without them nothing has to be trusted.
    if (!('trustedTypes' in window)) this.skip();
  });

  it('lets through the embed script', () => {
    const url = `${ORIGIN}/em?_license_key=1`;
    expect(String(trustScriptUrl(url))).to.equal(url);
  });

  for (const url of [
    'https://evil.example/em?_license_key=1',
    'http://embed.livewebinar.com/em?_license_key=1',
    `${ORIGIN}/other?_license_key=1`,
    `${ORIGIN}/em`,
    'data:text/javascript,alert(1)',
  ]) {
    it(`lets nothing else through: ${url}`, () => {
      expect(() => trustScriptUrl(url)).to.throw(TypeError);
    });
  }
});
