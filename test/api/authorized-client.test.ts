import { expect } from 'chai';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { inspect } from 'node:util';
import {
  LivewebinarApiError,
  LivewebinarClient,
  MemoryTokenStore,
  type TokenSet,
  type TokenStore,
} from '../../src/api/index.js';
import {
  errorOf,
  pass,
  recordFetch,
  settle,
  stopClock,
  type FetchResult,
} from './recorded-fetch.js';

const NOW = Date.UTC(2026, 0, 1);
const me = () => Response.json({ data: { id: 1 } });
const refused = (status = 401) => Response.json({ error: { message: 'No.' } }, { status });
const tokens = (number: number, more = {}) =>
  Response.json({
    accessToken: { access_token: `ACCESS${number}`, refresh_token: `REFRESH${number}`, ...more },
  });

/** Creates a client of a user who has authorized the application, and lists the tokens that it sends. */
function createUser(results: FetchResult[], tokenStore: TokenStore) {
  const { sent, fetch } = recordFetch(...results);
  const client = new LivewebinarClient({
    clientId: 'ID',
    clientSecret: 'SECRET',
    redirectUri: 'https://site.example/back',
    tokenStore,
    fetch,
  });
  const sentTokens = () =>
    sent.map(({ headers, body }) =>
      body ? new URLSearchParams(body).get('refresh_token') : headers['authorization'],
    );
  return { client, sentTokens };
}

function storeOf(first: TokenSet): MemoryTokenStore {
  const store = new MemoryTokenStore();
  store.save(first);
  return store;
}

const FIRST = { accessToken: 'ACCESS1', refreshToken: 'REFRESH1' };

beforeEach(() => stopClock(NOW));
afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

