import { expect, fixtureSync, html, waitUntil } from '@open-wc/testing';
import type { LivewebinarErrorEvent } from '../../src/events.js';
import { addRoom, createRoom, framesOf, nextTask, uniqueKey } from '../support/room.js';

describe('an isolated room', () => {
  const contentDocument = Object.getOwnPropertyDescriptor(
    HTMLIFrameElement.prototype,
    'contentDocument',
  )!;
  afterEach(() =>
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentDocument', contentDocument),
  );

  it('fails in a sandbox without allow-same-origin, and names the remedy', async () => {
    // In such a page, `contentDocument` is `null` for every iframe.
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentDocument', {
      configurable: true,
      get: () => null,
    });
    const room = createRoom({ isolated: true });
    const failed = new Promise<LivewebinarErrorEvent>((resolve) =>
      room.addEventListener('livewebinar-error', resolve),
    );
    document.body.append(room);
    const { error, willRetry } = await failed;
    expect(error).to.include({ code: 'script-blocked' });
    expect(error.message).to.include('allow-same-origin');
    expect(willRetry).to.equal(false);
  });

  for (const fault of ['room', 'fault-script-hangs']) {
    it(`stays closed if the page adds its iframe again: ${fault}`, async () => {
      const room = addRoom({ isolated: true, licenseKey: uniqueKey(fault) });
      await waitUntil(() => (fault === 'room' ? room.state === 'ready' : framesOf(room).length));
      const iframe = framesOf(room)[0]!;
      room.unload();
      fixtureSync(html`<div></div>`).append(iframe);
      await nextTask();
      expect(iframe.contentDocument!.querySelector('div, script, iframe')).to.equal(null);
      expect(room.state).to.equal('idle');
    });
  }
});
