import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
import { nextTask, createRoom, framesOf, vendorScripts } from '../support/room.js';
import { watchPage, type Watch } from '../support/watch-page.js';

const MODES: Partial<LivewebinarRoom>[] = [{}, { isolated: true }, { mode: 'iframe' }];

/** What is known of a room without looking at it. */
interface Model {
  isConnected: boolean;
  /** Whether it has been told to leave, and nothing else since. */
  isLeft: boolean;
}

/** One thing that can be done to a room, at any time. */
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

/** TypeScript knows it for documents alone. */
interface Moving {
  moveBefore(node: Node, child: Node | null): void;
}

/** Another document to be in. */
const otherPage = document.createElement('iframe');

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
  new Step('microtask', () => Promise.resolve()),
  new Step('task', () => nextTask()),
];

describe('leftovers', () => {
  let watch: Watch;
  let nodes: number;

  before(() => document.body.append(otherPage));
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

  it('are seen while a room is open', async () => {
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
    it(`are none after 200 mounts and unmounts: ${JSON.stringify(options)}`, async () => {
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

    it(`are none after an open room is gone: ${JSON.stringify(options)}`, async () => {
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

  it('are none after 200 random sequences of operations', async () => {
    const sequences = fc.commands(
      STEPS.map((step) => fc.constant(step)),
      { maxCommands: 12 },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...MODES), sequences, async (options, sequence) => {
        const room = createRoom(options);
        const model: Model = { isConnected: false, isLeft: true };
        await fc.asyncModelRun(() => ({ model, real: room }), sequence);
        room.remove();
        await nextTask();
        expect(room.state).to.equal('idle');
        expectCleanPage();
      }),
      { numRuns: 200, seed: 42, includeErrorInReport: true },
    );
  }).timeout(30_000);
});
