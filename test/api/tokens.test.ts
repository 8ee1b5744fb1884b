import { expect } from 'chai';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import {
  LivewebinarClient,
  MemoryTokenStore,
  type TokenSet,
  type TokenStore,
} from '../../src/api/index.js';
import { errorOf, pass, recordFetch, settle, stopClock, type Behaviour } from './recorded-fetch.js';

const NOW = Date.UTC(2026, 0, 1);
const me = () => Response.json({ data: { id: 1 } });
const refused = (status = 401) => Response.json({ error: { message: 'No.' } }, { status });
const tokens = (number: number, more = {}) =>
  Response.json({
    accessToken: { access_token: `ACCESS${number}`, refresh_token: `REFRESH${number}`, ...more },
  });

/** A client of a user who has authorised; what it sends, in short. */
function createUser(behaviours: Behaviour[], tokenStore: TokenStore) {
  const { sent, fetch } = recordFetch(...behaviours);
  const client = new LivewebinarClient({
    clientId: 'ID',
    clientSecret: 'SECRET',
    redirectUri: 'https://site.example/back',
    tokenStore,
    fetch,
  });
  const inShort = () =>
    sent.map(({ headers, body }) =>
      body ? new URLSearchParams(body).get('refresh_token') : headers['authorization'],
    );
  return { client, inShort };
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
  it('are renewed a minute before they end', async () => {
    const store = storeOf({ ...FIRST, expiresAt: NOW + 61_000 });
    const { client, inShort } = createUser([me(), tokens(2), me()], store);
    await client.me();
    await pass(1001);
    await client.me();
    expect(inShort()).to.deep.equal(['Bearer ACCESS1', 'REFRESH1', 'Bearer ACCESS2']);
  });

  it('of a server login are renewed before the JWT ends', async () => {
    const jwt = (end: number) =>
      ['{}', JSON.stringify({ sub: 'Zoë?>', exp: end / 1000 }), 'x']
        .map((part) => Buffer.from(part).toString('base64url'))
        .join('.');
    const [first, second] = [jwt(NOW + 3_600_000), jwt(NOW + 7_200_000)];
    const { sent, fetch } = recordFetch(
      Response.json({ token: first }),
      me(),
      Response.json({ token: second }),
      me(),
    );
    const client = new LivewebinarClient({ clientId: 'ID', clientSecret: 'SECRET', fetch });
    await client.me();
    await pass(3_540_001);
    await client.me();
    expect(sent.map(({ headers }) => headers['authorization'])).to.deep.equal([
      undefined,
      `Bearer ${first}`,
      undefined,
      `Bearer ${second}`,
    ]);
  });

  it('are renewed once by all calls at the same time', async () => {
    const store = storeOf({ ...FIRST, expiresAt: NOW });
    const { client, inShort } = createUser([tokens(2), me(), me(), me()], store);
    await Promise.all([client.me(), client.me(), client.me()]);
    expect(inShort()).to.deep.equal(['REFRESH1', ...Array(3).fill('Bearer ACCESS2')]);
  });

  it('are renewed once by all calls that get 401 at the same time', async () => {
    const store = storeOf(FIRST);
    const { client, inShort } = createUser([refused(), refused(), tokens(2), me(), me()], store);
    await Promise.all([client.me(), client.me()]);
    expect(inShort()).to.deep.equal([
      ...Array(2).fill('Bearer ACCESS1'),
      'REFRESH1',
      ...Array(2).fill('Bearer ACCESS2'),
    ]);
  });

  it('that a slow store gave too late are not renewed again', async () => {
    const memory = storeOf({ ...FIRST, expiresAt: NOW });
    let reads = 0;
    const store: TokenStore = {
      async load() {
        const found = memory.load();
        // The second call's first read takes longer than the whole renewal.
        if ((reads += 1) === 2) await new Promise((resolve) => setTimeout(resolve, 1000));
        return found;
      },
      save: (renewed) => memory.save(renewed),
    };
    const { client, inShort } = createUser([tokens(2), me(), me()], store);
    const calls = Promise.all([client.me(), client.me()]);
    await pass(1000);
    await calls;
    expect(inShort()).to.deep.equal(['REFRESH1', 'Bearer ACCESS2', 'Bearer ACCESS2']);
  });

  it('of a new authorisation outlive a renewal that is under way', async () => {
    const store = storeOf({ ...FIRST, expiresAt: NOW });
    const late = new TransformStream<Uint8Array, Uint8Array>();
    const renewed = new Response(late.readable);
    const { client, inShort } = createUser([renewed, tokens(7), me(), me()], store);
    const renewing = client.me();
    await settle();
    const finishing = client.finishAuthorization('/back?code=C&state=S', 'S');
    await settle();
    await tokens(2).body!.pipeTo(late.writable);
    await Promise.all([renewing, finishing]);
    await client.me();
    expect(store.load()).to.include({ accessToken: 'ACCESS7' });
    expect(inShort().at(-1)).to.equal('Bearer ACCESS7');
  });

  it('that another process has renewed are taken from the store', async () => {
    const store = storeOf(FIRST);
    const { client, inShort } = createUser([refused(), me()], store);
    const answer = client.me();
    await Promise.resolve();
    store.save({ accessToken: 'ACCESS9', refreshToken: 'REFRESH9' });
    await answer;
    expect(inShort()).to.deep.equal(['Bearer ACCESS1', 'Bearer ACCESS9']);
  });

  it('keep their refresh token if the answer has none', async () => {
    const store = storeOf({ ...FIRST, expiresAt: NOW });
    const { client } = createUser([Response.json({ access_token: 'ACCESS2' }), me()], store);
    await client.me();
    expect(store.load()).to.deep.equal({ accessToken: 'ACCESS2', refreshToken: 'REFRESH1' });
  });

  it('are kept by two methods, which may be asynchronous', async () => {
    const calls: unknown[] = [];
    const store: TokenStore = {
      load: () => Promise.resolve(undefined),
      save: (renewed) => Promise.resolve(void calls.push(renewed)),
    };
    const { sent, fetch } = recordFetch(Response.json({ token: 'ACCESS1', expires_in: 60 }), me());
    const client = new LivewebinarClient({
      clientId: 'ID',
      clientSecret: 'SECRET',
      tokenStore: store,
      fetch,
    });
    await client.me();
    expect(calls).to.deep.equal([{ accessToken: 'ACCESS1', expiresAt: NOW + 60_000 }]);
    expect(sent).to.have.length(2);
  });

  it('with a line break are never sent', async () => {
    const { client, inShort } = createUser([], storeOf({ accessToken: 'A\r\nX: y' }));
    const error = await errorOf(client.me());
    expect(error).to.include({ code: 'invalid-option' });
    expect(String(error)).to.not.include('X: y');
    expect(inShort()).to.deep.equal([]);
  });
});