describe('tokens', () => {
  it('are refreshed a minute before they expire', async () => {
    const store = storeOf({ ...FIRST, expiresAt: NOW + 61_000 });
    const { client, sentTokens } = createUser([me(), tokens(2), me()], store);
    await client.getCurrentUser();
    await pass(1001);
    await client.getCurrentUser();
    expect(sentTokens()).to.deep.equal(['Bearer ACCESS1', 'REFRESH1', 'Bearer ACCESS2']);
  });

  it('of a server login are refreshed before the JWT expires', async () => {
    // Base64url writes this subject with a `-` and a `_`.
    const jwt = (end: number) =>
      ['{}', JSON.stringify({ sub: '??>>', exp: end / 1000 }), 'x']
        .map((part) => Buffer.from(part).toString('base64url'))
        .join('.');
    const [first, second] = [jwt(NOW + 3_600_000), jwt(NOW + 7_200_000)];
    const { sent, fetch } = recordFetch(
      // A lifetime of 0 means that there is none.
      Response.json({ token: first, expires_in: 0 }),
      me(),
      me(),
      Response.json({ token: second }),
      me(),
    );
    const client = new LivewebinarClient({ clientId: 'ID', clientSecret: 'SECRET', fetch });
    await client.getCurrentUser();
    await pass(3_500_000);
    await client.getCurrentUser();
    await pass(40_001);
    await client.getCurrentUser();
    expect(sent.map(({ headers }) => headers['authorization'])).to.deep.equal([
      undefined,
      `Bearer ${first}`,
      `Bearer ${first}`,
      undefined,
      `Bearer ${second}`,
    ]);
  });

  for (const claims of ['{"sub":"1"}', '{"exp":"soon"}', 'null', '{']) {
    it(`of a server login do not expire with the claims ${claims}`, async () => {
      const token = ['{}', claims, 'x'].map((part) => btoa(part)).join('.');
      const { sent, fetch } = recordFetch(Response.json({ token }), me(), me());
      const client = new LivewebinarClient({ clientId: 'ID', clientSecret: 'SECRET', fetch });
      await client.getCurrentUser();
      await pass(86_400_000);
      await client.getCurrentUser();
      expect(sent).to.have.length(3);
    });
  }

  it('are refreshed once by concurrent calls', async () => {
    const store = storeOf({ ...FIRST, expiresAt: NOW });
    const { client, sentTokens } = createUser([tokens(2), me(), me(), me()], store);
    await Promise.all([client.getCurrentUser(), client.getCurrentUser(), client.getCurrentUser()]);
    expect(sentTokens()).to.deep.equal(['REFRESH1', ...Array(3).fill('Bearer ACCESS2')]);
  });

  it('are refreshed once by concurrent calls that receive 401', async () => {
    const store = storeOf(FIRST);
    const { client, sentTokens } = createUser([refused(), refused(), tokens(2), me(), me()], store);
    await Promise.all([client.getCurrentUser(), client.getCurrentUser()]);
    expect(sentTokens()).to.deep.equal([
      ...Array(2).fill('Bearer ACCESS1'),
      'REFRESH1',
      ...Array(2).fill('Bearer ACCESS2'),
    ]);
  });

  it('that a slow store returned too late are not refreshed again', async () => {
    const memory = storeOf({ ...FIRST, expiresAt: NOW });
    let reads = 0;
    const store: TokenStore = {
      async load() {
        const found = memory.load();
        // The second call's first read takes longer than the whole refresh.
        if ((reads += 1) === 2) await new Promise((resolve) => setTimeout(resolve, 1000));
        return found;
      },
      save: (refreshed) => memory.save(refreshed),
    };
    const { client, sentTokens } = createUser([tokens(2), me(), me()], store);
    const calls = Promise.all([client.getCurrentUser(), client.getCurrentUser()]);
    await pass(1000);
    await calls;
    expect(sentTokens()).to.deep.equal(['REFRESH1', 'Bearer ACCESS2', 'Bearer ACCESS2']);
  });

  it('of a new authorization are not overwritten by a refresh in progress', async () => {
    const store = storeOf({ ...FIRST, expiresAt: NOW });
    const late = new TransformStream<Uint8Array, Uint8Array>();
    const refreshed = new Response(late.readable);
    const { client, sentTokens } = createUser([refreshed, tokens(7), me(), me()], store);
    const refreshing = client.getCurrentUser();
    await settle();
    const finishing = client.finishAuthorization('/back?code=C&state=S', 'S');
    await settle();
    await tokens(2).body!.pipeTo(late.writable);
    await Promise.all([refreshing, finishing]);
    await client.getCurrentUser();
    expect(store.load()).to.include({ accessToken: 'ACCESS7' });
    expect(sentTokens().at(-1)).to.equal('Bearer ACCESS7');
  });

  it('that another process refreshed are taken from the store', async () => {
    const store = storeOf(FIRST);
    const { client, sentTokens } = createUser([refused(), me()], store);
    const user = client.getCurrentUser();
    await Promise.resolve();
    store.save({ accessToken: 'ACCESS9', refreshToken: 'REFRESH9' });
    await user;
    expect(sentTokens()).to.deep.equal(['Bearer ACCESS1', 'Bearer ACCESS9']);
  });

  it('keep their refresh token if the response has none', async () => {
    const store = storeOf({ ...FIRST, expiresAt: NOW });
    const { client } = createUser([Response.json({ access_token: 'ACCESS2' }), me()], store);
    await client.getCurrentUser();
    expect(store.load()).to.deep.equal({ accessToken: 'ACCESS2', refreshToken: 'REFRESH1' });
  });

  it('are stored with two methods, which can be asynchronous', async () => {
    const calls: unknown[] = [];
    const store: TokenStore = {
      load: () => Promise.resolve(undefined),
      save: (refreshed) => Promise.resolve(void calls.push(refreshed)),
    };
    const { sent, fetch } = recordFetch(Response.json({ token: 'ACCESS1', expires_in: 60 }), me());
    const client = new LivewebinarClient({
      clientId: 'ID',
      clientSecret: 'SECRET',
      tokenStore: store,
      fetch,
    });
    await client.getCurrentUser();
    expect(calls).to.deep.equal([{ accessToken: 'ACCESS1', expiresAt: NOW + 60_000 }]);
    expect(sent).to.have.length(2);
  });

  for (const seconds of [1, 30, 60, 61, 119]) {
    it(`that live for ${seconds} seconds are used until they expire`, async () => {
      const login = (token: string) => Response.json({ token, expires_in: seconds });
      const { sent, fetch } = recordFetch(login('ACCESS1'), me(), me(), login('ACCESS2'), me());
      const client = new LivewebinarClient({ clientId: 'ID', clientSecret: 'SECRET', fetch });
      await client.getCurrentUser();
      await pass(seconds * 1000 - 1);
      await client.getCurrentUser();
      await pass(1);
      await client.getCurrentUser();
      expect(sent.map(({ headers }) => headers['authorization'])).to.deep.equal([
        undefined,
        'Bearer ACCESS1',
        'Bearer ACCESS1',
        undefined,
        'Bearer ACCESS2',
      ]);
    });
  }

  it('with a line break are never sent', async () => {
    const { client, sentTokens } = createUser([], storeOf({ accessToken: 'A\r\nX: y' }));
    const error = await errorOf(client.getCurrentUser());
    expect(error).to.include({ code: 'invalid-option' });
    expect(String(error)).to.not.include('X: y');
    expect(sentTokens()).to.deep.equal([]);
  });
});

