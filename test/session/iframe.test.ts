import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import type { LivewebinarErrorEvent } from '../../src/events.js';
import { addRoom, collect, framesOf, nextTask, uniqueKey } from '../support/room.js';

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
  const contentWindow = Object.getOwnPropertyDescriptor(
    HTMLIFrameElement.prototype,
    'contentWindow',
  )!;
  afterEach(() => {
    window.fetch = original;
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', contentWindow);
  });

  /** Replaces the browser's own `fetch`, which comes from a hidden iframe. */
  const replaceNativeFetch = (send: Fetch) =>
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
      configurable: true,
      get(this: HTMLIFrameElement) {
        return this.hidden ? { fetch: send } : (contentWindow.get!.call(this) as unknown);
      },
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

  describe('while no connection is established', () => {
    beforeEach(() => {
      window.fetch = () => Promise.reject(new TypeError('Blocked by the page.'));
      replaceNativeFetch(() => new Promise(() => {}));
    });

    it('does not mistake an error page for the room', async () => {
      const room = addRoom({ mode: 'iframe', roomOrigin: 'http://localhost:9', timeout: 1000 });
      const { error } = await oneEvent<LivewebinarErrorEvent>(room, 'livewebinar-error');
      expect(error.code).to.equal('timeout');
    });

    it('leaves no iframe behind', async () => {
      const room = addRoom({ mode: 'iframe' });
      await waitUntil(() => room.shadowRoot?.querySelector('iframe[hidden]'));
      room.unload();
      expect(framesOf(room)).to.have.length(0);
    });
  });

  it('waits for a page that has not started to load', async () => {
    window.fetch = () => new Promise(() => {});
    const licenseKey = uniqueKey('fault-script-hangs');
    const room = addRoom({ mode: 'iframe', licenseKey, timeout: 1000 });
    const { error } = await oneEvent<LivewebinarErrorEvent>(room, 'livewebinar-error');
    expect(error.code).to.equal('timeout');
  });

  it('waits for a page that takes long to load, up to half the timeout', async () => {
    let responses = 0;
    window.fetch = (...args) => original(...args).finally(() => (responses += 1));
    const licenseKey = uniqueKey('fault-endless');
    const room = addRoom({ mode: 'iframe', licenseKey, timeout: 6000 });
    await waitUntil(() => responses > 0);
    await nextTask();
    expect(room.state).to.equal('loading');
    await room.whenReady();
  });

  it('sends a HEAD request without tokens or cookies', async () => {
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

  for (const [directive, end] of [
    ['connect-src', 'ready'],
    ['img-src', 'script-failed'],
  ] as const) {
    it(`ends in ${end} if no request succeeds after a violation of ${directive}`, async () => {
      window.fetch = () => {
        const violation = new Event('securitypolicyviolation');
        document.dispatchEvent(
          Object.assign(violation, { effectiveDirective: directive, blockedURI: STAND_IN_ORIGIN }),
        );
        return Promise.reject(new TypeError('Blocked by the page.'));
      };
      replaceNativeFetch((...args) => window.fetch(...args));
      const room = addRoom({ mode: 'iframe' });
      const ready = oneEvent(room, 'livewebinar-ready').then(() => 'ready');
      const failed = oneEvent<LivewebinarErrorEvent>(room, 'livewebinar-error');
      expect(await Promise.race([ready, failed.then(({ error }) => error.code)])).to.equal(end);
    });
  }

  describe('in a cross-origin isolated page', () => {
    const credentialless = Object.getOwnPropertyDescriptor(
      HTMLIFrameElement.prototype,
      'credentialless',
    );
    let requests: number;
    beforeEach(() => {
      requests = 0;
      window.fetch = () => {
        requests += 1;
        return new Promise(() => {});
      };
      Object.defineProperty(window, 'crossOriginIsolated', { configurable: true, value: true });
    });
    afterEach(() => {
      Object.defineProperty(window, 'crossOriginIsolated', { configurable: true, value: false });
      if (!credentialless) return;
      Object.defineProperty(HTMLIFrameElement.prototype, 'credentialless', credentialless);
    });

    it('opens without the HEAD request, which the policy would block', async function () {
      // Some engines do not support it.
      if (!credentialless) this.skip();
      await addRoom({ mode: 'iframe' }).whenReady();
      expect(requests).to.equal(0);
    });

    it('does not mistake the error page of a blocked iframe for the room', async () => {
      Reflect.deleteProperty(HTMLIFrameElement.prototype, 'credentialless');
      const licenseKey = uniqueKey('fault-endless');
      const room = addRoom({ mode: 'iframe', licenseKey, timeout: 1000 });
      const { error } = await oneEvent<LivewebinarErrorEvent>(room, 'livewebinar-error');
      expect(error).to.include({ code: 'script-blocked' });
      expect(requests).to.equal(1);
    });
  });

  it('detects that the server does not respond even if the page blocks fetch', async () => {
    window.fetch = () => Promise.reject(new TypeError('Blocked by the page.'));
    const room = addRoom({ mode: 'iframe', roomOrigin: 'http://localhost:9', timeout: 4000 });
    const error = await new Promise<LivewebinarErrorEvent>((resolve) =>
      room.addEventListener('livewebinar-error', resolve, { once: true }),
    );
    expect(error.error.code).to.equal('script-failed');
  });
});
