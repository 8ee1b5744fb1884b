import { expect, oneEvent } from '@open-wc/testing';
import { addRoom } from '../support/room.js';
import { readSnippets, runSnippet } from '../support/snippets.js';

type Calls = unknown[][];
const globals = window as unknown as Record<string, unknown>;

/** Installs the functions of each tool; returns what they were called with. */
const TOOLS: Record<string, { stub: (calls: Calls) => void; expected: Calls }> = {
  'Google Analytics': {
    stub: (calls) => (globals.gtag = (...call: unknown[]) => calls.push(call)),
    expected: [
      ['event', 'room_open', { room: 'Physics' }],
      ['event', 'room_leave', { room: 'Physics', seconds: 0 }],
      ['event', 'room_error', { room: 'Physics', code: 'invalid-option' }],
    ],
  },
  'Google Tag Manager': {
    stub: (calls) => (globals.dataLayer = { push: (entry: unknown) => calls.push([entry]) }),
    expected: [
      [{ event: 'room_open', room: 'Physics' }],
      [{ event: 'room_leave', room: 'Physics', seconds: 0 }],
      [{ event: 'room_error', room: 'Physics', code: 'invalid-option' }],
    ],
  },
  Plausible: {
    stub: (calls) => (globals.plausible = (...call: unknown[]) => calls.push(call)),
    expected: [
      ['room_open', { props: { room: 'Physics' } }],
      ['room_leave', { props: { room: 'Physics', seconds: 0 } }],
      ['room_error', { props: { room: 'Physics', code: 'invalid-option' } }],
    ],
  },
  Matomo: {
    stub: (calls) => (globals._paq = { push: (call: unknown[]) => calls.push(call) }),
    expected: [
      ['trackEvent', 'Webinar', 'room_open', 'Physics', undefined],
      ['trackEvent', 'Webinar', 'room_leave', 'Physics', 0],
      ['trackEvent', 'Webinar', 'room_error', 'invalid-option', undefined],
    ],
  },
};

describe('docs/analytics.md', () => {
  for (const [tool, { stub, expected }] of Object.entries(TOOLS)) {
    it(`counts rooms that open, are left and fail: ${tool}`, async () => {
      const calls: Calls = [];
      stub(calls);
      const [listener] = await readSnippets('analytics.md', 'Listen for room events');
      const [line] = await readSnippets('analytics.md', tool);
      await runSnippet(`${listener}\n${line}`);
      const room = addRoom({ label: 'Physics', email: 'ada@example.com', roleToken: 'secret' });
      await room.whenReady();
      room.unload();
      room.licenseKey = '{{ room.key }}';
      setTimeout(() => room.load());
      await oneEvent(room, 'livewebinar-error');
      expect(calls).to.deep.equal(expected);
    });
  }
});
