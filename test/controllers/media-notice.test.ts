import { expect, waitUntil } from '@open-wc/testing';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
import { addRoom } from '../support/room.js';

const noticeOf = (room: LivewebinarRoom) => room.shadowRoot!.querySelector('[part=notice]');

describe('the notice about camera and microphone', () => {
  const warnings: string[] = [];
  const { warn } = console;
  beforeEach(() => {
    warnings.length = 0;
    console.warn = (message: string) => warnings.push(message);
  });
  afterEach(() => {
    console.warn = warn;
    Reflect.deleteProperty(document, 'featurePolicy');
    Reflect.deleteProperty(navigator, 'mediaDevices');
  });

  it('tells visitors and the owner about a Permissions Policy', async () => {
    const allowsFeature = (feature: string) => feature !== 'camera';
    Object.defineProperty(document, 'featurePolicy', {
      configurable: true,
      value: { allowsFeature },
    });
    const room = addRoom();
    await waitUntil(() => noticeOf(room));
    expect(noticeOf(room)!.textContent).to.include('blocked on this page');
    await room.whenReady();
    expect(noticeOf(room)).to.exist;
    await expect(room).to.be.accessible();
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.match(/allow="camera"|camera=\*/);
  });

  it('offers to copy the link in a browser inside an app', async () => {
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: undefined });
    let copied = '';
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve((copied = text)) },
    });
    const room = addRoom();
    await waitUntil(() => noticeOf(room)?.querySelector('button'));
    const button = noticeOf(room)!.querySelector('button')!;
    button.click();
    await waitUntil(() => button.textContent.includes('copied'));
    expect(copied).to.equal(room.roomUrl);
    await room.whenReady();
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
  });

  for (const [phase, shown, startsAt, endsAt] of [
    ['early', ['Copy link'], '2099-01-01T00:00Z', ''],
    ['ended', [], '2020-01-01T00:00Z', '2020-01-01T01:00Z'],
  ] as const) {
    it(`shows [${shown.join()}] while a schedule is ${phase}, and its text once the room opens`, async () => {
      Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: undefined });
      const room = addRoom({ startsAt, endsAt, loading: 'click' });
      await waitUntil(() => room.phase === phase);
      const hasText = () => noticeOf(room)?.textContent.includes('no access to camera');
      await waitUntil(() => !hasText());
      const buttons = [...room.shadowRoot!.querySelectorAll('button')].map(({ textContent }) =>
        textContent.trim(),
      );
      expect(buttons.filter((text) => text === 'Copy link')).to.deep.equal(shown);
      room.load();
      await waitUntil(hasText);
    });
  }

  it('is not shown if nothing is wrong', async () => {
    Object.defineProperty(document, 'featurePolicy', {
      configurable: true,
      value: { allowsFeature: () => true },
    });
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: {} });
    const room = addRoom();
    await room.whenReady();
    await room.updateComplete;
    expect(noticeOf(room)).to.equal(null);
    expect(warnings).to.deep.equal([]);
  });
});
