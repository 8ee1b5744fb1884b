import { expect } from '@open-wc/testing';
import { addRoom } from './support/room.js';

describe('diagnose', () => {
  it('describes the room and its page without tokens', async () => {
    const room = addRoom({
      roleToken: 'SECRET1',
      email: 'secret@example.com',
      nickname: 'Secret Name',
    });
    await room.whenReady();
    const diagnosis = await room.diagnose();
    const text = JSON.stringify(diagnosis);
    expect(JSON.parse(text)).to.deep.equal(diagnosis);
    expect(diagnosis).to.include({ state: 'ready', phase: null, error: null, mode: 'script' });
    expect(diagnosis.properties).to.deep.equal(['licenseKey', 'roleToken', 'email', 'nickname']);
    expect(diagnosis.page).to.include({ secureContext: true, prerendering: false, rendered: true });
    for (const secret of ['SECRET1', 'secret@', 'Secret Name', room.licenseKey]) {
      expect(text).to.not.include(secret);
    }
  });

  it('contains the error', async () => {
    const room = addRoom({ mode: 'nonsense' as 'script' });
    await room.whenReady().catch(() => {});
    expect((await room.diagnose()).error).to.deep.equal({
      code: 'invalid-option',
      message: room.error!.message,
    });
  });
});
