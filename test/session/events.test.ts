import { expect, waitUntil } from '@open-wc/testing';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
import { addRoom, createRoom, framesOf, nextTask } from '../support/room.js';

const MODES: Partial<LivewebinarRoom>[] = [{}, { isolated: true }, { mode: 'iframe' }];
const NAMES = ['statechange', 'ready', 'error'];

describe('the events of a room', () => {
  // Mocha fails a test for an error that nothing catches.
  let onerror: typeof window.onerror;
  let reported: string[];
  beforeEach(() => {
    ({ onerror } = window);
    reported = [];
    window.onerror = (...args) => reported.push(args[4]!.message) > 0;
  });
  afterEach(async () => {
    await nextTask();
    window.onerror = onerror;
  });

  for (const options of MODES) {
    it(`do not end the opening when a listener throws: ${JSON.stringify(options)}`, async () => {
      const room = createRoom(options);
      for (const name of NAMES) {
        room.addEventListener(`livewebinar-${name}`, () => {
          throw new Error('A listener of the page.');
        });
      }
      document.body.append(room);
      await room.whenReady();
      expect(framesOf(room)).to.have.length(1);
      room.remove();
      expect(room.state).to.equal('idle');
    });

    it(`do not end the opening when dispatching throws: ${JSON.stringify(options)}`, async () => {
      const room = createRoom(options);
      // As in a page where a library has wrapped the method.
      room.dispatchEvent = () => {
        throw new Error('A library of the page.');
      };
      document.body.append(room);
      await room.whenReady();
      expect(framesOf(room)).to.have.length(1);
      expect(reported.join()).to.include('A library of the page.');
      room.remove();
      expect(room.state).to.equal('idle');
      expect(framesOf(room)).to.have.length(0);
    });
  }

  it('keep the phase of a scheduled room when dispatching throws', async () => {
    const room = addRoom({ startsAt: '2999-03-01T18:00Z', loading: 'click' });
    room.dispatchEvent = () => {
      throw new Error('A library of the page.');
    };
    await waitUntil(() => room.shadowRoot!.querySelector('[part=countdown]'));
    expect(room.phase).to.equal('early');
  });

  it('do not hide an error when dispatching throws', async () => {
    const room = addRoom();
    room.dispatchEvent = () => {
      throw new Error('A library of the page.');
    };
    room.mode = 'nonsense' as 'script';
    const error = await room.whenReady().catch((reason: unknown) => reason);
    expect(error).to.include({ code: 'invalid-option' });
    await room.updateComplete;
    expect(room.shadowRoot!.querySelector('[part=error]')).to.exist;
  });
});
