import { expect, oneEvent } from '@open-wc/testing';
import type { LivewebinarErrorEvent } from '../../src/events.js';
import { retryDelay } from '../../src/session/retry.js';
import { addRoom, framesOf, nextTask, vendorScripts } from '../support/room.js';

describe('retryDelay', () => {
  const { random } = Math;
  afterEach(() => {
    Math.random = random;
  });

  const ranges: [attempt: number, isBeforeStart: boolean, shortest: number, longest: number][] = [
    [1, false, 750, 1250],
    [2, false, 1500, 2500],
    [1, true, 10_000, 70_000],
    [2, true, 10_000, 70_000],
  ];
  for (const [attempt, isBeforeStart, shortest, longest] of ranges) {
    it(`is ${shortest} to ${longest} ms after attempt ${attempt}${isBeforeStart ? ', before the start' : ''}`, () => {
      Math.random = () => 0;
      expect(retryDelay(attempt, isBeforeStart)).to.equal(shortest);
      Math.random = () => 1;
      expect(retryDelay(attempt, isBeforeStart)).to.equal(longest);
    });
  }
});

describe('a room in a browser that is offline', () => {
  // A port at which nothing responds.
  const embedOrigin = 'http://localhost:9';
  beforeEach(() =>
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false }),
  );
  afterEach(() => Reflect.deleteProperty(navigator, 'onLine'));

  it('opens once if several events say that the browser is online', async () => {
    const room = addRoom({ embedOrigin });
    await oneEvent(room, 'livewebinar-error');
    window.dispatchEvent(new Event('online'));
    window.dispatchEvent(new Event('online'));
    await nextTask();
    expect(document.querySelectorAll(`script[src^="${embedOrigin}"]`)).to.have.length(1);
    expect(framesOf(room)).to.have.length(0);
  });

  it('does not wait for the network if an option is invalid', async () => {
    const room = addRoom({ mode: 'nonsense' as 'script' });
    const { error, willRetry }: LivewebinarErrorEvent = await oneEvent(room, 'livewebinar-error');
    expect(error.code).to.equal('invalid-option');
    expect(willRetry).to.equal(false);
  });
});

describe('an open room', () => {
  it('is not opened again automatically if its script fails later', async () => {
    const room = addRoom();
    await room.whenReady();
    vendorScripts()[0]!.dispatchEvent(new Event('error'));
    const { error, willRetry }: LivewebinarErrorEvent = await oneEvent(room, 'livewebinar-error');
    expect(error.code).to.equal('script-failed');
    expect(willRetry).to.equal(false);
    expect(room.state).to.equal('error');
  });
});
