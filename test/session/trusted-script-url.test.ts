import { expect } from '@open-wc/testing';
import { trustScriptUrl } from '../../src/session/trusted-script-url.js';

const ORIGIN = 'https://embed.livewebinar.com';

it('returns the URL itself in a browser without Trusted Types', () => {
  const original = Object.getOwnPropertyDescriptor(window, 'trustedTypes');
  Object.defineProperty(window, 'trustedTypes', { configurable: true, value: undefined });
  const url = `${ORIGIN}/em?_license_key=1`;
  expect(trustScriptUrl(url)).to.equal(url);
  if (original) Object.defineProperty(window, 'trustedTypes', original);
  else Reflect.deleteProperty(window, 'trustedTypes');
});

describe('trustScriptUrl', () => {
  before(function () {
    // Some engines do not support Trusted Types.
    if (!('trustedTypes' in window)) this.skip();
  });

  it('accepts the URL of the embed script', () => {
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
    it(`rejects ${url}`, () => {
      expect(() => trustScriptUrl(url)).to.throw(TypeError);
    });
  }
});
