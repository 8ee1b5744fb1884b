import { expect } from 'chai';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { inspect } from 'node:util';
import {
  LivewebinarApiError,
  LivewebinarClient,
  MemoryTokenStore,
  registerApplication,
} from '../../src/api/index.js';
import { errorOf, recordFetch, type FetchResult } from './recorded-fetch.js';

const SECRETS = {
  clientSecret: 'S3CRET/+=&?',
  accessToken: 'ACCE55',
  refreshToken: 'REFR35H',
  code: 'C0DE',
  password: 'pa55 "wörd"',
  email: 'ann+webinar@example.com',
  hostToken: 'H05T',
  presenterToken: 'PRE53NTER',
  eventToken: 'EV3NT70K',
  personalToken: 'PER50NAL',
};

/** All ways in which a logger can print a value. */
const show = (value: unknown) =>
  [
    String(value),
    JSON.stringify(value),
    JSON.stringify(value, Object.getOwnPropertyNames(value)),
    inspect(value, { depth: null, showHidden: true, getters: false }),
    value instanceof Error ? value.stack : '',
  ].join('\n');

function expectNoSecret(value: unknown) {
  const shown = show(value);
  for (const [name, secret] of Object.entries(SECRETS)) {
    for (const spelling of [
      secret,
      encodeURIComponent(secret),
      new URLSearchParams([['', secret]]).toString().slice(1),
      JSON.stringify(secret).slice(1, -1),
    ]) {
      expect(shown, name).to.not.include(spelling);
    }
  }
}

const ROOM = {
  data: {
    id: 7,
    token: '123-123-123',
    name: 'Open day',
    password: SECRETS.password,
    roles: { host: SECRETS.hostToken },
    hosted_at: {
      host: `https://app.livewebinar.com/123-123-123/x/${SECRETS.hostToken}`,
      presenter: `https://app.livewebinar.com/123-123-123/x/${SECRETS.presenterToken}`,
    },
  },
};
const LINK = {
  data: {
    personal_token: SECRETS.personalToken,
    personal_url: `https://app.livewebinar.com/123-123-123/p/${SECRETS.personalToken}`,
  },
};

function createClient(...results: FetchResult[]) {
  const { fetch } = recordFetch(...results);
  const tokenStore = new MemoryTokenStore();
  tokenStore.save({ accessToken: SECRETS.accessToken, refreshToken: SECRETS.refreshToken });
  const client = new LivewebinarClient({
    clientId: 'ID',
    clientSecret: SECRETS.clientSecret,
    redirectUri: 'https://site.example/back',
    retries: 0,
    tokenStore,
    fetch,
  });
  return { client, tokenStore };
}

/** Creates a client of a service that returns everything it receives. */
function createEcho(status: number) {
  return new LivewebinarClient({
    clientId: 'ID',
    clientSecret: SECRETS.clientSecret,
    redirectUri: 'https://site.example/back',
    retries: 0,
    tokenStore: {
      load: () => ({ accessToken: SECRETS.accessToken, refreshToken: SECRETS.refreshToken }),
      save: () => {},
    },
    fetch: (_url, { body, headers }) => {
      const received = [
        String(body as string),
        [...new URLSearchParams(body as string).values()].join(' '),
        JSON.stringify([...new URLSearchParams(body as string)]),
        JSON.stringify(headers),
      ].join(' ');
      const errors = { name: [received], password: received, [received]: ['is taken'] };
      return Promise.resolve(
        Response.json(
          { error: { message: received, errors }, error_description: received },
          { status },
        ),
      );
    },
  });
}

const CALLS: Record<string, (client: LivewebinarClient) => Promise<unknown>> = {
  getCurrentUser: (client) => client.getCurrentUser(),
  listUsers: (client) => client.listUsers({ email: SECRETS.email }),
  searchUsers: (client) => client.searchUsers(SECRETS.email),
  updateUser: (client) => client.updateUser(1, { Password: SECRETS.password }),
  createRoom: (client) => client.createRoom({ name: 'Open day', password: SECRETS.password }),
  createPersonalLink: (client) =>
    client.createPersonalLink({ id: '7', licenseKey: '1' }, { email: SECRETS.email }),
  createRegistrant: (client) =>
    client.createRegistrant(7, { vendorFields: { person: { email: SECRETS.email } } }),
  finishAuthorization: (client) =>
    client.finishAuthorization(`/back?code=${SECRETS.code}&state=S`, 'S'),
};

const written: unknown[] = [];
beforeEach(() => {
  written.length = 0;
  for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) {
    mock.method(console, method, (...words: unknown[]) => written.push(words));
  }
});
afterEach(() => {
  mock.restoreAll();
  expect(written).to.deep.equal([]);
});

