import { expect } from 'chai';
import { describe, it } from 'node:test';
import {
  LivewebinarApiError,
  LivewebinarClient,
  registerApplication,
  type PersonalLinkParameters,
  type RoomParameters,
} from '../../src/api/index.js';
import { buildRoomUrl } from '../../src/url/index.js';
import { createClient, errorOf, recordFetch, ROOM, type Sent } from './recorded-fetch.js';

const API = 'https://api.archiebot.com/api';
const ACCEPT = { accept: 'application/vnd.archiebot.v1+json' };
const FORM = { ...ACCEPT, 'content-type': 'application/x-www-form-urlencoded' };
const AUTHORIZED = { ...ACCEPT, authorization: 'Bearer ACCESS1' };
const AUTHORIZED_FORM = { ...FORM, authorization: 'Bearer ACCESS1' };

const REDIRECT = 'https://site.example/back';
const user = (tokens: { refreshToken?: string; expiresAt?: number } = {}) => ({
  clientId: 'ID',
  clientSecret: 'SECRET',
  redirectUri: REDIRECT,
  tokenStore: { load: () => ({ accessToken: 'ACCESS1', ...tokens }), save: () => {} },
});

interface Row {
  name: string;
  call: (client: LivewebinarClient) => Promise<unknown>;
  answer?: unknown;
  status?: number;
  method: string;
  path: string;
  body?: string;
}

const rooms = async (client: LivewebinarClient, options = {}) => {
  const ids: string[] = [];
  for await (const { id } of client.rooms(options)) ids.push(id);
  return ids;
};
const create = (room: RoomParameters) => (client: LivewebinarClient) =>
  client.createRoom({ name: 'Open day', ...room });
const link =
  (link: Omit<PersonalLinkParameters, 'email'> = {}) =>
  (client: LivewebinarClient) =>
    client.createPersonalLink(
      { id: '7', licenseKey: '123-123-123' },
      { email: 'ann@example.com', ...link },
    );
const LINK = {
  data: { personal_token: 'P1', personal_url: 'https://app.livewebinar.com/123-123-123/p/P1' },
};
const EMAILS = 'emails=ann%40example.com';
const EMAIL = 'email=ann%40example.com';

const ROWS: Row[] = [
  {
    name: 'me',
    call: (client) => client.me(),
    answer: { data: { id: 1 } },
    method: 'GET',
    path: '/me',
  },
  {
    name: 'updateUser',
    call: (client) => client.updateUser(1, { firstname: 'Zoë', settings: { locale: 'pl' } }),
    answer: { data: { id: 1 } },
    method: 'PUT',
    path: '/users/1',
    body: 'firstname=Zo%C3%AB&settings%5Blocale%5D=pl',
  },
  {
    name: 'createRoom with a name',
    call: create({}),
    status: 201,
    method: 'POST',
    path: '/widgets',
    body: 'name=Open+day',
  },
  {
    name: 'createRoom with everything there is',
    call: create({
      password: 'pass word',
      start: '2026-10-25T18:00',
      timeZone: 'Europe/Warsaw',
      duration: 90,
      agenda: '<p>Q & A</p>',
      strictEvent: true,
      confirmRegistrants: false,
      waitingRoom: true,
      formId: 5,
      customName: 'open-day',
      status: 'active',
      vendorFields: { autostart: { mode: 'video' }, thank_you_email: true },
    }),
    status: 201,
    method: 'POST',
    path: '/widgets',
    body:
      'name=Open+day&type=scheduled&password=pass+word&start_date=2026-10-25+18%3A00%3A00&duration=90' +
      '&timezone=Europe%2FWarsaw&agenda=%3Cp%3EQ+%26+A%3C%2Fp%3E&strict_event=1' +
      '&manual_confirm_registrants=0&autostart%5Block_state%5D=locked&form%5Bid%5D=5' +
      '&custom_name=open-day&status=active&autostart%5Bmode%5D=video&thank_you_email=1',
  },
  {
    name: 'room',
    call: (client) => client.room(7),
    method: 'GET',
    path: '/widgets/7',
  },
  {
    name: 'updateRoom',
    call: (client) => client.updateRoom('7', { password: '', waitingRoom: false }),
    method: 'PUT',
    path: '/widgets/7',
    body: 'password=&autostart%5Block_state%5D=unlocked',
  },
  {
    name: 'disableRoom',
    call: (client) => client.disableRoom(7),
    method: 'PUT',
    path: '/widgets/7',
    body: 'status=inactive',
  },
  {
    name: 'enableRoom',
    call: (client) => client.enableRoom(7),
    method: 'PUT',
    path: '/widgets/7',
    body: 'status=active',
  },
  {
    name: 'deleteRoom',
    call: (client) => client.deleteRoom(7),
    answer: null,
    method: 'DELETE',
    path: '/widgets/7',
  },
  {
    name: 'createPersonalLink',
    call: link(),
    answer: LINK,
    status: 201,
    method: 'POST',
    path: '/widgets/7/personal',
    body: `${EMAILS}&${EMAIL}`,
  },
  {
    name: 'createPersonalLink with a role, a name and form fields',
    call: link({
      role: 'presenter',
      firstName: 'Ann',
      lastName: "O'Brien",
      vendorFields: { company: 'Q & A', fields: { 12: 'yes', topics: ['a', 'b'] } },
    }),
    answer: LINK,
    status: 201,
    method: 'POST',
    path: '/widgets/7/personal',
    body:
      `${EMAILS}&role=presenter&firstname=Ann&lastname=O%27Brien&company=Q+%26+A` +
      `&fields%5B12%5D=yes&fields%5Btopics%5D%5B0%5D=a&fields%5Btopics%5D%5B1%5D=b&${EMAIL}`,
  },
  {
    name: 'createRegistrant',
    call: (client) =>
      client.createRegistrant(7, {
        sendConfirmation: true,
        vendorFields: { email: 'ann@example.com' },
      }),
    answer: { data: { id: 3 } },
    status: 201,
    method: 'POST',
    path: '/widgets/7/registrants',
    body: `send_confirmation=1&${EMAIL}`,
  },
];

