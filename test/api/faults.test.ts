import { expect } from 'chai';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import type { LivewebinarClient } from '../../src/api/index.js';
import { createClient, errorOf, LOGIN, pass, ROOM, settle, stopClock } from './recorded-fetch.js';

const NOW = Date.UTC(2026, 0, 1);
const ok = () => Response.json(ROOM);
const fail = (status: number, headers: Record<string, string> = {}) =>
  Response.json({ error: { message: `Said with ${status}.` } }, { status, headers });
const cutOff = () =>
  new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"data":{"id":7,'));
        controller.error(new TypeError('terminated'));
      },
    }),
  );

const read = (client: LivewebinarClient) => client.room(7);
const make = (client: LivewebinarClient) => client.createRoom({ name: 'Open day' });

beforeEach(() => stopClock(NOW));
afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

describe('a refused request', () => {
  for (const [status, code] of [
    [400, 'invalid-request'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [409, 'conflict'],
    [410, 'not-found'],
    [422, 'invalid-request'],
    [302, 'bad-answer'],
  ] as const) {
    it(`with ${status} is ${code}, at once`, async () => {
      const { client, afterLogin } = createClient([fail(status)]);
      const error = await errorOf(read(client));
      expect(error).to.include({ code, status, vendorMessage: `Said with ${status}.` });
      expect(error)
        .to.have.property('request')
        .deep.equal({ method: 'GET', path: '/widgets/7', fields: [] });
      expect(afterLogin()).to.have.length(1);
    });
  }

  it('tells what is wrong with which field, if the answer does', async () => {
    const errors = { name: ['Too long.'], start_date: 'In the past.' };
    const { client } = createClient([
      Response.json({ error: { message: 'Invalid.', errors } }, { status: 422 }),
    ]);
    const error = await errorOf(make(client));
    expect(error)
      .to.have.property('fieldErrors')
      .deep.equal({ name: ['Too long.'], start_date: ['In the past.'] });
  });

  it('without JSON is told by its status alone', async () => {
    const { client } = createClient([new Response('<h1>No</h1>', { status: 403 })]);
    expect(await errorOf(read(client))).to.include({
      code: 'forbidden',
      message: 'LiveWebinar answered 403 to GET /widgets/7.',
    });
  });
});

describe('401', () => {
  it('logs in anew, once, and sends the call again', async () => {
    const { client, sent } = createClient([
      fail(401),
      Response.json({ token: 'ACCESS2' }),
      Response.json(ROOM, { status: 201 }),
    ]);
    await make(client);
    expect(sent.map(({ url }) => url.slice('https://api.archiebot.com/api'.length))).to.deep.equal([
      '/auth/login',
      '/widgets',
      '/auth/login',
      '/widgets',
    ]);
    expect(sent[3]!.headers).to.include({ authorization: 'Bearer ACCESS2' });
    expect(sent[3]!.body).to.equal(sent[1]!.body);
  });

  it('again fails, and nothing is sent for ten minutes', async () => {
    const { client, sent } = createClient([
      fail(401),
      Response.json({ token: 'ACCESS2' }),
      fail(401),
      ok(),
    ]);
    expect(await errorOf(read(client))).to.include({ code: 'unauthorized', status: 401 });
    expect(sent).to.have.length(4);
    await pass(599_999);
    expect(await errorOf(read(client))).to.include({ code: 'paused', retryAfter: 1 });
    expect(sent).to.have.length(4);
    await pass(1);
    expect(await read(client)).to.include({ id: '7' });
  });

  it('at the login itself pauses too', async () => {
    const fetch = mock.fn(() => Promise.resolve(fail(401)));
    const { client } = createClient([], { fetch });
    expect(await errorOf(read(client))).to.include({ code: 'unauthorized', status: 401 });
    expect(await errorOf(read(client))).to.include({ code: 'paused', retryAfter: 600_000 });
    expect(fetch.mock.callCount()).to.equal(1);
  });
});

describe('429', () => {
  it('is sent again after the seconds it asks for, even if it makes something', async () => {
    const { client, afterLogin } = createClient([fail(429, { 'retry-after': '7' }), ok()]);
    const made = make(client);
    await pass(7000);
    expect(afterLogin()).to.have.length(1);
    await pass(500);
    expect(await made).to.include({ id: '7' });
    expect(afterLogin()).to.have.length(2);
  });

  it('may ask for a fraction of a second', async () => {
    const { client, afterLogin } = createClient([fail(429, { 'retry-after': '1.5' }), ok()]);
    const room = read(client);
    await pass(1500);
    expect(afterLogin()).to.have.length(1);
    await pass(500);
    expect(await room).to.include({ id: '7' });
  });

  it('is sent again after the date it asks for', async () => {
    const date = new Date(NOW + 30_000).toUTCString();
    const { client, afterLogin } = createClient([fail(429, { 'retry-after': date }), ok()]);
    const room = read(client);
    await pass(30_000);
    expect(afterLogin()).to.have.length(1);
    await pass(500);
    expect(await room).to.include({ id: '7' });
  });

  it('that asks for more than a minute is left to the caller', async () => {
    const { client, afterLogin } = createClient([fail(429, { 'retry-after': '120' })]);
    expect(await errorOf(read(client))).to.include({ code: 'rate-limited', retryAfter: 120_000 });
    expect(afterLogin()).to.have.length(1);
  });

  for (const header of ['soon', '']) {
    it(`with a Retry-After of "${header}" takes the usual pause`, async () => {
      const { client } = createClient([fail(429, { 'retry-after': header }), ok()]);
      const room = read(client);
      await pass(500);
      expect(await room).to.include({ id: '7' });
    });
  }

  it('again and again fails after three', async () => {
    const { client, afterLogin } = createClient([fail(429), fail(429), fail(429)]);
    const error = errorOf(read(client));
    await pass(500);
    await pass(1000);
    expect(await error).to.include({ code: 'rate-limited', status: 429 });
    expect(afterLogin()).to.have.length(3);
  });
});

const FAULTS = {
  '500': { fault: () => fail(500), code: 'server-error' },
  '503': { fault: () => fail(503, { 'retry-after': '0' }), code: 'server-error' },
  'an answer that is cut off': { fault: cutOff, code: 'network' },
  'no connection': { fault: () => new TypeError('fetch failed'), code: 'network' },
};
for (const [name, { fault, code }] of Object.entries(FAULTS)) {
  describe(name, () => {
    it('is sent again after half a second and a second', async () => {
      const { client, afterLogin } = createClient([fault(), fault(), ok()]);
      const room = read(client);
      await pass(499);
      expect(afterLogin()).to.have.length(1);
      await pass(1);
      expect(afterLogin()).to.have.length(2);
      await pass(1000);
      expect(await room).to.include({ id: '7' });
    });

    it('is sent no more than three times', async () => {
      const { client, afterLogin } = createClient([fault(), fault(), fault()]);
      const error = errorOf(read(client));
      await pass(500);
      await pass(1000);
      expect(await error).to.include({ code });
      expect(afterLogin()).to.have.length(3);
    });

    for (const [call, send] of Object.entries({
      createRoom: make,
      createPersonalLink: (client: LivewebinarClient) =>
        client.createPersonalLink({ id: '7', licenseKey: '1' }, { email: 'a@example.com' }),
      createRegistrant: (client: LivewebinarClient) => client.createRegistrant(7, {}),
    })) {
      it(`is not sent again by ${call}, which makes something`, async () => {
        const { client, afterLogin } = createClient([fault()]);
        expect(await errorOf(send(client))).to.include({ code });
        expect(afterLogin()).to.have.length(1);
      });
    }

    it('is sent again by what may be done twice: change and delete', async () => {
      const { client, afterLogin } = createClient([
        fault(),
        ok(),
        fault(),
        new Response(null, { status: 204 }),
      ]);
      const changed = client.updateRoom(7, { duration: 5 });
      await pass(500);
      await changed;
      const deleted = client.deleteRoom(7);
      await pass(500);
      await deleted;
      expect(afterLogin()).to.have.length(4);
    });

    it('is not sent again with retries: 0', async () => {
      const { client, afterLogin } = createClient([fault()], { retries: 0 });
      expect(await errorOf(read(client))).to.include({ code });
      expect(afterLogin()).to.have.length(1);
    });
  });
}

describe('a deletion', () => {
  it('whose answer was cut off is done if the room is not found then', async () => {
    const { client } = createClient([cutOff(), fail(404)]);
    const deleted = client.deleteRoom(7);
    await pass(500);
    expect(await deleted).to.equal(undefined);
  });

  it('that was refused for the rate is not done if the room is not found then', async () => {
    const { client } = createClient([fail(429), fail(404)]);
    const deleted = errorOf(client.deleteRoom(7));
    await pass(500);
    expect(await deleted).to.include({ code: 'not-found' });
  });

  it('of a room that is not there fails', async () => {
    const { client } = createClient([fail(404)]);
    expect(await errorOf(client.deleteRoom(7))).to.include({ code: 'not-found' });
  });
});

describe('an answer that does not come', () => {
  it('is waited for as long as the timeout says, then asked for again', async () => {
    const { client, afterLogin } = createClient(['hang', ok()], { timeout: 2000 });
    const room = read(client);
    await pass(1999);
    expect(afterLogin()).to.have.length(1);
    await pass(1);
    await pass(500);
    expect(await room).to.include({ id: '7' });
  });

  it('is a timeout after half a minute by default', async () => {
    const { client } = createClient(['hang']);
    const error = errorOf(make(client));
    await pass(30_000);
    expect(await error).to.include({ code: 'timeout' });
  });

  it('counts with its body', async () => {
    const halfway = (signal: AbortSignal) =>
      new Response(
        new ReadableStream({
          start: (controller) => signal.addEventListener('abort', () => controller.error()),
        }),
      );
    const { client } = createClient([], {
      retries: 0,
      fetch: (url, { signal }) =>
        Promise.resolve(url.endsWith('login') ? Response.json(LOGIN) : halfway(signal!)),
    });
    const error = errorOf(read(client));
    await pass(30_000);
    expect(await error).to.include({ code: 'timeout' });
  });
});

describe('an AbortSignal', () => {
  const reason = new Error('The visitor left');

  it('that is aborted before stops everything', async () => {
    const { client, sent } = createClient([]);
    expect(await errorOf(client.room(7, { signal: AbortSignal.abort(reason) }))).to.equal(reason);
    expect(sent).to.have.length(0);
  });

  it('ends a request', async () => {
    const { client, afterLogin } = createClient(['hang']);
    const abort = new AbortController();
    const error = errorOf(client.room(7, { signal: abort.signal }));
    await settle();
    expect(afterLogin()).to.have.length(1);
    abort.abort(reason);
    expect(await error).to.equal(reason);
    await pass(60_000);
    expect(afterLogin()).to.have.length(1);
  });

  it('ends the pause before a repeat', async () => {
    const { client, afterLogin } = createClient([fail(500)]);
    const abort = new AbortController();
    const error = errorOf(client.room(7, { signal: abort.signal }));
    await pass(100);
    abort.abort(reason);
    expect(await error).to.equal(reason);
    await pass(60_000);
    expect(afterLogin()).to.have.length(1);
  });

  it('ends a list between two pages', async () => {
    const { client, afterLogin } = createClient([
      Response.json({ data: [{ id: 1, token: '100-000-001' }] }),
    ]);
    const abort = new AbortController();
    const list = client.rooms({ signal: abort.signal });
    expect(await list.next()).to.have.nested.property('value.id', '1');
    abort.abort(reason);
    expect(await errorOf(list.next())).to.equal(reason);
    expect(afterLogin()).to.have.length(1);
  });
});
