import { expect, oneEvent } from '@open-wc/testing';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
import { addRoom, framesOf, uniqueKey } from '../support/room.js';

const MODES: Partial<LivewebinarRoom>[] = [{}, { isolated: true }, { mode: 'iframe' }];

/** Opens a room and moves the focus into it, like a visitor who writes in the chat. */
async function enter(options: Partial<LivewebinarRoom>): Promise<LivewebinarRoom> {
  const room = addRoom(options);
  await room.whenReady();
  const [outer] = framesOf(room);
  const inner = outer!.contentDocument?.querySelector('iframe') ?? outer!;
  inner.focus();
  expect(framesOf(room)).to.include(
    room.shadowRoot!.activeElement ?? document.activeElement,
    'the focus is in the room',
  );
  return room;
}

const focusedPart = (room: LivewebinarRoom) => room.shadowRoot!.activeElement?.part.value;

describe('the focus in a room', () => {
  for (const options of MODES) {
    it(`moves to the join button when the room is left: ${JSON.stringify(options)}`, async () => {
      const room = await enter(options);
      room.unload();
      await room.updateComplete;
      expect(focusedPart(room)).to.equal('join-button');
    });

    it(`follows the visitor into another room: ${JSON.stringify(options)}`, async () => {
      const room = await enter(options);
      room.licenseKey = uniqueKey();
      await oneEvent(room, 'livewebinar-ready');
      await room.updateComplete;
      expect(room.shadowRoot!.activeElement ?? document.activeElement).to.equal(framesOf(room)[0]);
    });
  }

  it('stays outside when the room is left from outside', async () => {
    const room = addRoom();
    const button = document.createElement('button');
    room.after(button);
    await room.whenReady();
    button.focus();
    room.unload();
    await room.updateComplete;
    expect(document.activeElement).to.equal(button);
  });
});
