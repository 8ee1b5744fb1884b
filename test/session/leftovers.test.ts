import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
import { aTask, createRoom, vendorScripts } from '../support/room.js';

const MODES: Partial<LivewebinarRoom>[] = [{}, { isolated: true }, { mode: 'iframe' }];

/** What can be done to a room, in any order. */
const OPERATIONS = {
  append: (room: LivewebinarRoom) => document.body.append(room),
  remove: (room: LivewebinarRoom) => room.remove(),
  load: (room: LivewebinarRoom) => room.load(),
  reload: (room: LivewebinarRoom) => room.reload(),
  unload: (room: LivewebinarRoom) => room.unload(),
  change: (room: LivewebinarRoom) => (room.roleToken += 'x'),
  rename: (room: LivewebinarRoom) => (room.nickname += 'x'),
  microtask: () => Promise.resolve(),
  task: () => aTask(),
};

const expectCleanPage = (nodes: number) => {
  expect(document.querySelectorAll('*').length).to.equal(nodes);
  expect(vendorScripts()).to.have.length(0);
  expect(window).to.not.have.property('Widget');
};

describe('leftovers', () => {
  for (const options of MODES) {
    it(`leaves none in 200 mounts and unmounts: ${JSON.stringify(options)}`, async () => {
      const nodes = document.querySelectorAll('*').length;
      for (let count = 0; count < 200; count += 1) {
        const room = createRoom(options);
        document.body.append(room);
        await room.updateComplete;
        if (count % 3 === 0) await aTask();
        room.remove();
      }
      await aTask();
      expectCleanPage(nodes);
    }).timeout(30_000);
  }

  it('leaves none after 200 random sequences of operations', async () => {
    const nodes = document.querySelectorAll('*').length;
    const names = Object.keys(OPERATIONS) as (keyof typeof OPERATIONS)[];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...MODES),
        fc.array(fc.constantFrom(...names), { maxLength: 12 }),
        async (options, sequence) => {
          const room = createRoom(options);
          for (const name of sequence) await OPERATIONS[name](room);
          room.remove();
          await aTask();
          expect(room.state).to.equal('idle');
          expectCleanPage(nodes);
        },
      ),
      { numRuns: 200, seed: 42 },
    );
  }).timeout(30_000);
});