describe('a renewal', () => {
  it('without a user says that one has to authorise', async () => {
    const { client, inShort } = createUser([], new MemoryTokenStore());
    expect(await errorOf(client.me())).to.include({ code: 'unauthorized' });
    expect(inShort()).to.deep.equal([]);
  });

  for (const status of [400, 401]) {
    it(`refused with ${status} pauses until somebody authorises`, async () => {
      const store = storeOf(FIRST);
      const { client, inShort } = createUser([refused(), refused(status), tokens(5), me()], store);
      expect(await errorOf(client.me())).to.include({ status });
      expect(await errorOf(client.me())).to.include({ code: 'paused' });
      const { state } = client.startAuthorization();
      await client.finishAuthorization(`/back?code=C&state=${state}`, state);
      await client.me();
      expect(inShort()).to.deep.equal(['Bearer ACCESS1', 'REFRESH1', null, 'Bearer ACCESS5']);
    });
  }

  it('is not sent twice: a refresh token may count once', async () => {
    const store = storeOf({ ...FIRST, expiresAt: NOW });
    const { client, inShort } = createUser([refused(500)], store);
    expect(await errorOf(client.me())).to.include({ code: 'server-error' });
    expect(inShort()).to.deep.equal(['REFRESH1']);
  });

  it('goes on for the others when one call is aborted', async () => {
    let answer: (response: Response) => void = () => {};
    const sent: string[] = [];
    const client = new LivewebinarClient({
      clientId: 'ID',
      clientSecret: 'SECRET',
      fetch(url) {
        sent.push(url);
        return url.endsWith('/login')
          ? new Promise((resolve) => (answer = resolve))
          : Promise.resolve(me());
      },
    });
    const abort = new AbortController();
    const reason = new Error('The visitor left');
    const aborted = errorOf(client.me({ signal: abort.signal }));
    const other = client.me();
    await settle();
    abort.abort(reason);
    expect(await aborted).to.equal(reason);
    answer(Response.json({ token: 'ACCESS1' }));
    expect(await other).to.deep.equal({ id: 1 });
    expect(sent).to.have.length(2);
  });
});
