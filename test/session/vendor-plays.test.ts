import { expect } from '@open-wc/testing';
import { addRoom, framesOf, uniqueKey } from '../support/room.js';

/** What the vendor may do where its contract leaves a fact open. */
const PLAYS = ['trap', 'frame', 'app', 'frame-app'];
const MODES = [{}, { isolated: true }, { mode: 'iframe' }] as const;

for (const play of PLAYS) {
  for (const mode of MODES) {
    describe(`a vendor that plays ${play}, with ${JSON.stringify(mode)}`, () => {
      it('has one room: at first, after leaving, and after a change', async () => {
        const room = addRoom({ ...mode, licenseKey: uniqueKey(`play-${play}`) });
        await room.whenReady();
        expect(framesOf(room)).to.have.length(1);
        room.unload();
        expect(framesOf(room)).to.deep.equal([]);
        room.load();
        await room.whenReady();
        expect(framesOf(room)).to.have.length(1);
        room.licenseKey = uniqueKey(`play-${play}`);
        await room.updateComplete;
        await room.whenReady();
        expect(framesOf(room)).to.have.length(1);
      });
    });
  }
}
