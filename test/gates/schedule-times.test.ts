// Runs in the time zone of the machine, in three engines. `node test/time-zones.mjs` sets that of WebKit;
// test/e2e/schedule.spec.ts sets those of the other engines.
import { expect, waitUntil } from '@open-wc/testing';
import { addRoom } from '../support/room.js';
import { MINUTE, PHASES, TIMES } from '../support/schedule-times.js';

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
const times = TIMES[timeZone.replace('Etc/', '')] ?? [];

describe(`a schedule in ${timeZone}`, () => {
  const { now } = Date;
  afterEach(() => {
    Date.now = now;
  });

  for (const [startsAt, lang, shown, organizer] of times) {
    it(`shows ${startsAt} in "${lang}", from the day before to the end`, async () => {
      const start = Date.parse(startsAt);
      const endsAt = new Date(start + 90 * MINUTE).toISOString();
      const room = addRoom({ startsAt, endsAt, lang, loading: 'click' });
      const find = (selector: string) =>
        room.shadowRoot!.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim();
      for (const [minutes, phase, texts] of PHASES) {
        Date.now = () => start + minutes * MINUTE;
        document.dispatchEvent(new Event('visibilitychange'));
        await waitUntil(() => find('section')?.includes(texts[lang]), texts[lang]);
        expect(room.phase).to.equal(phase);
        if (phase !== 'early' && phase !== 'open') continue;
        expect(find('time')).to.match(shown);
        if (organizer) expect(find('small')).to.include(organizer);
        else expect(find('small')).to.equal(undefined);
      }
    });
  }
});
