import { expect } from '@open-wc/testing';
import { MANAGERS } from '../consent/stand-in-managers.js';
import { addRoom, nextTask, requestsFor } from '../support/room.js';
import { readSnippets, runSnippet } from '../support/snippets.js';

describe('docs/consent.md', () => {
  for (const manager of MANAGERS.filter(({ name }) => name !== 'Usercentrics 2')) {
    it(`opens the room on consent, and leaves it on withdrawal: ${manager.name}`, async () => {
      const room = addRoom({ loading: 'click' });
      const [snippet] = await readSnippets('consent.md', manager.name);
      await runSnippet(snippet!);
      manager.install(undefined);
      await nextTask();
      expect(await requestsFor(room.licenseKey)).to.have.length(0);
      manager.decide(true);
      await room.whenReady();
      manager.decide(false);
      await nextTask();
      expect(room.state).to.equal('idle');
      manager.remove();
    });
  }
});
