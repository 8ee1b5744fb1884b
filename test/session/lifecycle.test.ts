import { expect, fixtureSync, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { LivewebinarErrorEvent } from '../../src/events.js';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
import {
  addRoom,
  nextTask,
  collect,
  createRoom,
  framesOf,
  uniqueKey,
  requestsFor,
  vendorScripts,
} from '../support/room.js';

const MODES: Partial<LivewebinarRoom>[] = [{}, { isolated: true }, { mode: 'iframe' }];

const expectNothingLeft = (room: LivewebinarRoom) => {
  expect(room.state).to.equal('idle');
  expect(framesOf(room)).to.have.length(0);
  expect(room.children).to.have.length(0);
  expect(vendorScripts()).to.have.length(0);
  expect(window).to.not.have.property('Widget');
};

/** TypeScript's DOM library does not have `moveBefore()` yet. */
const moveBefore = (parent: Node, node: Node) =>
  (parent as Node & { moveBefore(node: Node, child: null): void }).moveBefore(node, null);

/** Returns whether an iframe in a shadow root keeps its document when `moveBefore()` moves the host. */
function keepsFramesInShadow(): boolean {
  const host = fixtureSync(html`<div></div>`);
  const frame = document.createElement('iframe');
  host.attachShadow({ mode: 'open' }).append(frame);
  frame.contentDocument!.title = 'Kept';
  moveBefore(document.body, host);
  const isKept = frame.contentDocument!.title === 'Kept';
  host.remove();
  return isKept;
}

describe('lifecycle', () => {
  for (const options of MODES) {
    describe(`with ${JSON.stringify(options)}`, () => {
      it('opens no room when it is removed before the vendor responds', async () => {
        const room = createRoom({ licenseKey: uniqueKey(), ...options });
        const readies = collect(room, 'livewebinar-ready');
        document.body.append(room);
        await room.updateComplete;
        await Promise.resolve();
        room.remove();
        await nextTask();
        expectNothingLeft(room);
        // When another room is open, the removed one would be open too.
        const other = addRoom();
        await other.whenReady();
        expect(readies).to.have.length(0);
        other.remove();
        expectNothingLeft(room);
      });

      it('opens one room for mount, unmount and mount in one task', async () => {
        const room = createRoom(options);
        document.body.append(room);
        room.remove();
        document.body.append(room);
        await room.whenReady();
        await nextTask();
        expect(await requestsFor(room.licenseKey)).to.have.length(1);
        expect(framesOf(room)).to.have.length(1);
        room.remove();
      });

      it('continues to open when it is moved', async () => {
        const room = addRoom(options);
        const states = collect<Event & { state: string }>(room, 'livewebinar-statechange');
        await room.updateComplete;
        await Promise.resolve();
        expect(room.state).to.equal('loading');
        document.body.append(room);
        await room.whenReady();
        expect(states.map(({ state }) => state)).to.deep.equal(['loading', 'ready']);
        room.remove();
        await nextTask();
        expectNothingLeft(room);
      });

      it('reopens when a move reloads its iframe', async () => {
        const room = addRoom({ loading: 'click', ...options });
        room.load();
        await room.whenReady();
        document.body.append(room);
        await oneEvent(room, 'livewebinar-ready');
        expect(framesOf(room)).to.have.length(1);
        room.remove();
        await nextTask();
        expectNothingLeft(room);
        document.body.append(room);
        await room.updateComplete;
        expect(room.state).to.equal('idle');
        room.remove();
      });

      it('stays open when moveBefore() moves it', async function () {
        // The tested WebKit has no moveBefore().
        if (!('moveBefore' in Element.prototype)) this.skip();
        // Firefox 153 reloads every iframe in a shadow root each time the host is moved:
        // ShadowRoot::Unbind in its dom/base/ShadowRoot.cpp does not pass on that this is a move.
        const isInShadow = options.isolated || options.mode === 'iframe';
        if (isInShadow && !keepsFramesInShadow()) this.skip();
        const room = addRoom(options);
        await room.whenReady();
        const states = collect(room, 'livewebinar-statechange');
        const [frame] = framesOf(room);
        const view = frame!.contentWindow;
        moveBefore(document.body, room);
        await nextTask();
        expect(room.parentNode).to.equal(document.body);
        expect(framesOf(room)).to.deep.equal([frame]);
        expect(states).to.have.length(0);
        // A reloaded iframe has another window.
        expect(frame!.contentWindow === view).to.equal(true);
        room.remove();
      });

      for (const name of ['statechange', 'ready'] as const) {
        it(`can be removed in a listener of ${name}`, async () => {
          const room = createRoom(options);
          const events = collect<Event>(room, `livewebinar-${name}`);
          const removed = new Promise<void>((resolve) =>
            room.addEventListener(`livewebinar-${name}`, () => {
              room.remove();
              resolve();
            }),
          );
          document.body.append(room);
          await removed;
          await nextTask();
          await nextTask();
          expectNothingLeft(room);
          expect(events.length).to.be.at.most(2);
        });
      }

      it('can be unloaded in a listener when the browser is online again', async () => {
        Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
        const nowhere = { embedOrigin: 'http://localhost:9', roomOrigin: 'http://localhost:9' };
        try {
          const room = addRoom({ ...nowhere, ...options });
          await oneEvent(room, 'livewebinar-error');
          expect(room.error).to.include({ code: 'offline' });
          room.addEventListener('livewebinar-statechange', ({ state }) => {
            if (state === 'loading') room.unload();
          });
          window.dispatchEvent(new Event('online'));
          expectNothingLeft(room);
          expect(document.querySelector('script[src*="/em?"]')).to.equal(null);
        } finally {
          Reflect.deleteProperty(navigator, 'onLine');
        }
      });

      it('does not fire ready when a listener of statechange has left the room', async () => {
        const room = addRoom(options);
        const readies = collect(room, 'livewebinar-ready');
        const left = new Promise<void>((resolve) =>
          room.addEventListener('livewebinar-statechange', ({ state }) => {
            if (state !== 'ready') return;
            room.unload();
            resolve();
          }),
        );
        await left;
        await nextTask();
        expect(readies).to.have.length(0);
        expectNothingLeft(room);
      });

      it('can be unloaded and loaded in a listener', async () => {
        const room = createRoom(options);
        room.addEventListener('livewebinar-ready', () => room.unload(), { once: true });
        document.body.append(room);
        await oneEvent(room, 'livewebinar-ready');
        expectNothingLeft(room);
        room.load();
        await room.whenReady();
        room.remove();
      });
    });
  }

  it('can be removed in a listener of error', async () => {
    const room = createRoom({ embedOrigin: 'nonsense' });
    room.addEventListener('livewebinar-error', () => room.remove());
    document.body.append(room);
    await oneEvent(room, 'livewebinar-error');
    await nextTask();
    expectNothingLeft(room);
  });

  it('can be adopted by another document and back, and opens with its styles in each', async () => {
    const room = addRoom();
    await room.whenReady();
    const frame = fixtureSync<HTMLIFrameElement>(html`<iframe></iframe>`);
    for (const page of [frame.contentDocument!, document]) {
      page.body.append(room);
      await room.whenReady();
      expect(getComputedStyle(room).display).to.equal('grid');
      expect(framesOf(room)).to.have.length(1);
    }
    expect(frame.contentWindow).to.not.have.property('Widget');
    room.remove();
  });

  it('opens with its styles in a document that it was not created in', async () => {
    const room = createRoom();
    fixtureSync<HTMLIFrameElement>(html`<iframe></iframe>`).contentDocument!.body.append(room);
    await room.whenReady();
    expect(getComputedStyle(room).display).to.equal('grid');
  });

  it('leaves the room when document.open() replaces the page', async () => {
    const frame = fixtureSync<HTMLIFrameElement>(html`<iframe></iframe>`);
    const room = createRoom();
    frame.contentDocument!.body.append(room);
    await room.whenReady();
    frame.contentDocument!.open();
    frame.contentDocument!.close();
    await nextTask();
    expectNothingLeft(room);
    expect(frame.contentWindow).to.not.have.property('Widget');
  });

  it('does not throw in a document without a window', async () => {
    const rejections = collect(window, 'unhandledrejection');
    const room = createRoom({ timeout: 50 });
    document.implementation.createHTMLDocument('').body.append(room);
    await oneEvent(room, 'livewebinar-error');
    expect(rejections).to.have.length(0);
    room.remove();
    await nextTask();
    expectNothingLeft(room);
  });

  it('is not open in a copy of the element, cloned or from its HTML', async () => {
    const room = addRoom();
    await room.whenReady();
    const box = fixtureSync(html`<div></div>`);
    box.innerHTML = room.outerHTML;
    box.append(room.cloneNode(true));
    expect(box.querySelectorAll('iframe')).to.have.length(2);
    for (const copy of box.children as HTMLCollectionOf<LivewebinarRoom>) {
      await copy.updateComplete;
      expect(copy.state).to.equal('idle');
    }
    expect(box.querySelectorAll('iframe')).to.have.length(0);
    expect(framesOf(room)).to.have.length(1);
  });

  it('is open after moveBefore(), even if the browser reloads its iframe', async function () {
    if (!('moveBefore' in Element.prototype)) this.skip();
    const room = addRoom({ isolated: true });
    await room.whenReady();
    moveBefore(document.body, room);
    await nextTask();
    await room.whenReady();
    expect(framesOf(room)[0]!.contentDocument!.querySelector('iframe')).to.exist;
    room.remove();
  });

  it('reopens when the browser reloads the iframe of an isolated room', async () => {
    const room = addRoom({ isolated: true });
    await room.whenReady();
    const states = collect<Event & { state: string }>(room, 'livewebinar-statechange');
    // Firefox does this when `moveBefore()` moves the element.
    framesOf(room)[0]!.contentWindow!.location.replace('about:blank');
    await oneEvent(room, 'livewebinar-ready');
    expect(states.map(({ state }) => state)).to.deep.equal(['loading', 'ready']);
    expect(await requestsFor(room.licenseKey)).to.have.length(2);
    expect(framesOf(room)).to.have.length(1);
  });

  for (const options of MODES) {
    it(`has no deadline once it is open: ${JSON.stringify(options)}`, async () => {
      const setTimeout = window.setTimeout.bind(window);
      const clearTimeout = window.clearTimeout.bind(window);
      const timeout = 54_321;
      const deadlines = new Set<unknown>();
      let count = 0;
      window.setTimeout = ((callback: () => void, delay?: number) => {
        const timer = setTimeout(callback, delay);
        if (delay === timeout) {
          deadlines.add(timer);
          count += 1;
        }
        return timer;
      }) as typeof window.setTimeout;
      window.clearTimeout = (timer) => {
        deadlines.delete(timer);
        clearTimeout(timer);
      };
      try {
        const room = addRoom({ timeout, ...options });
        await room.whenReady();
        expect(count).to.equal(1);
        expect(deadlines.size).to.equal(0);
      } finally {
        Object.assign(window, { setTimeout, clearTimeout });
      }
    });
  }

  it('keeps its deadline when its iframe is reloaded repeatedly', async () => {
    const licenseKey = uniqueKey('fault-script-hangs');
    const room = addRoom({ licenseKey, isolated: true, timeout: 1000 });
    const timer = setInterval(
      () => framesOf(room)[0]?.contentWindow!.location.replace('about:blank'),
      300,
    );
    const { error }: LivewebinarErrorEvent = await oneEvent(room, 'livewebinar-error');
    clearInterval(timer);
    // Firefox fires `error` for a script when its document is replaced.
    expect(error.code).to.be.oneOf(['timeout', 'script-failed']);
    expect((await requestsFor(licenseKey)).length).to.be.above(1);
  });

  it('keeps an isolated room open when a script in it calls document.open()', async () => {
    const room = addRoom({ isolated: true });
    await room.whenReady();
    const states = collect(room, 'livewebinar-statechange');
    const [frame] = framesOf(room);
    const loaded = oneEvent(frame!, 'load');
    const page = frame!.contentDocument!;
    page.open();
    page.write('<p>Hello');
    page.close();
    await loaded;
    await nextTask();
    expect(states).to.have.length(0);
    expect(await requestsFor(room.licenseKey)).to.have.length(1);
  });

  it('reopens when moveBefore() moves it into a shadow root while it opens', async function () {
    if (!('moveBefore' in Element.prototype)) this.skip();
    const room = addRoom();
    await room.updateComplete;
    await Promise.resolve();
    expect(room.children).to.have.length(1);
    const root = fixtureSync(html`<div></div>`).attachShadow({ mode: 'open' });
    moveBefore(root, room);
    await room.whenReady();
    expect(room.children).to.have.length(0);
  });

  it('supports load(), unload() and reload() in any order', async () => {
    const room = addRoom();
    for (const call of ['unload', 'unload', 'load', 'load', 'reload', 'unload', 'load'] as const) {
      room[call]();
    }
    await room.whenReady();
    await nextTask();
    expect(framesOf(room)).to.have.length(1);
    room.unload();
    expectNothingLeft(room);
  });

  it('opens when it is added to a page after a call of load()', async () => {
    const room = createRoom({ loading: 'click' });
    room.load();
    document.body.append(room);
    await room.whenReady();
    room.remove();
  });

  for (const moment of ['once it is open', 'while it opens']) {
    it(`reopens in isolated mode when the page removes the container ${moment}`, async () => {
      const room = addRoom();
      const errors = collect(room, 'livewebinar-error');
      if (moment === 'once it is open') await room.whenReady();
      else await waitUntil(() => room.children.length > 0);
      room.replaceChildren();
      await oneEvent(room, 'livewebinar-ready');
      room.replaceChildren();
      await nextTask();
      expect(room.state).to.equal('ready');
      expect(room.shadowRoot!.querySelectorAll('iframe')).to.have.length(1);
      expect(errors).to.have.length(0);
      expect(window).to.not.have.property('Widget');
      expect(vendorScripts()).to.have.length(0);
    });
  }

  it('leaves nothing behind in a page that has a script with an invalid URL', async () => {
    const room = addRoom();
    await room.whenReady();
    const script = document.createElement('script');
    script.type = 'text/plain';
    script.src = 'https://';
    document.head.append(script);
    room.unload();
    script.remove();
    expectNothingLeft(room);
  });

  it('stays unloaded when it is moved or `loading` changes', async () => {
    const room = addRoom();
    await room.whenReady();
    room.unload();
    document.body.append(room);
    room.loading = 'lazy';
    await room.updateComplete;
    room.loading = 'eager';
    await room.updateComplete;
    expectNothingLeft(room);
    room.remove();
    await nextTask();
    document.body.append(room);
    await room.whenReady();
    room.remove();
  });

  it('still waits for the viewport after a move', async () => {
    const above = document.createElement('div');
    above.style.height = '500vh';
    const room = createRoom({ loading: 'lazy' });
    document.body.append(above, room);
    await room.updateComplete;
    document.body.append(room);
    await nextTask();
    expectNothingLeft(room);
    above.remove();
    await room.whenReady();
    room.remove();
  });

  it('waits in a closed or hidden element until it is visible', async () => {
    const box = fixtureSync(
      html`<div>
        <details></details>
        <dialog></dialog>
        <p style="display: none"></p>
      </div>`,
    );
    const [details, dialog, hidden] = box.children as unknown as [
      HTMLDetailsElement,
      HTMLDialogElement,
      HTMLElement,
    ];
    const rooms = [details, dialog, hidden].map((parent) => {
      const room = createRoom({ loading: 'lazy' });
      parent.append(room);
      return room;
    });
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await nextTask();
    expect(rooms.map(({ state }) => state)).to.deep.equal(['idle', 'idle', 'idle']);
    details.open = true;
    dialog.showModal();
    hidden.style.display = '';
    await Promise.all(rooms.map((room) => room.whenReady()));
  });

  it('stays unloaded when its options change', async () => {
    const room = addRoom();
    await room.whenReady();
    room.unload();
    room.licenseKey = uniqueKey();
    await room.updateComplete;
    await nextTask();
    expectNothingLeft(room);
  });
});

describe('a room that is closed before it is open', () => {
  for (const [name, close] of [
    ['removed', (room: LivewebinarRoom) => room.remove()],
    ['left', (room: LivewebinarRoom) => room.unload()],
    ['without a license key', (room: LivewebinarRoom) => (room.licenseKey = '')],
  ] as const) {
    it(`rejects whenReady() when it is ${name}`, async () => {
      const room = addRoom();
      const opened = room.whenReady().catch((error: unknown) => error);
      await room.updateComplete;
      close(room);
      expect(await opened).to.include({ name: 'LivewebinarError', code: 'aborted' });
      expect(room.error).to.equal(null);
    });
  }

  it('keeps waiting when another property reopens it', async () => {
    const room = addRoom();
    const opened = room.whenReady();
    await room.updateComplete;
    room.roleToken = 'ROLE2';
    await opened;
    expect(room.state).to.equal('ready');
  });
});

describe('the link that opens the room in a new tab', () => {
  it('leaves the room in this tab, and offers to join again', async () => {
    const room = addRoom({ controls: true });
    await room.whenReady();
    const link = room.shadowRoot!.querySelector<HTMLElement>('[part=open-link]')!;
    expect(link).to.have.property('rel', 'noopener noreferrer');
    link.addEventListener('click', (event) => event.preventDefault(), { once: true });
    link.click();
    await oneEvent(room, 'livewebinar-statechange');
    await room.updateComplete;
    expectNothingLeft(room);
    const placeholder = room.shadowRoot!.querySelector('[part=placeholder]')!;
    expect(placeholder.textContent).to.include('another tab');
    const button = placeholder.querySelector<HTMLElement>('[part=join-button]')!;
    expect(button.textContent).to.include('Join here again');
    button.click();
    await room.whenReady();
  });
});

describe('a library that morphs the page', () => {
  for (const options of MODES) {
    it(`does not end the call: ${JSON.stringify(options)}`, async () => {
      const room = addRoom(options);
      const fallback = document.createElement('a');
      room.prepend(fallback);
      await room.whenReady();
      const [frame] = framesOf(room);
      const win = frame!.contentWindow;
      // idiomorph, morphdom and nanomorph remove children that the new HTML does not have.
      for (const child of [...room.childNodes]) if (child !== fallback) room.removeChild(child);
      await nextTask();
      expect(room.state).to.equal('ready');
      expect(framesOf(room)).to.deep.equal([frame]);
      expect(frame!.contentWindow === win).to.equal(true);
      room.unload();
      expect(room.children).to.have.length(1);
      room.removeChild(fallback);
      expect(room.children).to.have.length(0);
    });
  }

  it('reopens the room when it removes all children in a loop', async () => {
    const room = addRoom();
    await room.whenReady();
    while (room.firstChild) room.removeChild(room.firstChild);
    expect(room.children).to.have.length(0);
    await oneEvent(room, 'livewebinar-ready');
    expect(framesOf(room)).to.have.length(1);
  });
});