describe('a refresh', () => {
  it('without a user rejects with unauthorized', async () => {
    const { client, sentTokens } = createUser([], new MemoryTokenStore());
    expect(await errorOf(client.getCurrentUser())).to.include({ code: 'unauthorized' });
    expect(sentTokens()).to.deep.equal([]);
  });

  for (const status of [400, 401, 403, 422]) {
    it(`refused with ${status} pauses until a user authorizes`, async () => {
      const store = storeOf(FIRST);
      const { client, sentTokens } = createUser(
        [refused(), refused(status), tokens(5), me()],
        store,
      );
      expect(await errorOf(client.getCurrentUser())).to.include({ status });
      expect(await errorOf(client.getCurrentUser())).to.include({ code: 'paused' });
      const { state } = client.startAuthorization();
      await client.finishAuthorization(`/back?code=C&state=${state}`, state);
      await client.getCurrentUser();
      expect(sentTokens()).to.deep.equal(['Bearer ACCESS1', 'REFRESH1', null, 'Bearer ACCESS5']);
    });
  }

  it('is not retried: a refresh token may work once', async () => {
    const store = storeOf({ ...FIRST, expiresAt: NOW });
    const { client, sentTokens } = createUser([refused(500)], store);
    expect(await errorOf(client.getCurrentUser())).to.include({ code: 'server-error' });
    expect(sentTokens()).to.deep.equal(['REFRESH1']);
  });

  for (const [status, retryAfter, pause] of [
    [403, undefined, 600_000],
    [422, undefined, 600_000],
    [500, undefined, 30_000],
    [503, '5', 30_000],
    [503, '45', 45_000],
    [429, '120', 120_000],
  ] as const) {
    const after = retryAfter ? ` and a Retry-After of ${retryAfter}` : '';
    it(`refused with ${status}${after} is not repeated for ${pause} ms`, async () => {
      const store = storeOf({ ...FIRST, expiresAt: NOW });
      const headers: HeadersInit = retryAfter ? { 'retry-after': retryAfter } : {};
      const { client, sentTokens } = createUser(
        [Response.json({}, { status, headers }), tokens(2), me()],
        store,
      );
      expect(await errorOf(client.getCurrentUser())).to.include({ status });
      await pass(pause - 1);
      expect(await errorOf(client.getCurrentUser())).to.include({ code: 'paused', retryAfter: 1 });
      expect(sentTokens()).to.deep.equal(['REFRESH1']);
      await pass(1);
      await client.getCurrentUser();
      expect(sentTokens()).to.deep.equal(['REFRESH1', 'REFRESH1', 'Bearer ACCESS2']);
    });
  }

  for (const [reason, result] of Object.entries({
    'is refused with 400': () => refused(400),
    'is refused with 401': () => refused(401),
    'is refused with 403': () => refused(403),
    'is refused with 500': () => refused(500),
    'gets no connection': () => new TypeError('fetch failed'),
    'gets no token': () => Response.json({}),
  })) {
    it(`that ${reason} leaves a valid token in use until it expires`, async () => {
      const store = storeOf({ ...FIRST, expiresAt: NOW + 50_000 });
      const { client, sentTokens } = createUser(
        [result(), me(), me(), me(), tokens(2), me()],
        store,
      );
      await client.getCurrentUser();
      await pass(49_000);
      await client.getCurrentUser();
      await pass(999);
      await client.getCurrentUser();
      expect(sentTokens()).to.deep.equal(['REFRESH1', ...Array(3).fill('Bearer ACCESS1')]);
      await pass(1);
      await client.getCurrentUser();
      expect(sentTokens().slice(4)).to.deep.equal(['REFRESH1', 'Bearer ACCESS2']);
    });
  }

  it('is repeated by the next call if there was no connection', async () => {
    const store = storeOf({ ...FIRST, expiresAt: NOW });
    const { client, sentTokens } = createUser(
      [new TypeError('fetch failed'), tokens(2), me()],
      store,
    );
    expect(await errorOf(client.getCurrentUser())).to.include({ code: 'network' });
    await client.getCurrentUser();
    expect(sentTokens()).to.deep.equal(['REFRESH1', 'REFRESH1', 'Bearer ACCESS2']);
  });

  it('does not delay a call that was aborted while the store was read', async () => {
    const abort = new AbortController();
    const reason = new Error('The visitor left');
    const { client } = createUser(['hang'], {
      load: () => {
        abort.abort(reason);
        return Promise.resolve({ ...FIRST, expiresAt: NOW });
      },
      save: () => {},
    });
    expect(await errorOf(client.getCurrentUser({ signal: abort.signal }))).to.equal(reason);
  });

  it('keeps no listener on the signal', async () => {
    const { client } = createUser([tokens(2), me()], storeOf({ ...FIRST, expiresAt: NOW }));
    const { signal } = new AbortController();
    const add = mock.method(signal, 'addEventListener');
    const remove = mock.method(signal, 'removeEventListener');
    await client.getCurrentUser({ signal });
    const listeners = ({ mock: { calls } }: typeof add) =>
      calls.map((call) => call.arguments.slice(0, 2));
    expect(listeners(add)).to.have.length(1);
    expect(listeners(remove)).to.deep.equal(listeners(add));
  });

  it('is not replaced by a valid token that LiveWebinar rejected', async () => {
    const store = storeOf({ ...FIRST, expiresAt: NOW + 3_600_000 });
    const { client, sentTokens } = createUser([refused(), refused(403)], store);
    expect(await errorOf(client.getCurrentUser())).to.include({ status: 403 });
    expect(sentTokens()).to.deep.equal(['Bearer ACCESS1', 'REFRESH1']);
  });

  it('continues for the others when one call is aborted', async () => {
    let respond: (response: Response) => void = () => {};
    const sent: string[] = [];
    const client = new LivewebinarClient({
      clientId: 'ID',
      clientSecret: 'SECRET',
      fetch(url) {
        sent.push(url);
        return url.endsWith('/login')
          ? new Promise((resolve) => (respond = resolve))
          : Promise.resolve(me());
      },
    });
    const abort = new AbortController();
    const reason = new Error('The visitor left');
    const aborted = errorOf(client.getCurrentUser({ signal: abort.signal }));
    const other = client.getCurrentUser();
    await settle();
    abort.abort(reason);
    expect(await aborted).to.equal(reason);
    respond(Response.json({ token: 'ACCESS1' }));
    expect(await other).to.deep.equal({ id: 1 });
    expect(sent).to.have.length(2);
  });
});

