import { expect, fixtureSync, html, oneEvent } from '@open-wc/testing';
import type { LivewebinarErrorEvent } from '../../src/events.js';
import type { RoomRequest } from '../../src/session/request.js';
import { openRoom, getRetryDelay, type RoomCallbacks } from '../../src/session/retry.js';
import { suggestLicenseKey } from '../../src/session/suggest-license-key.js';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import { addRoom, framesOf, nextTask, vendorScripts } from '../support/room.js';

describe('getRetryDelay', () => {
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
      expect(getRetryDelay(attempt, isBeforeStart)).to.equal(shortest);
      Math.random = () => 1;
      expect(getRetryDelay(attempt, isBeforeStart)).to.equal(longest);
    });
  }
});

describe('openRoom', () => {
  const setTimeout = window.setTimeout.bind(window);
  const clearTimeout = window.clearTimeout.bind(window);
  let timers: Set<unknown>;
  let calls: string[];
  beforeEach(() => {
    timers = new Set();
    calls = [];
    window.setTimeout = ((...args: Parameters<typeof setTimeout>) => {
      const timer = setTimeout(...args);
      timers.add(timer);
      return timer;
    }) as typeof window.setTimeout;
    window.clearTimeout = (timer) => {
      timers.delete(timer);
      clearTimeout(timer);
    };
  });
  afterEach(() => void Object.assign(window, { setTimeout, clearTimeout }));

  const callbacks: RoomCallbacks = {
    loading: () => calls.push('loading'),
    ready: () => calls.push('ready'),
    error: ({ message }) => calls.push(message),
  };
  const createRequest = (options: object = {}) =>
    ({
      host: fixtureSync(html`<div></div>`),
      mode: 'script',
      loading: 'eager',
      whenHidden: 'stay',
      room: { licenseKey: '123-123-123', embedOrigin: STAND_IN_ORIGIN },
      roomOrigin: STAND_IN_ORIGIN,
      timeout: 1000,
      ...options,
    }) as RoomRequest;

  it('does nothing if the signal has aborted', () => {
    openRoom(createRequest(), callbacks, AbortSignal.abort());
    expect(calls).to.deep.equal([]);
  });

  it('keeps no timer after an error that is not retried', () => {
    openRoom(createRequest({ loading: 'soon' }), callbacks, new AbortController().signal);
    expect(calls).to.have.length(2);
    expect(timers.size).to.equal(0);
  });

  it('reports nothing if the room is closed while its license key is checked', async () => {
    const controller = new AbortController();
    const licenseKey = 'https://app.livewebinar.com/123-123-123';
    openRoom(createRequest({ room: { licenseKey } }), callbacks, controller.signal);
    controller.abort();
    await suggestLicenseKey(licenseKey);
    await nextTask();
    expect(calls).to.deep.equal(['loading']);
  });

  it('names a license key that is not a string', () => {
    openRoom(
      createRequest({ room: { licenseKey: {}, embedOrigin: STAND_IN_ORIGIN } }),
      callbacks,
      new AbortController().signal,
    );
    expect(calls).to.deep.equal(['loading', 'licenseKey must be a string.']);
  });
});

describe('a room in a browser that is offline', () => {
  // A port that refuses connections.
  const embedOrigin = 'http://localhost:9';
  beforeEach(() =>
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false }),
  );
  afterEach(() => Reflect.deleteProperty(navigator, 'onLine'));

  it('opens once if several `online` events fire', async () => {
    const room = addRoom({ embedOrigin });
    const { error }: LivewebinarErrorEvent = await oneEvent(room, 'livewebinar-error');
    expect(error.cause).to.include({ code: 'script-failed' });
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
