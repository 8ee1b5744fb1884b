import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { STAND_IN_FAULTS } from '../../demo/fault-list.js';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import type { LivewebinarErrorCode } from '../../src/errors.js';
import type { LivewebinarErrorEvent } from '../../src/events.js';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
import { SPEED, useFastClock } from '../support/fast-clock.js';
import {
  addRoom,
  collect,
  framesOf,
  uniqueKey,
  requestsFor,
  vendorScripts,
} from '../support/room.js';

const TIMEOUT = 4000;

/** Origins at a port that refuses connections. */
const NOWHERE = { embedOrigin: 'http://localhost:9', roomOrigin: 'http://localhost:9' };

const MODES = {
  inline: {},
  isolated: { isolated: true },
  iframe: { mode: 'iframe' },
} satisfies Record<string, Partial<LivewebinarRoom>>;

type Mode = keyof typeof MODES;

/** Resolves with `ready`, or with the code of the error that ends the last attempt. */
const end = (room: LivewebinarRoom): Promise<'ready' | LivewebinarErrorCode> =>
  room.whenReady().then(
    () => 'ready',
    () => room.error!.code,
  );

describe('faults', () => {
  useFastClock();

  // Mocha fails the test for an error in the stand-in's script. Chromium and WebKit hide its details, because
  // the script is cross-origin.
  let onerror: typeof window.onerror;
  before(() => {
    ({ onerror } = window);
    window.onerror = (message, file, line, column, error) =>
      error && !file?.startsWith(STAND_IN_ORIGIN)
        ? (onerror?.call(window, message, file, line, column, error) as unknown)
        : true;
  });
  after(() => (window.onerror = onerror));

  for (const [fault, { ends }] of Object.entries(STAND_IN_FAULTS)) {
    for (const mode of Object.keys(MODES) as Mode[]) {
      // The clock is too fast for a script that takes three seconds.
      const expected = fault === 'fault-script-slow' ? 'timeout' : ends[mode];
      it(`${fault}, ${mode}: ends in ${expected}`, async () => {
        // A room that opens gets a longer timeout: the clock is fast, a busy machine is not.
        const timeout = expected === 'timeout' ? TIMEOUT : 10 * TIMEOUT;
        const room = addRoom({ licenseKey: uniqueKey(fault), timeout, ...MODES[mode] });
        const errors = collect<LivewebinarErrorEvent>(room, 'livewebinar-error');
        const begin = performance.now();
        expect(await end(room)).to.equal(expected);
        // Three attempts, and delays of at most 1.25 s and 2.5 s.
        const longest = 3 * timeout + 1250 + 2500;
        expect(performance.now() - begin).to.be.below(longest / SPEED + 2000);
        if (expected === 'ready') {
          expect(framesOf(room)).to.have.length(1);
          return;
        }
        await room.updateComplete;
        expect(room.state).to.equal('error');
        expect(errors.map(({ attempt, willRetry }) => [attempt, willRetry])).to.deep.equal([
          [1, true],
          [2, true],
          [3, false],
        ]);
        expect(framesOf(room)).to.have.length(0);
        expect(vendorScripts()).to.have.length(0);
        const link = room.shadowRoot!.querySelector<HTMLAnchorElement>('[part=open-link]')!;
        expect(link.href).to.equal(room.roomUrl);
      });
    }
  }

  for (const [mode, options] of Object.entries(MODES)) {
    it(`a blocked or unreachable host, ${mode}: ends in script-failed`, async () => {
      const room = addRoom({ ...NOWHERE, ...options });
      expect(await end(room)).to.equal('script-failed');
    });

    it(`no network, ${mode}: waits, and opens the room when the browser is online`, async () => {
      const onLine = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine')!;
      Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
      try {
        const room = addRoom({ ...NOWHERE, ...options });
        const event: LivewebinarErrorEvent = await oneEvent(room, 'livewebinar-error');
        expect(event.willRetry).to.equal(true);
        expect(event.error).to.include({ code: 'offline' });
        expect(room.state).to.equal('error');
        expect(framesOf(room)).to.have.length(0);
        Object.defineProperty(navigator, 'onLine', onLine);
        // Now the origin can be reached.
        Object.assign(room, { embedOrigin: STAND_IN_ORIGIN, roomOrigin: STAND_IN_ORIGIN });
        window.dispatchEvent(new Event('online'));
        await room.whenReady();
        expect(room.error).to.equal(null);
      } finally {
        Reflect.deleteProperty(navigator, 'onLine');
      }
    });
  }

  it('makes three new attempts after Try again', async () => {
    const room = addRoom({ licenseKey: uniqueKey('fault-script-404') });
    expect(await end(room)).to.equal('script-failed');
    await room.updateComplete;
    room.shadowRoot!.querySelector<HTMLElement>('[part=retry-button]')!.click();
    expect(room).to.include({ state: 'loading', error: null });
    expect(await end(room)).to.equal('script-failed');
    expect(await requestsFor(room.licenseKey)).to.have.length(6);
  });

  it('opens the room when a license key without a fault is set', async () => {
    const room = addRoom({ licenseKey: uniqueKey('fault-script-404') });
    expect(await end(room)).to.equal('script-failed');
    room.licenseKey = uniqueKey();
    await room.updateComplete;
    expect(await end(room)).to.equal('ready');
  });

  it('ignores a late response to an attempt that has ended', async () => {
    const room = addRoom({ licenseKey: uniqueKey('fault-script-slow'), timeout: TIMEOUT });
    const readies = collect(room, 'livewebinar-ready');
    expect(await end(room)).to.equal('timeout');
    // The stand-in responds three seconds after the request.
    await new Promise((resolve) => setTimeout(resolve, 3500 * SPEED));
    expect(readies).to.have.length(0);
    expect(room.state).to.equal('error');
    expect(window).to.not.have.property('Widget');
    expect(vendorScripts()).to.have.length(0);
  });

  it('ignores a queue that the script runs after the attempt has ended', async () => {
    const room = addRoom({ licenseKey: uniqueKey('fault-script-slow'), timeout: TIMEOUT });
    await waitUntil(() => 'Widget' in window);
    const { __cbs: kept } = (window as unknown as { Widget: { __cbs: (() => void)[] } }).Widget;
    expect(kept).to.have.length(1);
    expect(await end(room)).to.equal('timeout');
    kept[0]!();
    expect(room.state).to.equal('error');
  });

  it('stays open when another script of the vendor fails, for example because of an ad blocker', async () => {
    const room = addRoom();
    await room.whenReady();
    const script = document.createElement('script');
    script.src = `${STAND_IN_ORIGIN}/stand-in/metrics.js`;
    document.head.append(script);
    await oneEvent(script, 'error');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(room.state).to.equal('ready');
    room.remove();
    script.remove();
  });
});
