import { expect } from 'chai';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { LivewebinarClient, type LivewebinarApiError } from '../../src/api/index.js';
import {
  createClient,
  errorOf,
  LOGIN,
  pass,
  recordFetch,
  ROOM,
  settle,
  stopClock,
} from './recorded-fetch.js';

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

const get = (client: LivewebinarClient) => client.getRoom(7);
const create = (client: LivewebinarClient) => client.createRoom({ name: 'Open day' });

beforeEach(() => stopClock(NOW));
afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

describe('an error status', () => {
  for (const [status, code] of [
    [400, 'invalid-request'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [409, 'conflict'],
    [410, 'not-found'],
    [422, 'invalid-request'],
    [302, 'invalid-response'],
  ] as const) {
    it(`${status} is ${code}, without a retry`, async () => {
      const { client, afterLogin } = createClient([fail(status)]);
      const error = await errorOf(get(client));
      expect(error).to.include({ code, status, vendorMessage: `Said with ${status}.` });
      expect(error)
        .to.have.property('request')
        .deep.equal({ method: 'GET', path: '/widgets/7', fields: [] });
      expect(afterLogin()).to.have.length(1);
    });
  }

  it('lists the messages by field if the response does', async () => {
    const errors = { name: ['Too long.'], start_date: 'In the past.' };
    const { client } = createClient([
      Response.json({ error: { message: 'Invalid.', errors } }, { status: 422 }),
    ]);
    const error = await errorOf(create(client));
    expect(error)
      .to.have.property('fieldErrors')
      .deep.equal({ name: ['Too long.'], start_date: ['In the past.'] });
  });

  it('without JSON is reported by its status alone', async () => {
    const { client } = createClient([new Response('<h1>No</h1>', { status: 403 })]);
    expect(await errorOf(get(client))).to.include({
      code: 'forbidden',
      message: 'LiveWebinar responded with 403 to GET /widgets/7.',
    });
  });
});

describe('401', () => {
  it('logs in once and retries the call', async () => {
    const { client, sent } = createClient([
      fail(401),
      Response.json({ token: 'ACCESS2' }),
      Response.json(ROOM, { status: 201 }),
    ]);
    await create(client);
    expect(sent.map(({ url }) => url.slice('https://api.archiebot.com/api'.length))).to.deep.equal([
      '/auth/login',
      '/widgets',
      '/auth/login',
      '/widgets',
    ]);
    expect(sent[3]!.headers).to.include({ authorization: 'Bearer ACCESS2' });
    expect(sent[3]!.body).to.equal(sent[1]!.body);
  });

  it('after a new login rejects, and pauses for ten minutes', async () => {
    const { client, sent } = createClient([
      fail(401),
      Response.json({ token: 'ACCESS2' }),
      fail(401),
      ok(),
    ]);
    expect(await errorOf(get(client))).to.include({ code: 'unauthorized', status: 401 });
    expect(sent).to.have.length(4);
    await pass(599_999);
    expect(await errorOf(get(client))).to.include({ code: 'paused', retryAfter: 1 });
    expect(sent).to.have.length(4);
    await pass(1);
    expect(await get(client)).to.include({ id: '7' });
  });

  it('after which the call fails for another reason does not pause', async () => {
    const { client } = createClient([
      fail(401),
      Response.json({ token: 'ACCESS2' }),
      fail(403),
      ok(),
    ]);
    expect(await errorOf(get(client))).to.include({ code: 'forbidden' });
    expect(await get(client)).to.include({ id: '7' });
  });

  it('at the login itself pauses as well', async () => {
    const fetch = mock.fn(() => Promise.resolve(fail(401)));
    const { client } = createClient([], { fetch });
    expect(await errorOf(get(client))).to.include({ code: 'unauthorized', status: 401 });
    expect(await errorOf(get(client))).to.include({ code: 'paused', retryAfter: 600_000 });
    expect(fetch.mock.callCount()).to.equal(1);
  });
});

describe('429', () => {
  it('is retried after the seconds of Retry-After, even if it creates something', async () => {
    const { client, afterLogin } = createClient([fail(429, { 'retry-after': '7' }), ok()]);
    const created = create(client);
    await pass(7000);
    expect(afterLogin()).to.have.length(1);
    await pass(500);
    expect(await created).to.include({ id: '7' });
    expect(afterLogin()).to.have.length(2);
  });

  it('accepts a fraction of a second', async () => {
    const { client, afterLogin } = createClient([fail(429, { 'retry-after': '1.5' }), ok()]);
    const room = get(client);
    await pass(1500);
    expect(afterLogin()).to.have.length(1);
    await pass(500);
    expect(await room).to.include({ id: '7' });
  });

  it('is retried after the date of Retry-After', async () => {
    const date = new Date(NOW + 30_000).toUTCString();
    const { client, afterLogin } = createClient([fail(429, { 'retry-after': date }), ok()]);
    const room = get(client);
    await pass(30_000);
    expect(afterLogin()).to.have.length(1);
    await pass(500);
    expect(await room).to.include({ id: '7' });
  });

  it('is retried if the delay is a minute', async () => {
    const { client } = createClient([fail(429, { 'retry-after': '59.5' }), ok()]);
    const room = get(client);
    await pass(60_000);
    expect(await room).to.include({ id: '7' });
  });

  it('with a Retry-After of more than a minute is left to the caller', async () => {
    const { client, afterLogin } = createClient([fail(429, { 'retry-after': '120' })]);
    expect(await errorOf(get(client))).to.include({ code: 'rate-limited', retryAfter: 120_000 });
    expect(afterLogin()).to.have.length(1);
  });

  // A date in the past, numbers that are not finite, and values that are not a delay.
  for (const header of [
    'soon',
    '',
    '-5',
    '1.2.3',
    '9'.repeat(400),
    'Thu, 01 Jan 1970 00:00:00 GMT',
    new Date(NOW - 60_000).toUTCString(),
  ]) {
    it(`with a Retry-After of "${header}" waits for the usual delay`, async () => {
      const { client, afterLogin } = createClient([fail(429, { 'retry-after': header }), ok()]);
      const room = get(client);
      await pass(499);
      expect(afterLogin()).to.have.length(1);
      await pass(1);
      expect(await room).to.include({ id: '7' });
    });
  }

  it('rejects after three attempts', async () => {
    const { client, afterLogin } = createClient([fail(429), fail(429), fail(429)]);
    const error = errorOf(get(client));
    await pass(500);
    await pass(1000);
    expect(await error).to.include({ code: 'rate-limited', status: 429 });
    expect(afterLogin()).to.have.length(3);
  });
});

const FAULTS = {
  '500': { fault: () => fail(500), code: 'server-error' },
  '503': { fault: () => fail(503, { 'retry-after': '0' }), code: 'server-error' },
  'a connection that breaks': { fault: cutOff, code: 'network' },
  'no connection': { fault: () => new TypeError('fetch failed'), code: 'network' },
};
for (const [name, { fault, code }] of Object.entries(FAULTS)) {
  describe(name, () => {
    it('is retried after half a second and a second', async () => {
      const { client, afterLogin } = createClient([fault(), fault(), ok()]);
      const room = get(client);
      await pass(499);
      expect(afterLogin()).to.have.length(1);
      await pass(1);
      expect(afterLogin()).to.have.length(2);
      await pass(1000);
      expect(await room).to.include({ id: '7' });
    });

    it('is sent three times at most', async () => {
      const { client, afterLogin } = createClient([fault(), fault(), fault()]);
      const error = errorOf(get(client));
      await pass(500);
      await pass(1000);
      expect(await error).to.include({ code });
      expect(afterLogin()).to.have.length(3);
    });

    for (const [call, send] of Object.entries({
      createRoom: create,
      createPersonalLink: (client: LivewebinarClient) =>
        client.createPersonalLink({ id: '7', licenseKey: '1' }, { email: 'a@example.com' }),
      createRegistrant: (client: LivewebinarClient) => client.createRegistrant(7, {}),
      createInvite: (client: LivewebinarClient) =>
        client.createInvite(7, { email: 'a@example.com' }),
      createEventTokens: (client: LivewebinarClient) =>
        client.createEventTokens({ name: 'Guests', roomIds: [7], amount: 1 }),
      generateEventTokens: (client: LivewebinarClient) => client.generateEventTokens(4, 1),
      requestAttendanceReport: (client: LivewebinarClient) => client.requestAttendanceReport(7),
    })) {
      it(`is not retried by ${call}, which creates something`, async () => {
        const { client, afterLogin } = createClient([fault()]);
        expect(await errorOf(send(client))).to.include({ code });
        expect(afterLogin()).to.have.length(1);
      });
    }

    it('is retried by updateRoom and deleteRoom, which are idempotent', async () => {
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

    it('is not retried with retries: 0', async () => {
      const { client, afterLogin } = createClient([fault()], { retries: 0 });
      expect(await errorOf(get(client))).to.include({ code });
      expect(afterLogin()).to.have.length(1);
    });
  });
}

describe('deleteRoom', () => {
  it('resolves if the response was lost and the room is not found afterwards', async () => {
    const { client } = createClient([cutOff(), fail(404)]);
    const deleted = client.deleteRoom(7);
    await pass(500);
    expect(await deleted).to.equal(undefined);
  });

  it('rejects if the room is not found after a 429, which deletes nothing', async () => {
    const { client } = createClient([fail(429), fail(404)]);
    const deleted = errorOf(client.deleteRoom(7));
    await pass(500);
    expect(await deleted).to.include({ code: 'not-found' });
  });

  it('rejects if another attempt fails for another reason', async () => {
    const { client } = createClient([cutOff(), fail(403)]);
    const deleted = errorOf(client.deleteRoom(7));
    await pass(500);
    expect(await deleted).to.include({ code: 'forbidden' });
  });

  it('rejects a response that is not JSON', async () => {
    const { client } = createClient([new Response('<h1>Maintenance</h1>')]);
    const error = await errorOf(client.deleteRoom(7));
    expect(error).to.include({ code: 'invalid-response', status: 200 });
    expect(error).to.have.nested.property('request.path', '/widgets/7');
  });

  it('accepts a response of white space', async () => {
    const { client } = createClient([new Response('\n ')]);
    expect(await client.deleteRoom(7)).to.equal(undefined);
  });

  it('rejects for a room that does not exist', async () => {
    const { client } = createClient([fail(404)]);
    expect(await errorOf(client.deleteRoom(7))).to.include({ code: 'not-found' });
  });
});

describe('updateRoom', () => {
  it('rejects if the response was lost and the room is not found afterwards', async () => {
    const { client } = createClient([cutOff(), fail(404)]);
    const updated = errorOf(client.updateRoom(7, { duration: 5 }));
    await pass(500);
    expect(await updated).to.include({ code: 'not-found' });
  });
});

describe('an error', () => {
  for (const [code, result] of [
    ['timeout', 'hang'],
    ['network', new TypeError('fetch failed')],
    ['invalid-request', fail(422)],
  ] as const) {
    it(`${code} names what was sent, without values`, async () => {
      const { client } = createClient([result]);
      const created = errorOf(create(client));
      await pass(30_000);
      const error = (await created) as LivewebinarApiError;
      expect(error).to.include({ name: 'LivewebinarApiError', code });
      expect(error.message).to.include('POST /widgets');
      expect(error.request).to.deep.equal({ method: 'POST', path: '/widgets', fields: ['name'] });
    });
  }

  it('network has the error of fetch as its cause', async () => {
    const { client } = createClient([new TypeError('fetch failed')]);
    expect(await errorOf(create(client))).to.have.nested.property('cause.message', 'fetch failed');
  });
});

describe('the server login', () => {
  it('is retried, as it creates nothing', async () => {
    const { sent, fetch } = recordFetch(cutOff(), Response.json(LOGIN), ok());
    const room = get(new LivewebinarClient({ clientId: 'ID', clientSecret: 'SECRET', fetch }));
    await pass(500);
    expect(await room).to.include({ id: '7' });
    expect(sent).to.have.length(3);
  });
});

describe('the timeout', () => {
  it('ends an attempt, which is then retried', async () => {
    const { client, afterLogin } = createClient(['hang', ok()], { timeout: 2000 });
    const room = get(client);
    await pass(1999);
    expect(afterLogin()).to.have.length(1);
    await pass(1);
    await pass(500);
    expect(await room).to.include({ id: '7' });
  });

  it('is half a minute by default', async () => {
    const { client } = createClient(['hang']);
    const error = errorOf(create(client));
    await pass(30_000);
    expect(await error).to.include({ code: 'timeout' });
  });

  it('includes the body', async () => {
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
    const error = errorOf(get(client));
    await pass(30_000);
    expect(await error).to.include({ code: 'timeout' });
  });

  it('ends with the response', async () => {
    const signals: AbortSignal[] = [];
    const { client } = createClient([], {
      fetch: (url, { signal }) => {
        signals.push(signal!);
        return Promise.resolve(url.endsWith('login') ? Response.json(LOGIN) : ok());
      },
    });
    await get(client);
    await pass(30_000);
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([false, false]);
  });
});

describe('an AbortSignal', () => {
  const reason = new Error('The visitor left');

  it('that is aborted already sends nothing', async () => {
    const { client, sent } = createClient([]);
    expect(await errorOf(client.getRoom(7, { signal: AbortSignal.abort(reason) }))).to.equal(
      reason,
    );
    expect(sent).to.have.length(0);
  });

  it('aborts a request', async () => {
    const { client, afterLogin } = createClient(['hang']);
    const abort = new AbortController();
    const error = errorOf(client.getRoom(7, { signal: abort.signal }));
    await settle();
    expect(afterLogin()).to.have.length(1);
    abort.abort(reason);
    expect(await error).to.equal(reason);
    await pass(60_000);
    expect(afterLogin()).to.have.length(1);
  });

  it('rejects with its reason even if that is null', async () => {
    const { client } = createClient(['hang']);
    const abort = new AbortController();
    const error = errorOf(client.getRoom(7, { signal: abort.signal }));
    await settle();
    abort.abort(null);
    expect(await error).to.equal(null);
  });

  it('aborts the delay before a retry', async () => {
    const { client, afterLogin } = createClient([fail(500)]);
    const abort = new AbortController();
    const error = errorOf(client.getRoom(7, { signal: abort.signal }));
    await pass(100);
    abort.abort(reason);
    expect(await error).to.equal(reason);
    await pass(60_000);
    expect(afterLogin()).to.have.length(1);
  });

  it('aborts a list between two pages', async () => {
    const { client, afterLogin } = createClient([
      Response.json({ data: [{ id: 1, token: '100-000-001' }] }),
    ]);
    const abort = new AbortController();
    const list = client.listRooms({ signal: abort.signal });
    expect(await list.next()).to.have.nested.property('value.id', '1');
    abort.abort(reason);
    expect(await errorOf(list.next())).to.equal(reason);
    expect(afterLogin()).to.have.length(1);
  });
});

describe('a redirect', () => {
  for (const status of [301, 302, 303, 307, 308]) {
    it(`with ${status} is not followed, as its target would receive the secrets`, async () => {
      const received: string[] = [];
      const start = (respond: (response: ServerResponse) => void) =>
        new Promise<{ server: Server; url: string }>((resolve) => {
          const server = createServer((request, response) => {
            received.push(`${request.headers.host} ${request.url}`);
            respond(response);
          });
          server.listen(0, '127.0.0.1', () => {
            const { port } = server.address() as AddressInfo;
            resolve({ server, url: `http://127.0.0.1:${port}` });
          });
        });
      const target = await start((response) => response.end('{}'));
      const api = await start((response) =>
        response.writeHead(status, { location: `${target.url}/stolen` }).end(),
      );
      const client = new LivewebinarClient({
        clientId: 'ID',
        clientSecret: 'SECRET',
        baseUrl: api.url,
      });
      const error = await errorOf(client.getRoom(7));
      for (const { server } of [api, target]) server.close().closeAllConnections();
      expect(error).to.include({ code: 'invalid-response', status });
      expect(received).to.deep.equal([`${new URL(api.url).host} /auth/login`]);
    });
  }
});

describe('the size limit', () => {
  const room = (bytes: number) => {
    const empty = JSON.stringify({ data: { ...ROOM.data, agenda: '' } });
    const agenda = 'ä'.repeat((bytes - empty.length) / 2) + 'a'.repeat((bytes - empty.length) % 2);
    return new Response(JSON.stringify({ data: { ...ROOM.data, agenda } }));
  };

  it('rejects a larger body, without a retry', async () => {
    const { client, afterLogin } = createClient([room(1001)], { maxResponseBytes: 1000 });
    expect(await errorOf(get(client))).to.include({ code: 'response-too-large', status: 200 });
    expect(afterLogin()).to.have.length(1);
  });

  it('accepts a body of exactly that size', async () => {
    const { client } = createClient([room(1000)], { maxResponseBytes: 1000 });
    expect(await get(client)).to.include({ id: '7' });
  });

  it('is 10 MB by default', async () => {
    const { client } = createClient([room(10_000_000), room(10_000_001)]);
    expect(await get(client)).to.include({ id: '7' });
    expect(await errorOf(get(client))).to.include({ code: 'response-too-large' });
  });

  it('applies to error responses as well', async () => {
    const body = JSON.stringify({ error: { message: 'a'.repeat(1000) } });
    const { client } = createClient([new Response(body, { status: 422 })], {
      maxResponseBytes: 1000,
    });
    expect(await errorOf(get(client))).to.include({ code: 'response-too-large', status: 422 });
  });

  it('counts bytes after decompression, and stops downloading', async () => {
    let pulled = 0;
    let isCanceled = false;
    const zeros = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1000));
      },
      cancel() {
        isCanceled = true;
      },
    });
    const { client } = createClient([new Response(zeros)], { maxResponseBytes: 5000 });
    expect(await errorOf(get(client))).to.include({ code: 'response-too-large' });
    expect(isCanceled).to.equal(true);
    expect(pulled).to.be.below(10);
  });

  it('decodes characters that are split between two chunks', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ data: { ...ROOM.data, name: '🎥ä' } }));
    const body = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
        controller.close();
      },
    });
    const { client } = createClient([new Response(body)]);
    expect(await get(client)).to.include({ name: '🎥ä' });
  });
});