describe('a call, on the wire', () => {
  for (const { name, call, answer = ROOM, status = 200, method, path, body = '' } of ROWS) {
    it(`${name} is ${method} ${path}`, async () => {
      const response =
        answer === null ? new Response(null, { status: 204 }) : Response.json(answer, { status });
      const { client, afterLogin } = createClient([response]);
      await call(client);
      const headers = body ? AUTHORIZED_FORM : AUTHORIZED;
      expect(afterLogin()).to.deep.equal([{ method, url: API + path, headers, body }]);
    });
  }

  it('rooms asks for page after page, until one brings nothing new', async () => {
    const page = (...ids: number[]) =>
      Response.json({ data: ids.map((id) => ({ id, token: `100-000-00${id}` })) });
    const { client, afterLogin } = createClient([page(5, 4), page(4, 3), page()]);
    expect(await rooms(client, { limit: 2, order: 'asc' })).to.deep.equal(['5', '4', '3']);
    const urls = ['', '&page=2', '&page=3'].map(
      (more) => `${API}/widgets?limit=2&scope=active&sort=id&order=asc${more}`,
    );
    expect(afterLogin()).to.deep.equal(
      urls.map((url) => ({ method: 'GET', url, headers: AUTHORIZED, body: '' })),
    );
  });

  it('rooms ends where the service knows no pages', async () => {
    const same = () => Response.json({ data: [{ id: 1, token: '100-000-001' }] });
    const { client, afterLogin } = createClient([same(), same()]);
    expect(await rooms(client)).to.deep.equal(['1']);
    expect(afterLogin()[0]!.url).to.equal(
      `${API}/widgets?limit=500&scope=active&sort=id&order=desc`,
    );
  });

  it('rooms asks for no further page than is read', async () => {
    const { client, afterLogin } = createClient([
      Response.json({ data: [{ id: 1, token: '100-000-001' }] }),
    ]);
    for await (const room of client.rooms()) {
      expect(room.id).to.equal('1');
      break;
    }
    expect(afterLogin()).to.have.length(1);
  });
});