describe('no secret', () => {
  for (const status of [400, 401, 422, 429, 500]) {
    for (const [name, call] of Object.entries(CALLS)) {
      it(`is in the error of ${name}, whatever LiveWebinar sends with ${status}`, async () => {
        const error = await errorOf(call(createEcho(status)));
        expect(error).to.be.instanceOf(LivewebinarApiError);
        expect((error as LivewebinarApiError).vendorMessage).to.include('…');
        expectNoSecret(error);
      });
    }
  }

  it('is in the error of registerApplication', async () => {
    const error = await errorOf(
      registerApplication(
        { name: 'Site', redirectUri: 'https://site.example/back' },
        {
          accessToken: SECRETS.accessToken,
          fetch: (_url, { headers }) =>
            Promise.resolve(
              Response.json({ error: { message: JSON.stringify(headers) } }, { status: 500 }),
            ),
        },
      ),
    );
    expectNoSecret(error);
  });

  for (const [kind, result] of Object.entries({
    'that is no JSON': () => new Response(Object.values(SECRETS).join()),
    'that is cut off': () => new Response(JSON.stringify(ROOM).slice(0, -3)),
    'of another shape': () => Response.json({ data: { ...ROOM.data, id: null } }),
    'that redirects': () =>
      new Response(null, { status: 307, headers: { location: `https://evil.example/` } }),
  })) {
    it(`is in the error for a response ${kind}`, async () => {
      const { client } = createClient(result());
      expectNoSecret(await errorOf(client.getRoom(7)));
    });
  }

  it('is an e-mail address, however LiveWebinar spells it', async () => {
    const { client } = createClient(
      Response.json({ error: { message: 'Ann.Smith@EXAMPLE.com has a link.' } }, { status: 422 }),
    );
    const error = await errorOf(client.getRoom(7));
    expect(error).to.include({ vendorMessage: '… has a link.' });
  });

  it('is in the error for a rejected redirect', async () => {
    const { client } = createClient();
    const redirect = `/back?code=${SECRETS.code}&state=T`;
    expectNoSecret(await errorOf(client.finishAuthorization(redirect, 'S')));
  });

  it('is in the error for an invalid option', async () => {
    const { client } = createClient();
    expectNoSecret(await errorOf(client.getRoom(SECRETS.clientSecret)));
    for (const baseUrl of [
      `https://a:${SECRETS.clientSecret}@api.example/`,
      SECRETS.clientSecret,
    ]) {
      try {
        new LivewebinarClient({ clientId: 'ID', clientSecret: SECRETS.clientSecret, baseUrl });
        expect.fail('It was taken');
      } catch (error) {
        expect(error).to.include({ code: 'invalid-option' });
        expectNoSecret(error);
      }
    }
  });

  it('shows in the client or the token store', async () => {
    const { client, tokenStore } = createClient(Response.json(ROOM));
    await client.getRoom(7);
    expectNoSecret(client);
    expectNoSecret(tokenStore);
  });

  it('shows in a room, unless it is read', async () => {
    const { client } = createClient(Response.json(ROOM));
    const room = await client.getRoom(7);
    expectNoSecret(room);
    expectNoSecret({ ...room });
    expect(room.toRoomLink('host').roleToken).to.equal(SECRETS.hostToken);
    expect(room.hostUrl).to.include(SECRETS.hostToken);
  });

  it('shows in a personal link, unless it is read', async () => {
    const { client } = createClient(Response.json(LINK));
    const link = await CALLS['createPersonalLink']!(client);
    expectNoSecret(link);
  });

  it('is in the URL of the authorize page', () => {
    const { client } = createClient();
    expectNoSecret(client.startAuthorization());
  });

  it('shows in event tokens, unless they are read', async () => {
    const { client } = createClient(
      Response.json({ data: { id: 4, tokens: { data: [{ token: SECRETS.eventToken }] } } }),
    );
    const group = await client.createEventTokens({ name: 'Guests', roomIds: [7], amount: 1 });
    expectNoSecret(group);
    expectNoSecret({ ...group });
    expect(group.tokens).to.deep.equal([SECRETS.eventToken]);
  });

  it('shows in a registrant, unless it is read', async () => {
    const personalUrl = `https://livewebinar.com/123-123-123/r/${SECRETS.personalToken}`;
    const { client } = createClient(
      Response.json({ data: [{ id: 3, email: SECRETS.email, personal_url: personalUrl }] }),
    );
    const [registrant] = await client.listRegistrants(7);
    expectNoSecret(registrant);
    expect(registrant!.personalUrl).to.equal(personalUrl);
  });

  // A custom fetch, such as a wrapper around axios, can put these into its errors.
  for (const [kind, fail] of Object.entries({
    'in its properties': (init: RequestInit) =>
      Object.assign(new TypeError('failed'), { config: init, headers: init.headers }),
    'in its message': (init: RequestInit) =>
      new TypeError(`failed: ${JSON.stringify(init)} ${String(init.body as string)}`),
    'in its name': (init: RequestInit) =>
      Object.assign(new Error('failed'), { name: String(init.body as string) }),
    'in its stack': (init: RequestInit) =>
      Object.assign(new Error('failed'), { stack: `at ${JSON.stringify(init)}` }),
    'in its code': (init: RequestInit) =>
      Object.assign(new Error('failed'), { code: String(init.body as string) }),
    'in its cause': (init: RequestInit) =>
      new TypeError('failed', {
        cause: new Error(JSON.stringify(init), { cause: Object.assign(new Error('x'), { init }) }),
      }),
    'in its errors': (init: RequestInit) =>
      new AggregateError([new Error(JSON.stringify(init))], 'failed'),
    'in a cause that is no error': (init: RequestInit) => new Error('failed', { cause: { init } }),
    'in a text': (init: RequestInit) => JSON.stringify(init) as unknown as Error,
    'in an object': (init: RequestInit) => ({ init }) as unknown as Error,
  })) {
    for (const [name, call] of Object.entries(CALLS)) {
      it(`is in the error of ${name} if fetch fails with it ${kind}`, async () => {
        const client = new LivewebinarClient({
          clientId: 'ID',
          clientSecret: SECRETS.clientSecret,
          redirectUri: 'https://site.example/back',
          retries: 0,
          tokenStore: {
            load: () => ({ accessToken: SECRETS.accessToken, refreshToken: SECRETS.refreshToken }),
            save: () => {},
          },
          fetch: (_url, init) => Promise.reject(fail(init)),
        });
        const error = await errorOf(call(client));
        expect(error).to.include({ code: 'network' });
        expectNoSecret(error);
      });
    }
  }
});
