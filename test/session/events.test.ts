import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import type { LivewebinarErrorEvent, LivewebinarStateChangeEvent } from '../../src/events.js';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
import { addRoom, collect, createRoom, framesOf, nextTask, uniqueKey } from '../support/room.js';

const MODES: Partial<LivewebinarRoom>[] = [{}, { isolated: true }, { mode: 'iframe' }];
const NAMES = ['statechange', 'ready', 'error'];

describe('the events of a room', () => {
  // Mocha fails a test for an uncaught error.
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
    it(`do not keep the room from opening when a listener throws: ${JSON.stringify(options)}`, async () => {
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

    it(`do not keep the room from opening when dispatchEvent() throws: ${JSON.stringify(options)}`, async () => {
      const room = createRoom(options);
      // Libraries can wrap this method.
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

  it('do not affect the phase of a scheduled room when dispatchEvent() throws', async () => {
    const room = addRoom({ startsAt: '2999-03-01T18:00Z', loading: 'click' });
    room.dispatchEvent = () => {
      throw new Error('A library of the page.');
    };
    await waitUntil(() => room.shadowRoot!.querySelector('[part=countdown]'));
    expect(room.phase).to.equal('early');
    room.remove();
  });

  it('do not hide an error when dispatchEvent() throws', async () => {
    const room = addRoom();
    room.dispatchEvent = () => {
      throw new Error('A library of the page.');
    };
    room.mode = 'nonsense' as 'script';
    const error = await room.whenReady().catch((reason: unknown) => reason);
    expect(error).to.include({ code: 'invalid-option' });
    await room.updateComplete;
    expect(room.shadowRoot!.querySelector('[part=error]')).to.exist;
    room.remove();
  });
});

describe('the console', () => {
  const { warn } = console;
  let lines: string[];
  beforeEach(() => {
    lines = [];
    console.warn = (line: string) => lines.push(line);
  });
  afterEach(() => {
    console.warn = warn;
  });

  it('contains one line for the owner of the page when a room does not open', async () => {
    const room = addRoom({ mode: 'nonsense' as 'script', roleToken: 'SECRET1' });
    await room.whenReady().catch(() => {});
    await room.updateComplete;
    expect(lines).to.deep.equal([`livewebinar-room: ${room.error!.message}`]);
    expect(lines[0]).to.not.include('SECRET1');
    // Visitors get another message, which tells them what they can do.
    expect(room.shadowRoot!.textContent).to.not.include(room.error!.message);
  });

  it('contains one line when an open room is lost', async () => {
    const room = addRoom();
    await room.whenReady();
    framesOf(room)[0]!.remove();
    await oneEvent(room, 'livewebinar-error');
    expect(lines).to.have.length(1);
    expect(lines[0]).to.include('consent manager');
  });

  it('is silent, and the state stays `loading`, while further attempts follow', async () => {
    const room = addRoom({ licenseKey: uniqueKey('fault-twice') });
    const states = collect<LivewebinarStateChangeEvent>(room, 'livewebinar-statechange');
    const errors = collect<LivewebinarErrorEvent>(room, 'livewebinar-error');
    await room.whenReady();
    expect(errors.map(({ willRetry }) => willRetry)).to.deep.equal([true, true]);
    expect(states.map(({ state }) => state)).to.deep.equal(['loading', 'ready']);
    expect(lines).to.deep.equal([]);
  });

  it('contains one line for an option that stays invalid while another one changes', async () => {
    const room = addRoom({ startsAt: 'tomorrow' });
    const event: LivewebinarErrorEvent = await oneEvent(room, 'livewebinar-error');
    expect(event.willRetry).to.equal(false);
    const errors = collect(room, 'livewebinar-error');
    room.label = 'Another option';
    await room.updateComplete;
    expect(errors).to.have.length(0);
    expect(lines).to.have.length(1);
  });

  it('is silent when a room opens and when the visitor leaves it', async () => {
    const room = addRoom();
    await room.whenReady();
    room.unload();
    expect(lines).to.deep.equal([]);
  });
});
