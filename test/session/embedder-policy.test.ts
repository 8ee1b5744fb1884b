import { expect, fixtureSync, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import { collect, uniqueKey } from '../support/room.js';

/** Adds a room to a page with `Cross-Origin-Embedder-Policy: require-corp`. */
async function addRoomToPolicyPage(options: Partial<LivewebinarRoom>): Promise<LivewebinarRoom> {
  const page = fixtureSync<HTMLIFrameElement>(
    html`<iframe src="/test/support/policy-page.html?coep=require-corp"></iframe>`,
  );
  await oneEvent(page, 'load');
  const doc = page.contentDocument!;
  const room = doc.createElement('livewebinar-room');
  await waitUntil(() => room.matches(':defined'));
  const origins = { embedOrigin: STAND_IN_ORIGIN, roomOrigin: STAND_IN_ORIGIN };
  Object.assign(room, { timeout: 6000, ...origins, ...options });
  doc.body.append(room);
  return room;
}

describe('a page with an embedder policy', () => {
  for (const options of [{}, { isolated: true }, { mode: 'iframe' as const }]) {
    it(`names the policy in one attempt, and is never ready: ${JSON.stringify(options)}`, async function () {
      // Firefox does not report to scripts what the policy blocks.
      if (navigator.userAgent.includes('Firefox')) return this.skip();
      for (const variant of ['variant-trap', 'variant-frame']) {
        const room = await addRoomToPolicyPage({ licenseKey: uniqueKey(variant), ...options });
        const states = collect<Event & { state: string }>(room, 'livewebinar-statechange');
        const errors = collect<Event & { willRetry: boolean }>(room, 'livewebinar-error');
        await waitUntil(() => room.state === 'error', 'no error', { timeout: 8000 });
        expect(room.error).to.include({ code: 'script-blocked' });
        expect(room.error!.message).to.include('Cross-Origin-Embedder-Policy');
        expect(errors.map(({ willRetry }) => willRetry)).to.deep.equal([false]);
        expect(states.map(({ state }) => state)).to.not.include('ready');
      }
    });
  }

  it('opens the room if the vendor allows it', async () => {
    const room = await addRoomToPolicyPage({ licenseKey: uniqueKey('variant-corp') });
    await waitUntil(() => room.state === 'ready', 'not ready', { timeout: 8000 });
  });
});
