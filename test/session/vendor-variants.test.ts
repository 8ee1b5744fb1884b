import { expect, oneEvent } from '@open-wc/testing';
import type { LivewebinarErrorEvent } from '../../src/events.js';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
import { roomOriginOf, STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import { useFastClock } from '../support/fast-clock.js';
import {
  addRoom,
  collect,
  framesOf,
  nextTask,
  requestsFor,
  uniqueKey,
  vendorScripts,
} from '../support/room.js';

/** The variants of the vendor's behavior that its contract leaves open, with the origin of the room's iframe. */
const VARIANTS: Record<string, string> = {
  trap: STAND_IN_ORIGIN,
  'trap-app': roomOriginOf(STAND_IN_ORIGIN),
  frame: STAND_IN_ORIGIN,
  'frame-app': roomOriginOf(STAND_IN_ORIGIN),
};
// The variants concern the embed script, which `mode="iframe"` does not use.
const MODES: Partial<LivewebinarRoom>[] = [{}, { isolated: true }];

/** Returns the URLs of the room's iframes, in the page or in a nested document. */
const roomUrls = (room: LivewebinarRoom): URL[] =>
  framesOf(room)
    .map((frame) => frame.contentDocument?.querySelector('iframe') ?? frame)
    .map(({ src }) => new URL(src));

function expectOneRoom(room: LivewebinarRoom, origin: string): void {
  expect(room.state).to.equal('ready');
  expect(roomUrls(room).map((url) => url.origin)).to.deep.equal([origin]);
}

function expectNoRoom(room: LivewebinarRoom): void {
  expect(framesOf(room)).to.deep.equal([]);
  expect(room.children).to.have.length(0);
  expect(vendorScripts()).to.have.length(0);
  expect(window).to.not.have.property('Widget');
}

for (const [variant, origin] of Object.entries(VARIANTS)) {
  for (const mode of MODES) {
    describe(`the variant ${variant}, with ${JSON.stringify(mode)}`, () => {
      useFastClock();
      const add = (fault = '') =>
        addRoom({ ...mode, licenseKey: uniqueKey(`variant-${variant}${fault}`) });

      it('has one iframe at first, after leaving and joining again, and after a change', async () => {
        const room = add();
        const readies = collect(room, 'livewebinar-ready');
        await room.whenReady();
        await nextTask();
        expectOneRoom(room, origin);
        expect(readies).to.have.length(1);
        room.unload();
        expectNoRoom(room);
        room.load();
        await room.whenReady();
        expectOneRoom(room, origin);
        room.licenseKey = uniqueKey(`variant-${variant}`);
        await oneEvent(room, 'livewebinar-ready');
        expectOneRoom(room, origin);
        expect(await requestsFor(room.licenseKey)).to.have.length(1);
      });

      it('leaves nothing behind when the room is removed, whether it is opening or open', async () => {
        for (const isOpen of [false, true, false]) {
          const room = add();
          await room.updateComplete;
          if (isOpen) await room.whenReady();
          room.remove();
          await nextTask();
          expectNoRoom(room);
        }
        const room = add();
        await room.whenReady();
        expectOneRoom(room, origin);
      });

      it('fails three times if it does not respond, and opens the next room', async () => {
        const room = add('-fault-script-404');
        const errors = collect<LivewebinarErrorEvent>(room, 'livewebinar-error');
        const error = await room.whenReady().catch((reason: unknown) => reason);
        expect(error).to.include({ code: 'script-failed' });
        expect(errors.map(({ willRetry }) => willRetry)).to.deep.equal([true, true, false]);
        expectNoRoom(room);
        room.licenseKey = uniqueKey(`variant-${variant}`);
        await oneEvent(room, 'livewebinar-ready');
        expectOneRoom(room, origin);
      });

      it('loses the room when the page blanks its iframe, and reopens it with load()', async () => {
        const room = add();
        await room.whenReady();
        const [outer] = framesOf(room);
        (outer!.contentDocument?.querySelector('iframe') ?? outer!).src = 'about:blank';
        const { error }: LivewebinarErrorEvent = await oneEvent(room, 'livewebinar-error');
        expect(error.code).to.equal('frame-removed');
        room.load();
        await room.whenReady();
        expectOneRoom(room, origin);
      });

      it('reopens the room in isolated mode when the page removes its container', async () => {
        const room = add();
        await room.whenReady();
        room.textContent = 'New text';
        if (!room.isolated) await oneEvent(room, 'livewebinar-ready');
        await nextTask();
        expectOneRoom(room, origin);
      });
    });
  }
}
