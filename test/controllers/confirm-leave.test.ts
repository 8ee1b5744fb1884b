import { expect, waitUntil } from '@open-wc/testing';
import { addRoom } from '../support/room.js';

/** Whether the browser would ask before the page is left. */
const wouldAsk = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

describe('confirm-leave', () => {
  it('asks while the room is open, and only then', async () => {
    const room = addRoom({ confirmLeave: true });
    expect(wouldAsk()).to.equal(false);
    await room.whenReady();
    await waitUntil(wouldAsk);
    room.unload();
    await room.updateComplete;
    expect(wouldAsk()).to.equal(false);
    room.load();
    await room.whenReady();
    await waitUntil(wouldAsk);
    room.remove();
    expect(wouldAsk()).to.equal(false);
  });

  it('is off by default', async () => {
    const room = addRoom();
    await room.whenReady();
    await room.updateComplete;
    expect(wouldAsk()).to.equal(false);
  });
});
