import { expect, waitUntil } from '@open-wc/testing';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
import { addRoom, collect, framesOf, nextTask, requestsFor } from '../support/room.js';
import { watchPage } from '../support/watch-page.js';

const OPTIONS: Partial<LivewebinarRoom>[] = [
  {},
  { isolated: true },
  { mode: 'iframe' },
  { loading: 'lazy' },
  { exclusive: true },
  { whenHidden: 'leave', keepAwake: true, confirmLeave: true },
  { startsAt: '2020-03-01T18:00Z', endsAt: '2999-03-01T18:00Z' },
];
const EVENTS = ['statechange', 'ready', 'error', 'phasechange'];

function activate(): void {
  Reflect.deleteProperty(document, 'prerendering');
  document.dispatchEvent(new Event('prerenderingchange'));
}

describe('a prerendered page', () => {
  beforeEach(() => {
    Object.defineProperty(document, 'prerendering', { configurable: true, value: true });
  });
  afterEach(() => Reflect.deleteProperty(document, 'prerendering'));

  for (const options of OPTIONS) {
    it(`opens the room when the visitor opens the page: ${JSON.stringify(options)}`, async () => {
      const watch = watchPage();
      const room = addRoom(options);
      const events = EVENTS.map((name) => collect(room, `livewebinar-${name}`));
      await room.updateComplete;
      // Files that an attribute requests would have arrived.
      for (let count = 0; count < 20; count += 1) await new Promise(requestAnimationFrame);
      room.load();
      room.nickname = 'Ada';
      await room.updateComplete;
      // A prerendered page has no frames.
      for (let count = 0; count < 2; count += 1) await new Promise(requestAnimationFrame);
      await nextTask();
      const timers = watch.open().filter((line) => line.startsWith('timer'));
      watch.stop();
      expect(timers).to.deep.equal([]);
      expect(events.flat()).to.deep.equal([]);
      expect(framesOf(room)).to.have.length(0);
      expect(await requestsFor(room.licenseKey)).to.have.length(0);
      activate();
      await room.whenReady();
      expect(framesOf(room)).to.have.length(1);
      expect(await requestsFor(room.licenseKey)).to.have.length(1);
    });
  }

  it('shows a scheduled room once the visitor opens the page', async () => {
    const room = addRoom({ startsAt: '2999-03-01T18:00Z', loading: 'click' });
    const phases = collect(room, 'livewebinar-phasechange');
    await room.updateComplete;
    for (let count = 0; count < 20; count += 1) await new Promise(requestAnimationFrame);
    expect(phases).to.have.length(0);
    activate();
    await waitUntil(() => room.phase === 'early');
  });

  it('opens nothing after the room was removed from it', async () => {
    const room = addRoom();
    await room.updateComplete;
    room.remove();
    activate();
    await nextTask();
    expect(room.state).to.equal('idle');
    expect(await requestsFor(room.licenseKey)).to.have.length(0);
  });
});
