import { expect, oneEvent } from '@open-wc/testing';
import type { LivewebinarErrorEvent } from '../../src/events.js';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
import { addRoom, collect, framesOf } from '../support/room.js';

const MODES: Partial<LivewebinarRoom>[] = [{}, { isolated: true }, { mode: 'iframe' }];

/** The iframe that shows the room, in whatever document it is. */
function findRoomIframe(room: LivewebinarRoom): HTMLIFrameElement {
  const [iframe] = framesOf(room);
  return iframe!.contentDocument?.querySelector('iframe') ?? iframe!;
}

const REMOVALS: [name: string, remove: (iframe: HTMLIFrameElement) => void][] = [
  ['removed', (iframe) => iframe.remove()],
  ['set to about:blank', (iframe) => (iframe.src = 'about:blank')],
  ['left without a src', (iframe) => iframe.removeAttribute('src')],
  ['navigated to about:blank', (iframe) => iframe.contentWindow!.location.replace('about:blank')],
];

describe('an open room', () => {
  for (const options of MODES) {
    for (const [name, remove] of REMOVALS) {
      it(`is an error when its iframe is ${name}: ${JSON.stringify(options)}`, async () => {
        const room = addRoom(options);
        await room.whenReady();
        const errors = collect<LivewebinarErrorEvent>(room, 'livewebinar-error');
        remove(findRoomIframe(room));
        await oneEvent(room, 'livewebinar-error');
        await room.updateComplete;
        expect(room.state).to.equal('error');
        expect(room.error).to.include({ code: 'frame-removed' });
        expect(errors).to.have.length(1);
        expect(errors[0]!.willRetry).to.equal(false);
        expect(room.shadowRoot!.querySelector('[role=status]')!.textContent).to.include('closed');
        room.shadowRoot!.querySelector<HTMLElement>('[part=retry-button]')!.click();
        await room.whenReady();
        expect(framesOf(room)).to.have.length(1);
      });
    }

    it(`is ready again when the page puts its iframe back: ${JSON.stringify(options)}`, async () => {
      const room = addRoom(options);
      await room.whenReady();
      const iframe = findRoomIframe(room);
      const { src } = iframe;
      iframe.src = 'about:blank';
      await oneEvent(room, 'livewebinar-error');
      iframe.src = src;
      await oneEvent(room, 'livewebinar-ready');
      expect(room.state).to.equal('ready');
      expect(room.error).to.equal(null);
    });
  }

  for (const [title, expected] of [
    ['', 'Open day'],
    ['The vendor’s title', 'The vendor’s title'],
  ] as const) {
    it(`has the title ${expected} if the vendor sets ${title ? 'one' : 'none'}`, async () => {
      const room = addRoom({ label: 'Open day' });
      await room.whenReady();
      const iframe = findRoomIframe(room);
      const other = iframe.cloneNode() as HTMLIFrameElement;
      other.title = title;
      const loaded = oneEvent(other, 'load');
      iframe.replaceWith(other);
      await loaded;
      expect(other.title).to.equal(expected);
    });
  }

  it('stays open when its iframe is replaced by another one', async () => {
    const room = addRoom();
    await room.whenReady();
    const states = collect(room, 'livewebinar-statechange');
    const iframe = findRoomIframe(room);
    const other = iframe.cloneNode() as HTMLIFrameElement;
    const loaded = oneEvent(other, 'load');
    iframe.replaceWith(other);
    await loaded;
    expect(states).to.have.length(0);
  });
});