describe('a token store that fails', () => {
  class StoreError extends Error {
    override readonly name = 'StoreError';
    readonly code = 'SQLITE_BUSY';
    readonly parameters = ['ACCE55', 'REFR35H'];
  }
  const fail = () => {
    throw new StoreError('INSERT INTO tokens VALUES (ACCE55, REFR35H)');
  };
  const LOGIN = () =>
    Response.json({ accessToken: { access_token: 'ACCE55', refresh_token: 'REFR35H' } });

  for (const [kind, load] of Object.entries({
    throws: fail,
    rejects: () => Promise.reject(new StoreError('locked')),
    'throws a string': () => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error
      throw 'locked';
    },
  })) {
    it(`in load() is reported as token-store-failed if it ${kind}`, async () => {
      const { client, sentTokens } = createUser([], { load, save: () => {} });
      const error = await errorOf(client.getCurrentUser());
      expect(error).to.be.instanceOf(LivewebinarApiError);
      expect(error).to.include({ code: 'token-store-failed' });
      expect((error as Error).message).to.include('load()');
      expect((error as Error).cause).to.not.equal(undefined);
      expect(sentTokens()).to.deep.equal([]);
    });
  }

  for (const [kind, save] of Object.entries({
    throws: fail,
    rejects: () => Promise.resolve().then(fail),
  })) {
    it(`in save() is reported without the tokens if it ${kind}`, async () => {
      const { client } = createUser([LOGIN()], { load: () => null, save });
      const error = await errorOf(client.finishAuthorization('/back?code=C&state=S', 'S'));
      expect(error).to.be.instanceOf(LivewebinarApiError);
      expect(error).to.include({ code: 'token-store-failed' });
      expect((error as Error).message).to.include('save()');
      expect(error)
        .to.have.property('cause')
        .that.includes({ name: 'StoreError', code: 'SQLITE_BUSY' });
      expect(inspect(error, { depth: null })).to.not.match(/ACCE55|REFR35H/);
    });
  }

  it('in save() after a refresh is not mistaken for a rejected refresh', async () => {
    const { client } = createUser([tokens(2)], {
      load: () => ({ ...FIRST, expiresAt: NOW }),
      save: fail,
    });
    expect(await errorOf(client.getCurrentUser())).to.include({ code: 'token-store-failed' });
  });
});
