import { expect } from '@open-wc/testing';
import { addRoom, framesOf, vendorScripts } from '../support/room.js';

describe('the referrer', () => {
  it('is the origin of the page for the embed script', async () => {
    await addRoom().whenReady();
    expect(vendorScripts()[0]!.referrerPolicy).to.equal('strict-origin');
  });

  it('is the origin of the page for the embed script in isolated mode', async () => {
    const room = addRoom({ isolated: true });
    await room.whenReady();
    const [frame] = framesOf(room);
    expect(frame!.contentDocument!.scripts[0]!.referrerPolicy).to.equal('strict-origin');
  });

  it('is the origin of the page for the iframe', async () => {
    const room = addRoom({ mode: 'iframe' });
    await room.whenReady();
    expect(framesOf(room)[0]!.referrerPolicy).to.equal('strict-origin');
  });
});
