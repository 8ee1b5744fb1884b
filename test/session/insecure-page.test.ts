import { expect, waitUntil } from '@open-wc/testing';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
import { addRoom } from '../support/room.js';

const NOTE = /Camera and microphone need a secure page/;

const noteOf = (room: LivewebinarRoom) =>
  [...room.shadowRoot!.querySelectorAll('p')].find((p) => NOTE.test(p.textContent));

describe('on a page without https', () => {
  // The tests run on the loopback host, which counts as secure.
  beforeEach(() =>
    Object.defineProperty(window, 'isSecureContext', { configurable: true, value: false }),
  );
  afterEach(() =>
    Object.defineProperty(window, 'isSecureContext', { configurable: true, value: true }),
  );

  const states: [state: string, options: Partial<LivewebinarRoom>][] = [
    ['idle', { loading: 'click' }],
    ['ready', {}],
    ['ready', { mode: 'iframe', controls: true }],
    ['error', { roomOrigin: 'nonsense' }],
  ];
  for (const [state, options] of states) {
    it(`says that there is no camera, in state ${state} with ${JSON.stringify(options)}`, async () => {
      const room = addRoom(options);
      await room.updateComplete;
      if (state !== 'idle') await room.whenReady().catch(() => {});
      await waitUntil(() => noteOf(room));
      expect(room.state).to.equal(state);
      const stage = room.shadowRoot!.querySelector('[part=stage]')!.getBoundingClientRect();
      const note = noteOf(room)!.getBoundingClientRect();
      expect(note.height).to.be.above(10);
      expect(note.top).to.be.at.least(stage.bottom - 1);
      expect(note.bottom).to.be.at.most(room.getBoundingClientRect().bottom + 1);
    });
  }

  it('says nothing of it where the page is secure', async () => {
    Object.defineProperty(window, 'isSecureContext', { configurable: true, value: true });
    const room = addRoom();
    await room.whenReady();
    expect(noteOf(room)).to.equal(undefined);
  });
});
