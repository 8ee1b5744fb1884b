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

  it('prints what does not work, as the doctor does', async () => {
    const { info } = console;
    const lines: string[] = [];
    console.info = (text: string) => lines.push(text);
    Object.defineProperty(window, 'isSecureContext', { configurable: true, value: false });
    Object.defineProperty(document, 'featurePolicy', {
      configurable: true,
      value: { allowsFeature: (feature: string) => feature !== 'camera' },
    });
    try {
      const room = addRoom({ mode: 'nonsense' as 'script', roleToken: 'SECRET1' });
      await room.whenReady().catch(() => {});
      await room.diagnose();
      expect(lines).to.have.length(1);
      expect(lines[0]!.split('\n')).to.include.members([
        location.origin,
        'Everyone',
        `  error    ${room.error!.message}`,
        'Everyone who turns on a camera or microphone',
        '  error    Without https, browsers provide no camera and no microphone.',
        `           change  http://${location.host}`,
        '  error    The camera stays off. The page does not pass the permission on to the room.',
        '3 errors.',
      ]);
      expect(lines[0]).to.not.include('SECRET1');
    } finally {
      console.info = info;
      Object.defineProperty(window, 'isSecureContext', { configurable: true, value: true });
      Reflect.deleteProperty(document, 'featurePolicy');
    }
  });

  it('prints that nothing was found', async () => {
    const { info } = console;
    const lines: string[] = [];
    console.info = (text: string) => lines.push(text);
    try {
      const room = addRoom();
      await room.whenReady();
      await room.diagnose();
      // Headless browsers can deny the camera.
      expect(lines.join()).to.match(/Nothing found\.|notes\./);
    } finally {
      console.info = info;
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
