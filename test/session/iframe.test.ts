import { expect } from '@open-wc/testing';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import type { LivewebinarErrorEvent } from '../../src/events.js';
import { addRoom, collect } from '../support/room.js';

type Fetch = typeof fetch;

const REPLACEMENTS: [name: string, replace: (original: Fetch) => Fetch][] = [
  [
    'throws if a response is not ok',
    (original) =>
      async (...args) => {
        const response = await original(...args);
        if (!response.ok) throw new Error(`Request failed: ${response.status}`);
        return response;
      },
  ],
  ['forces CORS', (original) => (input, init) => original(input, { ...init, mode: 'cors' })],
  ['rejects everything', () => () => Promise.reject(new TypeError('Blocked by the page.'))],
  [
    'throws at once',
    () => () => {
      throw new TypeError('Blocked by the page.');
    },
  ],
  ['never settles', () => () => new Promise(() => {})],
];

describe('mode="iframe"', () => {
  const original = window.fetch.bind(window);
  afterEach(() => {
    window.fetch = original;
  });

  for (const [name, replace] of REPLACEMENTS) {
    it(`opens in a page whose fetch ${name}`, async () => {
      window.fetch = replace(original);
      const room = addRoom({ mode: 'iframe', timeout: 4000 });
      const errors = collect<LivewebinarErrorEvent>(room, 'livewebinar-error');
      await room.whenReady();
      expect(errors).to.have.length(0);
      expect(room.shadowRoot!.querySelectorAll('iframe')).to.have.length(1);
    });
  }

  it('is not ready while nothing is known about a server that seems to be unreachable', async () => {
    window.fetch = () => Promise.reject(new TypeError('Blocked by the page.'));
    const contentWindow = Object.getOwnPropertyDescriptor(
      HTMLIFrameElement.prototype,
      'contentWindow',
    )!;
    // The browser's own `fetch`, in a hidden iframe, waits for a connection.
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
      configurable: true,
      get(this: HTMLIFrameElement) {
        return this.hidden
          ? { fetch: () => new Promise(() => {}) }
          : (contentWindow.get!.call(this) as unknown);
      },
    });
    try {
      const room = addRoom({ mode: 'iframe', roomOrigin: 'http://localhost:9', timeout: 1000 });
      const error = await new Promise<LivewebinarErrorEvent>((resolve) =>
        room.addEventListener('livewebinar-error', resolve, { once: true }),
      );
      expect(error.error.code).to.equal('timeout');
      expect(room.state).to.not.equal('ready');
    } finally {
      Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', contentWindow);
    }
  });

  it('asks whether the room is there without saying who comes', async () => {
    const requests: [input: unknown, init: RequestInit | undefined][] = [];
    window.fetch = (input, init) => {
      requests.push([input, init]);
      return original(input, init);
    };
    const room = addRoom({
      mode: 'iframe',
      roleToken: 'ROLE1',
      nickname: 'Ada',
      passwordToken: 'PASSWORD1',
    });
    await room.whenReady();
    expect(requests.map(([input]) => input)).to.deep.equal([
      `${STAND_IN_ORIGIN}/${room.licenseKey}`,
    ]);
    expect(requests[0]![1]).to.include({
      method: 'HEAD',
      credentials: 'omit',
      referrerPolicy: 'strict-origin',
    });
  });

  it('still notices that nothing responds', async () => {
    window.fetch = () => Promise.reject(new TypeError('Blocked by the page.'));
    const room = addRoom({ mode: 'iframe', roomOrigin: 'http://localhost:9', timeout: 4000 });
    const error = await new Promise<LivewebinarErrorEvent>((resolve) =>
      room.addEventListener('livewebinar-error', resolve, { once: true }),
    );
    expect(error.error.code).to.equal('script-failed');
  });
});
