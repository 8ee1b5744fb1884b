import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
import { addRoom, framesOf, nextTask, requestsFor, uniqueKey } from '../support/room.js';

const panelOf = (room: LivewebinarRoom) => room.shadowRoot!.querySelector('[part=placeholder]');
const joinButton = (room: LivewebinarRoom) =>
  room.shadowRoot!.querySelector<HTMLElement>('[part=join-button]')!;

describe('exclusive', () => {
  it('opens one room of a participant, and offers to move it', async () => {
    const licenseKey = uniqueKey();
    const first = addRoom({ licenseKey, exclusive: true });
    await first.whenReady();
    const second = addRoom({ licenseKey, exclusive: true });
    await waitUntil(() => panelOf(second)?.textContent.includes('another tab'));
    expect(second.state).to.equal('idle');
    expect(await requestsFor(licenseKey)).to.have.length(1);
    await expect(second).to.be.accessible();

    expect(joinButton(second).textContent).to.include('Move it here');
    joinButton(second).click();
    await second.whenReady();
    expect(first.state).to.equal('idle');
    expect(framesOf(first)).to.have.length(0);
    await first.updateComplete;
    expect(panelOf(first)!.textContent).to.include('moved to another tab');
  });

  it('lets another participant, and another room, open', async () => {
    const licenseKey = uniqueKey();
    const first = addRoom({ licenseKey, exclusive: true });
    const second = addRoom({ licenseKey, exclusive: true, roleToken: 'ROLE1' });
    const third = addRoom({ exclusive: true });
    await Promise.all([first, second, third].map((room) => room.whenReady()));
  });

  for (const [name, close] of [
    ['left', (room: LivewebinarRoom) => room.unload()],
    ['removed', (room: LivewebinarRoom) => room.remove()],
  ] as const) {
    it(`lets the second open once the first is ${name}`, async () => {
      const licenseKey = uniqueKey();
      const first = addRoom({ licenseKey, exclusive: true });
      await first.whenReady();
      close(first);
      const second = addRoom({ licenseKey, exclusive: true });
      await second.whenReady();
    });
  }

  for (const [name, close] of [
    ['left', (room: LivewebinarRoom) => room.unload()],
    ['removed', (room: LivewebinarRoom) => room.remove()],
  ] as const) {
    for (const loading of ['eager', 'click'] as const) {
      it(`stays closed if it is ${name} while it waits for its lock: ${loading}`, async () => {
        const licenseKey = uniqueKey();
        const { locks } = navigator;
        const requested = new Promise<void>((resolve) => {
          const request = (...args: Parameters<LockManager['request']>) => {
            resolve();
            return locks.request(...args);
          };
          Object.defineProperty(navigator, 'locks', { configurable: true, value: { request } });
        });
        const first = addRoom({ licenseKey, exclusive: true, loading });
        if (loading === 'click') first.load();
        await requested;
        Reflect.deleteProperty(navigator, 'locks');
        close(first);
        // The browser may still grant the lock. The element releases it.
        await nextTask();
        await waitUntil(async () => (await navigator.locks.query()).held!.length === 0);
        const second = addRoom({ licenseKey, exclusive: true });
        await second.whenReady();
        expect(first.state).to.equal('idle');
        expect(await requestsFor(licenseKey)).to.have.length(1);
      });
    }
  }

  it('moves the room here after the page has called unload()', async () => {
    const licenseKey = uniqueKey();
    await addRoom({ licenseKey, exclusive: true }).whenReady();
    const second = addRoom({ licenseKey, exclusive: true });
    await waitUntil(() => panelOf(second)?.textContent.includes('another tab'));
    second.unload();
    joinButton(second).click();
    await second.whenReady();
  });

  it('does not put tokens into the name of the lock', async () => {
    const room = addRoom({ exclusive: true, roleToken: 'SECRET1', email: 'secret@example.com' });
    await room.whenReady();
    const { held } = await navigator.locks.query();
    const names = JSON.stringify(held);
    expect(names).to.include('livewebinar-room');
    expect(names).to.not.include('SECRET1').and.to.not.include('secret@');
  });

  it('lets the room open where locks are refused, as in a sandbox', async () => {
    const { locks } = navigator;
    const request = () => Promise.reject(new DOMException('Sandboxed', 'SecurityError'));
    Object.defineProperty(navigator, 'locks', { configurable: true, value: { request } });
    try {
      const room = addRoom({ exclusive: true });
      await room.whenReady();
    } finally {
      Reflect.deleteProperty(navigator, 'locks');
      expect(navigator.locks).to.equal(locks);
    }
  });

  it('waits for the click with loading="click"', async () => {
    const room = addRoom({ exclusive: true, loading: 'click' });
    await waitUntil(() => joinButton(room));
    expect(room.state).to.equal('idle');
    joinButton(room).click();
    await oneEvent(room, 'livewebinar-ready');
  });
});
