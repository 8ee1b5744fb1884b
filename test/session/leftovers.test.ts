import { expect, waitUntil } from '@open-wc/testing';
import fc from 'fast-check';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
import { EXTRA_LOADERS } from '../../src/extra-loaders.js';
import { nextTask, createRoom, framesOf, vendorScripts } from '../support/room.js';
import { watchPage, type Watch } from '../support/watch-page.js';

const MODES: Partial<LivewebinarRoom>[] = [{}, { isolated: true }, { mode: 'iframe' }];

/** The expected state of the room. */
interface Model {
  isConnected: boolean;
  /** Whether the visitor has left, and nothing has opened the room since. */
  isLeft: boolean;
}

/** An operation that is allowed at any time. */
class Step implements fc.AsyncCommand<Model, LivewebinarRoom> {
  readonly #name: string;
  readonly #act: (room: LivewebinarRoom) => unknown;
  readonly #next: Partial<Model>;

  constructor(name: string, act: (room: LivewebinarRoom) => unknown, next: Partial<Model> = {}) {
    this.#name = name;
    this.#act = act;
    this.#next = next;
  }

  check = () => true;

  async run(model: Model, room: LivewebinarRoom): Promise<void> {
    await this.#act(room);
    Object.assign(model, this.#next);
    expect(room.isConnected).to.equal(model.isConnected);
    expect(framesOf(room).length).to.be.at.most(1);
    if (model.isLeft) {
      expect(room.state).to.equal('idle');
      expect(framesOf(room)).to.have.length(0);
    }
  }

  toString(): string {
    return this.#name;
  }
}

/** TypeScript's DOM library does not have `moveBefore()` for elements yet. */
interface Moving {
  moveBefore(node: Node, child: Node | null): void;
}

/** Another document that can adopt the room. */
const otherPage = document.createElement('iframe');

/** Ends the simulated prerendering. */
function activate(): void {
  Reflect.deleteProperty(document, 'prerendering');
  document.dispatchEvent(new Event('prerenderingchange'));
}

async function isLocked(): Promise<boolean> {
  const { held, pending } = await navigator.locks.query();
  return held!.length + pending!.length > 0;
}

const STEPS = [
  new Step('append', (room) => document.body.append(room), { isConnected: true, isLeft: false }),
  new Step('remove', (room) => room.remove(), { isConnected: false }),
  new Step('load', (room) => room.load(), { isLeft: false }),
  new Step('reload', (room) => room.reload(), { isLeft: false }),
  new Step('unload', (room) => room.unload(), { isLeft: true }),
  new Step('change', (room) => (room.roleToken += 'x')),
  new Step('rename', (room) => (room.nickname += 'x')),
  new Step('move', (room) => {
    if (room.isConnected && 'moveBefore' in Element.prototype) {
      (room.ownerDocument.body as Element & Moving).moveBefore(room, null);
    }
  }),
  new Step('adopt', (room) => otherPage.contentDocument!.body.append(room), {
    isConnected: true,
    isLeft: false,
  }),
  new Step('hide', (room) => (room.hidden = true)),
  new Step('show', (room) => (room.hidden = false)),
  new Step(
    'when hidden',
    (room) => (room.whenHidden = room.whenHidden === 'stay' ? 'leave' : 'stay'),
  ),
  new Step('morph', (room) => {
    for (const child of [...room.childNodes]) room.removeChild(child);
  }),
  new Step('new text', (room) => (room.textContent = '')),
  new Step('copy', async (room) => {
    const copy = room.cloneNode(true) as LivewebinarRoom;
    document.body.append(copy);
    await copy.updateComplete;
    copy.remove();
  }),
  new Step('lock', (room) => (room.exclusive = !room.exclusive)),
  new Step('schedule', (room) => (room.startsAt = room.startsAt ? '' : '2999-01-01T00:00Z')),
  new Step('prerender', () => {
    Object.defineProperty(document, 'prerendering', { configurable: true, value: true });
  }),
  new Step('activate', () => activate()),
  new Step('language', (room) => (room.lang = room.lang === 'de' ? 'ar' : 'de')),
  new Step('microtask', () => Promise.resolve()),
  new Step('task', () => nextTask()),
];

describe('the page', () => {
  let watch: Watch;
  let nodes: number;

  before(async () => {
    document.body.append(otherPage);
    // Loads the extras first; otherwise, their files would arrive during a sequence.
    await Promise.all(EXTRA_LOADERS.map((source) => source.load()));
    const room = createRoom({ licenseKey: '', lang: 'de' });
    document.body.append(room);
    await waitUntil(() => room.shadowRoot!.textContent.includes('Webinarraum'));
    room.lang = 'ar';
    await waitUntil(() => room.shadowRoot!.querySelector('[dir=rtl]'));
    room.remove();
  });
  after(() => otherPage.remove());
  beforeEach(() => {
    nodes = document.querySelectorAll('*').length;
    watch = watchPage();
  });
  afterEach(() => watch.stop());

  const expectCleanPage = () => {
    expect(document.querySelectorAll('*').length).to.equal(nodes);
    expect(vendorScripts()).to.have.length(0);
    expect(window).to.not.have.property('Widget');
    expect(watch.open()).to.deep.equal([]);
  };

  it('has listeners and observers while a room is open', async () => {
    const room = createRoom();
    document.body.append(room);
    await room.whenReady();
    const open = watch.open().join();
    room.remove();
    await nextTask();
    expect(open).to.include('listener').and.to.include('observer');
    expectCleanPage();
  });

  for (const options of MODES) {
    it(`has no leftovers after 200 mounts and unmounts: ${JSON.stringify(options)}`, async () => {
      for (let count = 0; count < 200; count += 1) {
        const room = createRoom(options);
        document.body.append(room);
        await room.updateComplete;
        if (count % 3 === 0) await nextTask();
        room.remove();
      }
      await nextTask();
      expectCleanPage();
    }).timeout(30_000);

    it(`has no leftovers after an open room is removed: ${JSON.stringify(options)}`, async () => {
      for (let count = 0; count < 10; count += 1) {
        const room = createRoom(options);
        document.body.append(room);
        await room.whenReady();
        room.remove();
      }
      await nextTask();
      expectCleanPage();
    });
  }

  it('has no leftovers after a room that was never near the viewport', async () => {
    const above = document.createElement('div');
    above.style.height = '500vh';
    const room = createRoom({ loading: 'lazy' });
    document.body.append(above, room);
    await room.updateComplete;
    expect(watch.open()).to.include('observer: IntersectionObserver');
    room.remove();
    above.remove();
    await nextTask();
    expectCleanPage();
  });

  it('has no viewport observer once the room is open', async () => {
    const room = createRoom({ loading: 'lazy' });
    document.body.append(room);
    await room.whenReady();
    expect(watch.open()).to.not.include('observer: IntersectionObserver');
    room.remove();
    await nextTask();
    expectCleanPage();
  });

  it('has no leftovers after 200 random sequences of operations', async () => {
    const sequences = fc.commands(
      STEPS.map((step) => fc.constant(step)),
      { maxCommands: 12 },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...MODES), sequences, async (options, sequence) => {
        const room = createRoom(options);
        const model: Model = { isConnected: false, isLeft: true };
        try {
          await fc.asyncModelRun(() => ({ model, real: room }), sequence);
        } finally {
          activate();
          room.remove();
        }
        await nextTask();
        // A lock that is still being requested is released later.
        while (await isLocked()) await nextTask();
        expect(room.state).to.equal('idle');
        expectCleanPage();
      }),
      { numRuns: 200, seed: 42, includeErrorInReport: true },
    );
  }).timeout(30_000);
});
