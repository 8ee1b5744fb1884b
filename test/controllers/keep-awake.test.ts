import { expect, waitUntil } from '@open-wc/testing';
import { addRoom } from '../support/room.js';

describe('keep-awake', () => {
  let held = 0;
  const original = Object.getOwnPropertyDescriptor(Navigator.prototype, 'wakeLock');

  beforeEach(() => {
    held = 0;
    const request = () => {
      held += 1;
      return Promise.resolve({ release: () => Promise.resolve((held -= 1)) });
    };
    Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request } });
  });
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'wakeLock');
    if (original) Object.defineProperty(Navigator.prototype, 'wakeLock', original);
  });

  const setVisibility = (value: DocumentVisibilityState) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value });
    document.dispatchEvent(new Event('visibilitychange'));
  };

  it('holds a wake lock while the room is open and the page is visible', async () => {
    const room = addRoom({ keepAwake: true });
    expect(held).to.equal(0);
    await room.whenReady();
    await waitUntil(() => held === 1);
    setVisibility('hidden');
    await waitUntil(() => held === 0);
    setVisibility('visible');
    Reflect.deleteProperty(document, 'visibilityState');
    await waitUntil(() => held === 1);
    room.unload();
    await waitUntil(() => held === 0);
  });

  it('opens the room if the browser refuses', async () => {
    const request = () => Promise.reject(new DOMException('Low battery', 'NotAllowedError'));
    Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request } });
    const room = addRoom({ keepAwake: true });
    await room.whenReady();
    await room.updateComplete;
    expect(room.state).to.equal('ready');
  });
});
