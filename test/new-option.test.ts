import { expect } from '@open-wc/testing';
import { GROUPS } from '../demo/playground/fields.js';
import { SECRETS } from '../demo/playground/settings.js';
import { LivewebinarRoom } from '../src/livewebinar-room.js';

/** Options that code sets rather than a person, or that most pages never need. */
const WITHOUT_FIELD = new Set(['allow', 'containerId', 'timeout']);

/*
 * An option has to be in several places. The type check finds the wrappers and the framework types; these
 * tests name the rest. See "Add an option" in CONTRIBUTING.md.
 */
describe('an option of the element', () => {
  const names = Object.keys(LivewebinarRoom.properties);
  const fields = GROUPS.flatMap((group) => group.fields.map(({ name }) => name as string));

  for (const name of names) {
    it(`has a field in the playground: ${name}`, () => {
      expect(fields.includes(name) !== WITHOUT_FIELD.has(name)).to.equal(true);
    });

    if (!name.endsWith('Token')) continue;

    it(`is left out of code for public pages: ${name}`, () => {
      expect(SECRETS).to.have.property(name);
    });

    it(`is never reflected to an attribute: ${name}`, () => {
      expect(LivewebinarRoom.elementProperties.get(name)?.reflect).not.to.equal(true);
    });
  }

  it('is in the reference', async () => {
    const reference = await (await fetch('/docs/api.md')).text();
    expect(names.filter((name) => !reference.includes(`| \`${name}\` `))).to.deep.equal([]);
  });
});
