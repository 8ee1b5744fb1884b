import { expect, waitUntil } from '@open-wc/testing';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
import { addRoom } from '../support/room.js';

const NOTICE = /Camera and microphone need a secure page/;

const findNotice = (room: LivewebinarRoom) =>
  [...room.shadowRoot!.querySelectorAll('p')].find((p) => NOTICE.test(p.textContent));

describe('the notice about camera and microphone', () => {
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
    it(`is shown in an insecure page in state ${state} with ${JSON.stringify(options)}`, async () => {
      const room = addRoom(options);
      await room.updateComplete;
      if (state !== 'idle') await room.whenReady().catch(() => {});
      await waitUntil(() => findNotice(room));
      expect(room.state).to.equal(state);
      const stage = room.shadowRoot!.querySelector('[part=stage]')!.getBoundingClientRect();
      const notice = findNotice(room)!.getBoundingClientRect();
      expect(notice.height).to.be.above(10);
      expect(notice.top).to.be.at.least(stage.bottom - 1);
      expect(notice.bottom).to.be.at.most(room.getBoundingClientRect().bottom + 1);
    });
  }

  it('is not shown in a secure page', async () => {
    Object.defineProperty(window, 'isSecureContext', { configurable: true, value: true });
    const room = addRoom();
    await room.whenReady();
    expect(findNotice(room)).to.equal(undefined);
  });
});
