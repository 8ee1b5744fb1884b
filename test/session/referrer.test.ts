import { expect } from '@open-wc/testing';
import { addRoom, framesOf, vendorScripts } from '../support/room.js';

describe('what the vendor learns of the page', () => {
  it('is its origin, from the script', async () => {
    await addRoom().whenReady();
    expect(vendorScripts()[0]!.referrerPolicy).to.equal('strict-origin');
  });

  it('is its origin, from the script in a document of its own', async () => {
    const room = addRoom({ isolated: true });
    await room.whenReady();
    const [frame] = framesOf(room);
    expect(frame!.contentDocument!.scripts[0]!.referrerPolicy).to.equal('strict-origin');
  });

  it('is its origin, from the frame', async () => {
    const room = addRoom({ mode: 'iframe' });
    await room.whenReady();
    expect(framesOf(room)[0]!.referrerPolicy).to.equal('strict-origin');
  });
});