describe('the message of an error', () => {
  for (const [kind, body, message] of [
    ['error.message', { error: { message: 'No.', errors: { a: ['b'] } } }, 'No.'],
    ['a text that is not empty', { error: { message: '' }, message: 'No.' }, 'No.'],
    ['error_description', { error: 'invalid_grant', error_description: 'Old.' }, 'Old.'],
    ['a text as error', { error: 'invalid_grant' }, 'invalid_grant'],
    ['message', { message: 'No.' }, 'No.'],
    ['exception', { exception: 'QueryException' }, 'QueryException'],
  ] as const) {
    it(`is ${kind}`, async () => {
      const { client } = createClient([Response.json(body, { status: 422 })]);
      const error = await errorOf(get(client));
      expect(error).to.include({ vendorMessage: message });
      expect((error as Error).message).to.equal(
        `LiveWebinar responded with 422 to GET /widgets/7: ${message}`,
      );
    });
  }

  it('consists of the messages by field, if there is no other', async () => {
    const errors = { name: ['Too long.', 'Taken.'], duration: 'Too long.' };
    const { client } = createClient([Response.json({ error: { errors } }, { status: 422 })]);
    const error = await errorOf(get(client));
    expect(error).to.include({ vendorMessage: undefined });
    expect((error as Error).message).to.equal(
      'LiveWebinar responded with 422 to GET /widgets/7: name: Too long. duration: Too long.',
    );
  });
});
