import { expect } from 'chai';
import { findName, OPTIONS } from '../../src/url/options.js';

describe('OPTIONS', () => {
  it('has every name once, ours and the vendor’s', () => {
    const ours = OPTIONS.map(({ name }) => name);
    const vendors = OPTIONS.flatMap(({ embedKey, linkKey, alias }) => [
      ...new Set([embedKey, linkKey, alias]),
    ]);
    for (const names of [ours, vendors.filter((name) => name !== undefined)]) {
      expect(names).to.deep.equal([...new Set(names)]);
    }
  });
});

describe('findName', () => {
  const names: [vendorName: string, name: string | undefined][] = [
    ['t', 'licenseKey'],
    ['_license_key', 'licenseKey'],
    ['_avatar_url', 'avatarUrl'],
    ['avatar_url', 'avatarUrl'],
    ['_nick_name', 'nickname'],
    ['_registration_token', 'registrantToken'],
    ['_disable_target_top', undefined],
    ['nickname', undefined],
    ['undefined', undefined],
    ['constructor', undefined],
  ];
  for (const [vendorName, name] of names) {
    it(`finds ${name} as ${vendorName}`, () => {
      expect(findName(OPTIONS, vendorName)).to.equal(name);
    });
  }
});
