import { expect, fixtureSync, html } from '@open-wc/testing';
import { LivewebinarError } from '../../src/errors.js';
import type { LivewebinarErrorEvent } from '../../src/events.js';
import type { RoomRequest } from '../../src/session/request.js';
import { Session, type SessionHost } from '../../src/session/session.js';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import { collect, nextTask, uniqueKey } from '../support/room.js';

describe('Session', () => {
  let host: HTMLElement & SessionHost;
  let states: Set<string>;
  let requests: number;
  let session: Session;
  const createRequest = (options: Partial<RoomRequest> = {}): RoomRequest => {
    requests += 1;
    return {
      host,
      getStage: () => Promise.resolve(host),
      mode: 'script',
      loading: 'eager',
      whenHidden: 'stay',
      isolated: false,
      room: { licenseKey: uniqueKey(), embedOrigin: STAND_IN_ORIGIN },
      roomOrigin: STAND_IN_ORIGIN,
      label: 'Open day',
      allow: '',
      nonce: '',
      timeout: 5000,
      isBeforeStart: false,
      ...options,
    };
  };
  const createSession = (create: () => RoomRequest = createRequest) =>
    new Session(host, states, create);

  const { warn } = console;
  beforeEach(() => {
    console.warn = () => {};
    requests = 0;
    states = new Set();
    host = Object.assign(fixtureSync<HTMLElement>(html`<div></div>`), {
      updateComplete: Promise.resolve(),
      requestUpdate: () => {},
    });
    session = createSession();
  });
  afterEach(() => {
    session.end();
    console.warn = warn;
  });

  const reasonOf = (promise: Promise<void>): Promise<unknown> =>
    promise.then(
      () => 'resolved',
      (reason: unknown) => reason,
    );

  it('is idle at first', () => {
    expect(session).to.include({ state: 'idle', error: null, isSlow: false, isActive: false });
    expect([...states]).to.deep.equal(['idle']);
  });

  it('has one custom state at a time', async () => {
    session.open(true);
    expect([...states]).to.deep.equal(['loading']);
    await session.whenReady();
    expect([...states]).to.deep.equal(['ready']);
    session.end();
    expect([...states]).to.deep.equal(['idle']);
  });

  for (const [name, set] of [
    ['has no custom states', undefined],
    [
      'does not accept their names',
      {
        clear: () => {},
        add: () => {
          throw new SyntaxError();
        },
      },
    ],
  ] as const) {
    it(`opens in a browser that ${name}`, async () => {
      session = new Session(host, set as unknown as CustomStateSet, createRequest);
      session.open(true);
      await session.whenReady();
      expect(session.state).to.equal('ready');
    });
  }

  it('can request the room before it returns', () => {
    session.open(true);
    expect(requests).to.equal(1);
  });

  it('otherwise waits until the element has been rendered', async () => {
    let render!: () => void;
    Object.assign(host, { updateComplete: new Promise<void>((resolve) => (render = resolve)) });
    session.open(false);
    await nextTask();
    expect(session.state).to.equal('loading');
    expect(requests).to.equal(0);
    render();
    await session.whenReady();
    expect(requests).to.equal(1);
  });

  it('fails if the element cannot be rendered', async () => {
    const cause = new TypeError('A value of the page.');
    Object.assign(host, { updateComplete: Promise.reject(cause) });
    session.open(false);
    expect(await reasonOf(session.whenReady())).to.include({ code: 'invalid-option', cause });
    expect(session.state).to.equal('error');
    expect(requests).to.equal(0);
  });

  it('opens once for several changes in one task', async () => {
    session.open(true);
    await session.whenReady();
    session.open(true);
    session.open(true);
    expect(requests).to.equal(1);
    await session.whenReady();
    expect(requests).to.equal(2);
  });

  it('fails if a request cannot be created', async () => {
    const cause = new TypeError('Do not know how to serialize a BigInt');
    session = createSession(() => {
      throw cause;
    });
    session.open(true);
    expect(session.error).to.include({ code: 'invalid-option', cause });
    expect(await reasonOf(session.whenReady())).to.equal(session.error);
  });

  it('keeps an error that names the option', () => {
    const error = new LivewebinarError('invalid-option', 'mode must be script or iframe.');
    const events = collect<LivewebinarErrorEvent>(host, 'livewebinar-error');
    session.fail(error);
    expect(session.error).to.equal(error);
    expect(session.isActive).to.equal(true);
    expect(events.map(({ attempt, willRetry }) => ({ attempt, willRetry }))).to.deep.equal([
      { attempt: 1, willRetry: false },
    ]);
  });

  it('reports each error once', () => {
    const events = collect(host, 'livewebinar-error');
    for (const message of ['One.', 'One.', 'Two.', 'Two.']) {
      session.fail(new LivewebinarError('invalid-option', message));
    }
    expect(events).to.have.length(2);
  });

  it('rejects every pending whenReady()', async () => {
    const waiting = [session.whenReady(), session.whenReady()];
    const error = new LivewebinarError('invalid-option', 'One.');
    session.fail(error);
    for (const promise of waiting) expect(await reasonOf(promise)).to.equal(error);
  });

  for (const [state, event] of [
    ['ready', 'livewebinar-ready'],
    ['error', 'livewebinar-error'],
  ] as const) {
    it(`does not dispatch ${event} if a listener of the state ${state} closes the room`, async () => {
      session = createSession(() =>
        createRequest({ mode: state === 'error' ? ('nonsense' as 'script') : 'script' }),
      );
      const events = collect(host, event);
      const closed = new Promise<void>((resolve) =>
        host.addEventListener('livewebinar-statechange', (change) => {
          if (change.state !== state) return;
          session.end();
          resolve();
        }),
      );
      session.open(true);
      await closed;
      await nextTask();
      expect(events).to.have.length(0);
      expect(session).to.include({ state: 'idle', error: null });
    });
  }

  it('closes an open room when it fails', async () => {
    session.open(true);
    await session.whenReady();
    session.fail(new Error());
    expect(host.childElementCount).to.equal(0);
  });

  it('remembers why the visitor left until the room opens again', () => {
    session.leave('left');
    expect(session.leaveReason).to.equal(undefined);
    session.open(true);
    session.leave('leftForTab');
    expect(session).to.include({ state: 'idle', leaveReason: 'leftForTab', isActive: false });
    session.open(true);
    expect(session.leaveReason).to.equal(undefined);
  });

  describe('whenReady', () => {
    it('resolves at once in an open room', async () => {
      session.open(true);
      await session.whenReady();
      expect(await reasonOf(session.whenReady())).to.equal('resolved');
    });

    it('rejects at once after the last attempt', async () => {
      session = createSession(() => createRequest({ mode: 'nonsense' as 'script' }));
      session.open(true);
      expect(await reasonOf(session.whenReady())).to.equal(session.error);
    });

    it('waits while the browser is offline', async () => {
      Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
      try {
        session = createSession(() =>
          createRequest({ timeout: 1, roomOrigin: 'http://localhost:9' }),
        );
        session.open(true);
        await new Promise((resolve) => host.addEventListener('livewebinar-error', resolve));
        expect(session.error).to.include({ code: 'offline' });
        const reason = reasonOf(session.whenReady());
        expect(await Promise.race([reason, nextTask()])).to.equal(undefined);
        session.end();
        expect(await reason).to.include({ code: 'aborted' });
      } finally {
        Reflect.deleteProperty(navigator, 'onLine');
      }
    });
  });

  describe('isSlow', () => {
    const setTimeout = window.setTimeout.bind(window);
    let timers: { delay: number; callback: () => void }[];
    beforeEach(() => {
      timers = [];
      window.setTimeout = ((callback: () => void, delay = 0) => {
        timers.push({ delay, callback });
        return setTimeout(callback, delay);
      }) as typeof window.setTimeout;
    });
    afterEach(() => {
      window.setTimeout = setTimeout;
    });

    it('is set after eight seconds, renders the element, and is unset by the next attempt', () => {
      let updates = 0;
      session.open(true);
      host.requestUpdate = () => (updates += 1);
      timers.find(({ delay }) => delay === 8000)!.callback();
      expect(session.isSlow).to.equal(true);
      expect(updates).to.equal(1);
      session.end();
      session.open(true);
      expect(session.isSlow).to.equal(false);
    });
  });
});