describe('credentials, on the wire', () => {
  it('registerApplication is POST /oauth/clients', async () => {
    const answer = { name: 'Site', client_id: 'NEW', client_secret: 'S', redirect_uri: REDIRECT };
    const { sent, fetch } = recordFetch(Response.json(answer, { status: 201 }));
    const application = await registerApplication(
      { name: 'Site', redirectUri: REDIRECT },
      { fetch },
    );
    expect(application).to.deep.equal({
      name: 'Site',
      clientId: 'NEW',
      clientSecret: 'S',
      redirectUri: REDIRECT,
    });
    const expected: Sent = {
      method: 'POST',
      url: `${API}/oauth/clients`,
      headers: FORM,
      body: 'name=Site&redirect=https%3A%2F%2Fsite.example%2Fback',
    };
    expect(sent).to.deep.equal([expected]);
  });

  it('registerApplication says if there is one already, which comes as 500', async () => {
    const answer = { error: { message: '3rd party client already exists.' } };
    const { sent, fetch } = recordFetch(Response.json(answer, { status: 500 }));
    const error = await errorOf(
      registerApplication({ name: 'Site', redirectUri: REDIRECT }, { fetch }),
    );
    expect(error).to.be.instanceOf(LivewebinarApiError);
    expect(error).to.include({ code: 'conflict', status: 500 });
    expect(sent).to.have.length(1);
  });

  it('the server login is POST /auth/login', async () => {
    const { client, sent } = createClient([Response.json(ROOM)]);
    await client.room(7);
    expect(sent[0]).to.deep.equal({
      method: 'POST',
      url: `${API}/auth/login`,
      headers: FORM,
      body: 'identifier=livewebinar&client_id=ID&client_secret=SECRET',
    });
  });

  it('the server login takes the identifier of a white-label account', async () => {
    const { client, sent } = createClient([Response.json(ROOM)], {
      identifier: 'acme',
      baseUrl: 'https://api.acme.example/api/',
    });
    await client.room(7);
    expect(sent[0]).to.include({
      url: 'https://api.acme.example/api/auth/login',
      body: 'identifier=acme&client_id=ID&client_secret=SECRET',
    });
  });

  it('the authorise address has what the page of the vendor says', () => {
    const { url, state } = new LivewebinarClient(user()).startAuthorization();
    expect(url).to.equal(
      'https://app.livewebinar.com/auth/oauth2/authorize?client_id=ID' +
        `&redirect_uri=https%3A%2F%2Fsite.example%2Fback&response_type=code&state=${state}`,
    );
  });

  const TOKENS = { token_type: 'Bearer', access_token: 'ACCESS1', refresh_token: 'REFRESH1' };
  const ANSWERS: Record<string, object> = {
    nested: { accessToken: { ...TOKENS, expires_in: 3600 } },
    flat: { ...TOKENS, expires_in: 3600 },
    'with expires_id': { accessToken: { ...TOKENS, expires_id: '3600' } },
    'without a type': { access_token: 'ACCESS1', refresh_token: 'REFRESH1', expires_in: 3600 },
  };
  for (const [kind, answer] of Object.entries(ANSWERS)) {
    it(`a code becomes tokens with POST /oauth/access_token, the answer ${kind}`, async () => {
      const saved: object[] = [];
      const { sent, fetch } = recordFetch(Response.json(answer));
      const client = new LivewebinarClient({
        ...user(),
        fetch,
        tokenStore: { load: () => null, save: (tokens) => void saved.push(tokens) },
      });
      const { state } = client.startAuthorization();
      const before = Date.now();
      await client.finishAuthorization(`${REDIRECT}?code=C%2F1&state=${state}`, state);
      expect(sent).to.deep.equal([
        {
          method: 'POST',
          url: `${API}/oauth/access_token`,
          headers: FORM,
          body:
            'grant_type=authorization_code&client_id=ID&client_secret=SECRET&code=C%2F1' +
            '&redirect_uri=https%3A%2F%2Fsite.example%2Fback',
        },
      ]);
      const [tokens] = saved as { expiresAt: number }[];
      expect(tokens).to.include({ accessToken: 'ACCESS1', refreshToken: 'REFRESH1' });
      expect(tokens!.expiresAt - before).to.be.within(3_600_000, 3_610_000);
    });
  }

  it('a refresh is POST /oauth/access_token/refresh', async () => {
    const { sent, fetch } = recordFetch(
      Response.json({ accessToken: { ...TOKENS, access_token: 'ACCESS2' } }),
      Response.json({ data: { id: 1 } }),
    );
    const client = new LivewebinarClient({
      ...user({ refreshToken: 'REFRESH0', expiresAt: 1 }),
      fetch,
    });
    await client.me();
    expect(sent[0]).to.deep.equal({
      method: 'POST',
      url: `${API}/oauth/access_token/refresh`,
      headers: FORM,
      body: 'grant_type=refresh_token&client_id=ID&client_secret=SECRET&refresh_token=REFRESH0',
    });
    expect(sent[1]!.headers).to.include({ authorization: 'Bearer ACCESS2' });
  });
});

