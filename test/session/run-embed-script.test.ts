import { expect, fixtureSync, html } from '@open-wc/testing';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
import type { Attempt } from '../../src/session/attempt.js';
import { hasVendorGlobal, runEmbedScript } from '../../src/session/run-embed-script.js';
import type { RoomRequest } from '../../src/session/request.js';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import { addRoom, collect, framesOf, nextTask, uniqueKey } from '../support/room.js';

interface Queue {
  (callback?: unknown): void;
  __cbs: (() => void)[];
  initialized?: boolean;
}

const CONTAINER_ID = 'livewebinar-room-container';

describe('runEmbedScript', () => {
  let controller: AbortController;
  let readies: number;
  let queue: Queue;
  beforeEach(() => {
    controller = new AbortController();
    readies = 0;
    const attempt: Attempt = {
      signal: controller.signal,
      ready: () => (readies += 1),
      fail: () => {},
      lose: () => {},
      reopenIsolated: () => false,
    };
    const container = fixtureSync<HTMLElement>(html`<div id="container"></div>`);
    const request = {
      host: container,
      label: 'Open day',
      nonce: '',
      // The embed script never loads.
      room: { licenseKey: uniqueKey('fault-script-hangs'), embedOrigin: STAND_IN_ORIGIN },
      roomOrigin: STAND_IN_ORIGIN,
    } as unknown as RoomRequest;
    runEmbedScript(container, request, attempt);
    queue = (window as unknown as { Widget: Queue }).Widget;
  });
  afterEach(() => controller.abort());

  it("reports ready when the vendor's script runs the queue", () => {
    expect(queue.__cbs).to.have.length(1);
    queue.__cbs[0]!();
    expect(readies).to.equal(1);
  });

  it('queues callbacks until the script has initialized', () => {
    const calls: string[] = [];
    queue(() => calls.push('first'));
    expect(queue.__cbs).to.have.length(2);
    expect(calls).to.deep.equal([]);
    queue.initialized = true;
    queue(() => calls.push('second'));
    expect(calls).to.deep.equal(['first', 'second']);
    expect(readies).to.equal(1);
    queue();
    expect(calls).to.have.length(2);
  });

  it('queues only functions', () => {
    for (const value of [undefined, null, 'close', {}]) queue(value);
    expect(queue.__cbs).to.have.length(1);
  });

  it('removes the global when the attempt ends', () => {
    expect(hasVendorGlobal(document)).to.equal(true);
    controller.abort();
    expect(hasVendorGlobal(document)).to.equal(false);
  });
});

describe('the container in the page', () => {
  const containerOf = (room: LivewebinarRoom) => room.querySelector<HTMLElement>('[slot=room]')!;

  it('fills the element', async () => {
    const room = addRoom();
    await room.whenReady();
    expect(containerOf(room).style.height).to.equal('100%');
  });

  it('has the id that preload links contain, or a free one', async () => {
    const free = addRoom();
    await free.whenReady();
    expect(containerOf(free).id).to.equal(CONTAINER_ID);
    free.remove();
    fixtureSync(html`<div><i id=${CONTAINER_ID}></i><i id="${CONTAINER_ID}-"></i></div>`);
    const room = addRoom();
    await room.whenReady();
    expect(containerOf(room).id).to.equal(`${CONTAINER_ID}--`);
  });

  it('stays when other children of the element change', async () => {
    const room = addRoom();
    await room.whenReady();
    const states = collect(room, 'livewebinar-statechange');
    const container = containerOf(room);
    room.append(document.createElement('p'));
    await nextTask();
    expect(containerOf(room)).to.equal(container);
    expect(states).to.have.length(0);
  });
});

describe('the document of an isolated room', () => {
  it('has the language of the page, the title of the room, and no space around the container', async () => {
    const { lang } = document.documentElement;
    document.documentElement.lang = 'de';
    try {
      const room = addRoom({ isolated: true, label: 'Open day' });
      await room.whenReady();
      const doc = framesOf(room)[0]!.contentDocument!;
      expect(doc.documentElement.lang).to.equal('de');
      expect(doc.title).to.equal('Open day');
      const container = doc.getElementById(CONTAINER_ID)!;
      for (const { style } of [doc.documentElement, doc.body, container]) {
        expect(style).to.include({ height: '100%', margin: '0px', overflow: 'hidden' });
      }
    } finally {
      document.documentElement.lang = lang;
    }
  });

  it('contains a container with the id that the page sets', async () => {
    const room = addRoom({ isolated: true, containerId: 'own-id' });
    await room.whenReady();
    expect(framesOf(room)[0]!.contentDocument!.getElementById('own-id')).to.exist;
  });
});
