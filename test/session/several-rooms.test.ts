import { expect, fixtureSync, html } from '@open-wc/testing';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
import {
  addRoom,
  nextTask,
  collect,
  createRoom,
  framesOf,
  uniqueKey,
  requestsFor,
} from '../support/room.js';

/** Returns the options with which the stand-in's room was opened, from the URL of its iframe. */
function optionsOf(room: LivewebinarRoom): URLSearchParams {
  const [frame] = framesOf(room);
  const inner = frame!.src ? frame! : frame!.contentDocument!.querySelector('iframe')!;
  return new URL(inner.src).searchParams;
}

describe('several rooms', () => {
  for (const count of [2, 5, 20]) {
    it(`opens ${count} on a page, each with its own options`, async () => {
      const rooms = Array.from({ length: count }, (_, index) =>
        addRoom({ nickname: `Visitor ${index}`, isolated: index % 4 === 3 }),
      );
      const readies = rooms.map((room) => collect(room, 'livewebinar-ready'));
      await Promise.all(rooms.map((room) => room.whenReady()));
      for (const [index, room] of rooms.entries()) {
        expect(optionsOf(room).get('_license_key')).to.equal(room.licenseKey);
        expect(optionsOf(room).get('_nickname')).to.equal(`Visitor ${index}`);
        expect(readies[index]).to.have.length(1);
      }
    });
  }

  it('opens the same room twice', async () => {
    const licenseKey = uniqueKey();
    const rooms = [addRoom({ licenseKey, nickname: 'A' }), addRoom({ licenseKey, nickname: 'B' })];
    await Promise.all(rooms.map((room) => room.whenReady()));
    expect(rooms.map((room) => optionsOf(room).get('_nickname'))).to.deep.equal(['A', 'B']);
  });

  it('opens two with the same `containerId`', async () => {
    const rooms = [addRoom({ containerId: 'same' }), addRoom({ containerId: 'same' })];
    await Promise.all(rooms.map((room) => room.whenReady()));
    for (const room of rooms) {
      const [query] = await requestsFor(room.licenseKey);
      expect(query!.get('_widget_containerID')).to.equal('same');
    }
    expect(document.querySelectorAll('#same')).to.have.length(1);
  });

  it('opens in isolated mode when another element of the page has the id of the container', async () => {
    const other = fixtureSync<HTMLElement>(html`<div id="taken"></div>`);
    const room = addRoom({ containerId: 'taken' });
    await room.whenReady();
    expect(other.childElementCount).to.equal(0);
    expect(room.shadowRoot!.querySelector('iframe')).to.exist;
  });

  it('opens inside the shadow root of another component', async () => {
    const other = document.createElement('div');
    document.body.append(other);
    const room = createRoom();
    other.attachShadow({ mode: 'open' }).append(room);
    await room.whenReady();
    expect(optionsOf(room).get('_license_key')).to.equal(room.licenseKey);
    other.remove();
  });

  it('keeps the others open when one is removed', async () => {
    const rooms = [addRoom(), addRoom(), addRoom({ isolated: true })];
    await Promise.all(rooms.map((room) => room.whenReady()));
    rooms[0]!.remove();
    expect(rooms.map(({ state }) => state)).to.deep.equal(['idle', 'ready', 'ready']);
    expect(framesOf(rooms[1]!)).to.have.length(1);
  });

  it('opens in the page itself again once the room there is removed', async () => {
    const first = addRoom();
    await first.whenReady();
    first.remove();
    const second = addRoom();
    await second.whenReady();
    expect(second.querySelector('[slot=room] iframe')).to.exist;
  });

  it("opens next to the vendor's snippet and does not change its global", async () => {
    const widget = Object.assign(() => {}, { __cbs: [] });
    Object.assign(window, { Widget: widget });
    const room = addRoom();
    await room.whenReady();
    room.remove();
    expect(window).to.have.property('Widget', widget);
    Reflect.deleteProperty(window, 'Widget');
  });

  it('is removed without an error when the page has declared a function named Widget', async () => {
    const page = fixtureSync<HTMLIFrameElement>(html`<iframe></iframe>`).contentDocument!;
    const room = createRoom();
    page.body.append(room);
    await room.whenReady();
    const script = page.createElement('script');
    script.textContent = 'function Widget() {}';
    page.head.append(script);
    // Mocha fails the test for an uncaught error.
    room.remove();
    await nextTask();
    expect(room.state).to.equal('idle');
  });

  it('does not mix up the events of two rooms', async () => {
    const good = createRoom();
    const bad = createRoom({ embedOrigin: 'nonsense' });
    const goodErrors = collect(good, 'livewebinar-error');
    const badReadies = collect(bad, 'livewebinar-ready');
    document.body.append(good, bad);
    await good.whenReady();
    expect(bad.state).to.equal('error');
    expect(goodErrors).to.have.length(0);
    expect(badReadies).to.have.length(0);
    good.remove();
    bad.remove();
  });
});