describe('an answer', () => {
  it('gives what the tag needs, and keeps what is not known', async () => {
    const data = { ...ROOM.data, hosted_at: { presenter: presenterUrl('PRES1') }, extra: [1] };
    const { client } = createClient([Response.json({ data })]);
    const room = await client.room(7);
    expect(room).to.include({ id: '7', licenseKey: '123-123-123', name: 'Open day' });
    expect(buildRoomUrl(room.toRoomLink('host'))).to.equal(presenterUrl('HOST1'));
    expect(buildRoomUrl(room.toRoomLink('presenter'))).to.equal(presenterUrl('PRES1'));
    expect(room.toRoomLink('attendee')).to.deep.equal({ licenseKey: '123-123-123' });
    expect(room.vendorData['extra']).to.deep.equal([1]);
  });

  it('may have no data around it', async () => {
    const { client } = createClient([Response.json(ROOM.data)]);
    expect(await client.room(7)).to.include({ id: '7' });
  });

  it('without a token for a role says so', async () => {
    const { client } = createClient([Response.json(ROOM)]);
    const room = await client.room(7);
    expect(() => room.toRoomLink('presenter')).to.throw(LivewebinarApiError, 'presenter');
  });

  it('with a personal link gives what the tag needs, also in a list', async () => {
    const { client } = createClient([Response.json(LINK), Response.json({ data: [LINK.data] })]);
    for (const personal of [await link()(client), await link()(client)]) {
      expect(personal.personalUrl).to.equal(buildRoomUrl(personal.toRoomLink()));
      expect(personal.toRoomLink()).to.deep.equal({
        licenseKey: '123-123-123',
        personalToken: 'P1',
      });
    }
  });

  for (const [kind, body] of Object.entries({
    'of another shape': '{"data":[]}',
    'that is no JSON': '<!doctype html>SECRET',
    'that is empty': '',
  })) {
    it(`${kind} is an error of its own`, async () => {
      const { client } = createClient([new Response(body)]);
      const error = await errorOf(client.room(7));
      expect(error).to.include({ code: 'bad-answer' });
      expect(String(error)).to.not.include('SECRET');
    });
  }
});

describe('a bad parameter', () => {
  const ROWS: [string, (client: LivewebinarClient) => Promise<unknown>, string][] = [
    ['an id that leads elsewhere', (client) => client.room('../me'), 'roomId'],
    ['an empty id', (client) => client.deleteRoom(''), 'roomId'],
    ['no time zone', (client) => client.updateRoom(7, { timeZone: 'CET+1' }), 'timeZone'],
    ['no number', (client) => client.updateRoom(7, { duration: Number.NaN }), 'duration'],
    [
      'a further field that would take away one of ours',
      (client) => client.createRoom({ name: 'Open day', vendorFields: { name: undefined } }),
      'vendorFields',
    ],
    [
      'a further field that has a name of its own',
      (client) => client.updateRoom(7, { vendorFields: { form: { id: 1 } } }),
      'formId',
    ],
  ];
  for (const [name, call, option] of ROWS) {
    it(`${name} is named, and nothing is sent`, async () => {
      const { client, sent } = createClient([]);
      const error = await errorOf(call(client));
      expect(error).to.include({ code: 'invalid-option' });
      expect((error as Error).message).to.include(option);
      expect(sent).to.have.length(0);
    });
  }

  it('of the client is named', () => {
    const options = { clientId: 'ID', clientSecret: 'SECRET' };
    for (const [option, bad] of Object.entries({
      clientId: { ...options, clientId: '' },
      clientSecret: { ...options, clientSecret: '' },
      baseUrl: { ...options, baseUrl: 'http://api.example/api' },
      timeout: { ...options, timeout: Infinity },
      retries: { ...options, retries: -1 },
    })) {
      expect(() => new LivewebinarClient(bad), option).to.throw(LivewebinarApiError, option);
    }
  });
});

const presenterUrl = (token: string) => `https://app.livewebinar.com/123-123-123/x/${token}`;
