import { expect, fixtureSync, html, oneEvent } from '@open-wc/testing';
import type { LivewebinarErrorEvent } from '../../src/events.js';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
import type { Attempt } from '../../src/session/attempt.js';
import { watchIframe } from '../../src/session/watch-iframe.js';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import { useFastClock } from '../support/fast-clock.js';
import { addRoom, collect, framesOf, uniqueKey } from '../support/room.js';

const MODES: Partial<LivewebinarRoom>[] = [{}, { isolated: true }, { mode: 'iframe' }];

/** Returns the iframe that shows the room, in the page or in a nested document. */
function findRoomIframe(room: LivewebinarRoom): HTMLIFrameElement {
  const [iframe] = framesOf(room);
  return iframe!.contentDocument?.querySelector('iframe') ?? iframe!;
}

const REMOVALS: [name: string, remove: (iframe: HTMLIFrameElement) => void][] = [
  ['removed', (iframe) => iframe.remove()],
  ['set to about:blank', (iframe) => (iframe.src = 'about:blank')],
  ['set to a data URL', (iframe) => (iframe.src = 'data:text/html,Blocked http://x.example/')],
  ['left without a src', (iframe) => iframe.removeAttribute('src')],
  ['navigated to about:blank', (iframe) => iframe.contentWindow!.location.replace('about:blank')],
];

describe('an open room', () => {
  useFastClock();

  for (const options of MODES) {
    for (const [name, remove] of REMOVALS) {
      it(`fails when its iframe is ${name}: ${JSON.stringify(options)}`, async () => {
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

    it(`is ready again when the page adds its iframe again: ${JSON.stringify(options)}`, async () => {
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

  it('reports one error, even if its container changes repeatedly without an iframe', async () => {
    const room = addRoom();
    await room.whenReady();
    const errors = collect(room, 'livewebinar-error');
    const iframe = findRoomIframe(room);
    const container = iframe.parentElement!;
    iframe.remove();
    await Promise.resolve();
    container.append('Blocked');
    await oneEvent(room, 'livewebinar-error');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(errors).to.have.length(1);
  });

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

describe('watchIframe', () => {
  const setTimeout = window.setTimeout.bind(window);
  let container: HTMLElement;
  let iframe: HTMLIFrameElement;
  let controller: AbortController;
  let calls: string[];
  let timers: unknown[];
  beforeEach(() => {
    container = fixtureSync(html`<div><p></p></div>`);
    iframe = document.createElement('iframe');
    controller = new AbortController();
    calls = [];
    timers = [];
    window.setTimeout = ((callback: unknown) =>
      timers.push(callback)) as unknown as typeof window.setTimeout;
  });
  afterEach(() => {
    controller.abort();
    window.setTimeout = setTimeout;
  });
  const watch = () =>
    watchIframe(container, 'Open day', {
      signal: controller.signal,
      ready: () => calls.push('ready'),
      lose: () => calls.push('lose'),
    } as Partial<Attempt> as Attempt);

  it('waits for the first iframe without a deadline', () => {
    watch();
    expect(calls).to.deep.equal([]);
    expect(timers).to.have.length(0);
  });

  it('finds an iframe whose content a script writes', () => {
    container.append(iframe);
    watch();
    expect(calls).to.deep.equal(['ready']);
  });

  it('finds an iframe that is added inside another element', async () => {
    watch();
    iframe.src = STAND_IN_ORIGIN;
    container.firstElementChild!.append(iframe);
    await Promise.resolve();
    expect(calls).to.deep.equal(['ready']);
  });

  it('finds an iframe again as soon as it has a URL', async () => {
    iframe.src = STAND_IN_ORIGIN;
    container.append(iframe);
    watch();
    iframe.src = 'about:blank';
    await Promise.resolve();
    expect(timers).to.have.length(1);
    iframe.src = STAND_IN_ORIGIN;
    await Promise.resolve();
    expect(calls).to.deep.equal(['ready', 'ready']);
  });

  it('does not lose an iframe that has loaded', async () => {
    watch();
    iframe.src = `${STAND_IN_ORIGIN}/${uniqueKey()}`;
    container.append(iframe);
    await oneEvent(iframe, 'load');
    expect(calls).to.deep.equal(['ready', 'ready']);
    expect(timers).to.have.length(0);
  });

  it('reports nothing after the attempt has ended', async () => {
    watch();
    controller.abort();
    iframe.src = STAND_IN_ORIGIN;
    container.append(iframe);
    await Promise.resolve();
    expect(calls).to.deep.equal([]);
  });

  it('fills the container with an iframe, unless the vendor gives it a size', () => {
    iframe.style.height = '50px';
    container.append(iframe);
    watch();
    const { style } = iframe;
    for (const [side, length] of [
      ['width', '100%'],
      ['height', '50px'],
    ] as const) {
      expect(style.getPropertyValue(side)).to.equal(length);
      expect(style.getPropertyPriority(side)).to.equal('important');
    }
  });
});
