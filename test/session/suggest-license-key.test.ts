import { expect } from '@open-wc/testing';
import { suggestLicenseKey } from '../../src/session/suggest-license-key.js';

describe('suggestLicenseKey', () => {
  it('names the license key that a link contains', async () => {
    const suggestion = await suggestLicenseKey('https://app.livewebinar.com/123-123-123/x/ROLE1');
    expect(suggestion).to.equal(': use "123-123-123"');
  });

  it('is empty for text without a room', async () => {
    expect(await suggestLicenseKey('{{ room.key }}')).to.equal('');
  });
});
