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
const ACCEPT = { accept: 'application/vnd.archiebot.v1+json', identifier: 'livewebinar' };
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

const listIds = async (client: LivewebinarClient, options = {}) => {
  const ids: string[] = [];
  for await (const { id } of client.listRooms(options)) ids.push(id);
  return ids;
};
const create = (room: RoomParameters) => (client: LivewebinarClient) =>
  client.createRoom({ name: 'Open day', ...room });
const link =
  (person: Omit<PersonalLinkParameters, 'email'> = {}) =>
  (client: LivewebinarClient) =>
    client.createPersonalLink(
      { id: '7', licenseKey: '123-123-123' },
      { email: 'ann@example.com', ...person },
    );
const LINK = {
  data: { personal_token: 'P1', personal_url: 'https://app.livewebinar.com/123-123-123/p/P1' },
};
const TOKENS = { data: { id: 4, tokens: { data: [{ token: 'a1b2c3' }, { token: 'd4e5f6g' }] } } };
const EMAILS = 'emails=ann%40example.com';
const EMAIL = 'email=ann%40example.com';

/** A call, LiveWebinar's response, and the request that the client has to send. */
interface Row {
  name: string;
  call: (client: LivewebinarClient) => Promise<unknown>;
  /** `ROOM` by default; `null` for an empty response with 204. */
  response?: unknown;
  status?: number;
  method: string;
  path: string;
  body?: string;
  /** What the call resolves with, if it is plain data. */
  result?: unknown;
}

const ROWS: Row[] = [
  {
    name: 'getCurrentUser',
    call: (client) => client.getCurrentUser(),
    response: { data: { id: 1 } },
    method: 'GET',
    path: '/me',
    result: { id: 1 },
  },
  {
    name: 'getAuthInfo',
    call: (client) => client.getAuthInfo(),
    response: { data: { id: 1 } },
    method: 'GET',
    path: '/auth/info',
    result: { id: 1 },
  },
  {
    name: 'listUsers',
    call: (client) => client.listUsers({ email: 'ann@example.com' }),
    response: { data: [{ id: 1 }] },
    method: 'GET',
    path: `/users?${EMAIL}`,
    result: [{ id: 1 }],
  },
  {
    name: 'searchUsers',
    call: (client) => client.searchUsers('Ann & Zoë'),
    response: { data: [] },
    method: 'GET',
    path: '/users/search?phrase=Ann+%26+Zo%C3%AB',
    result: [],
  },
  {
    name: 'updateUser',
    call: (client) => client.updateUser(1, { profile: { first_name: 'Zoë' }, phone_number: '1' }),
    response: { data: { id: 1 } },
    method: 'PUT',
    path: '/users/1',
    body: 'profile%5Bfirst_name%5D=Zo%C3%AB&phone_number=1',
    result: { id: 1 },
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
    name: 'createRoom with every parameter',
    call: create({
      password: 'pass word',
      start: '2096-10-25T18:00',
      timeZone: 'Europe/Warsaw',
      duration: 90,
      agenda: '<p>Q & A</p>',
      strictEvent: true,
      confirmRegistrants: false,
      lockState: 'locked',
      mode: 'qa',
      layout: 6,
      template: 'meeting',
      thankYouPageUrl: 'https://site.example/thanks',
      thankYouEmail: true,
      disableNotifications: false,
      presenters: [3, '4'],
      formId: 5,
      customName: 'open-day',
      status: 'active',
      vendorFields: { autostart: { other: 'x' }, other: true },
    }),
    status: 201,
    method: 'POST',
    path: '/widgets',
    body:
      'name=Open+day&type=scheduled&password=pass+word&start_date=2096-10-25+18%3A00%3A00&duration=90' +
      '&timezone=Europe%2FWarsaw&agenda=%3Cp%3EQ+%26+A%3C%2Fp%3E&strict_event=1' +
      '&manual_confirm_registrants=0&autostart%5Block_state%5D=locked&autostart%5Bmode%5D=qa' +
      '&autostart%5Binitial_layout_id%5D=6&autostart%5Binitial_template_id%5D=3' +
      '&autostart%5Bthankyou_page_url%5D=https%3A%2F%2Fsite.example%2Fthanks&thank_you_email=1' +
      '&disable_all_notifications=0&presenters%5B0%5D=3&presenters%5B1%5D=4&form%5Bid%5D=5' +
      '&custom_name=open-day&status=active&autostart%5Bother%5D=x&other=1',
  },
  {
    name: 'createRoom with the template of a webinar, whose id is 0',
    call: create({ template: 'webinar' }),
    status: 201,
    method: 'POST',
    path: '/widgets',
    body: 'name=Open+day&autostart%5Binitial_template_id%5D=0',
  },
  {
    name: 'createRoom with a start in the past that is intended',
    call: create({ start: new Date('2020-01-01T12:00Z'), allowPast: true }),
    status: 201,
    method: 'POST',
    path: '/widgets',
    body: 'name=Open+day&type=scheduled&start_date=2020-01-01+12%3A00%3A00&timezone=UTC',
  },
  {
    name: 'getRoom',
    call: (client) => client.getRoom(7),
    method: 'GET',
    path: '/widgets/7',
  },
  {
    name: 'updateRoom',
    call: (client) => client.updateRoom('7', { password: '', lockState: 'unlocked' }),
    method: 'PUT',
    path: '/widgets/7',
    body: 'password=&autostart%5Block_state%5D=unlocked',
  },
  {
    name: 'updateRoom that makes a room permanent and detaches its form',
    call: (client) =>
      client.updateRoom({ id: '7' }, { name: 'Open day', type: 'permanent', formId: null }),
    method: 'PUT',
    path: '/widgets/7',
    body: 'name=Open+day&type=permanent&form=',
  },
  {
    name: 'disableRoom with a room',
    call: (client) => client.disableRoom({ id: '7', name: 'Q & A' } as { id: string }),
    method: 'PUT',
    path: '/widgets/7',
    body: 'name=Q+%26+A&status=inactive',
  },
  {
    name: 'enableRoom with a room',
    call: (client) => client.enableRoom({ id: '7', name: 'Q & A' } as { id: string }),
    method: 'PUT',
    path: '/widgets/7',
    body: 'name=Q+%26+A&status=active',
  },
  {
    name: 'deleteRoom',
    call: (client) => client.deleteRoom(7),
    response: null,
    method: 'DELETE',
    path: '/widgets/7',
  },
  {
    name: 'createPersonalLink',
    call: link(),
    response: LINK,
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
    response: LINK,
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
    response: { data: { id: 3 } },
    status: 201,
    method: 'POST',
    path: '/widgets/7/registrants',
    body: `send_confirmation=1&${EMAIL}`,
  },
  {
    name: 'listRegistrants',
    call: (client) => client.listRegistrants(7),
    response: { data: [] },
    method: 'GET',
    path: '/widgets/7/registrants',
    result: [],
  },
  {
    name: 'createInvite',
    call: (client) =>
      client.createInvite(7, {
        email: 'ann@example.com',
        firstName: 'Ann',
        lastName: "O'Brien",
        role: 'presenter',
        vendorFields: { language: 'pl' },
      }),
    response: { data: { id: 3 } },
    status: 201,
    method: 'POST',
    path: '/widgets/7/invites/invite',
    body: `${EMAIL}&first_name=Ann&last_name=O%27Brien&role=presenter&language=pl`,
    result: { id: 3 },
  },
  {
    name: 'listInvites',
    call: (client) => client.listInvites({ id: '7' }),
    response: { data: [{ id: 3 }] },
    method: 'GET',
    path: '/widgets/7/invites',
    result: [{ id: 3 }],
  },
  {
    name: 'listParticipants',
    call: (client) => client.listParticipants(7),
    response: { data: [{ id: 3 }] },
    method: 'GET',
    path: '/widgets/7/participants',
    result: [{ id: 3 }],
  },
  {
    name: 'listRoomPresenters',
    call: (client) => client.listRoomPresenters(7),
    response: { data: [{ id: 3, first_name: 'Ann', last_name: "O'Brien", x: 1 }] },
    method: 'GET',
    path: '/widgets/7/presenters',
    result: [
      {
        id: '3',
        firstName: 'Ann',
        lastName: "O'Brien",
        vendorData: { id: 3, first_name: 'Ann', last_name: "O'Brien", x: 1 },
      },
    ],
  },
  {
    name: 'listPresenters',
    call: (client) => client.listPresenters(),
    response: { data: [{ id: 3 }] },
    method: 'GET',
    path: '/presenters',
    result: [{ id: '3', firstName: '', lastName: '', vendorData: { id: 3 } }],
  },
  {
    name: 'listForms',
    call: (client) => client.listForms(),
    response: { data: [{ id: 5, name: 'Guests', type: 'registration' }] },
    method: 'GET',
    path: '/forms',
    result: [
      {
        id: '5',
        name: 'Guests',
        type: 'registration',
        embedCode: '',
        vendorData: { id: 5, name: 'Guests', type: 'registration' },
      },
    ],
  },
  {
    name: 'listForms with embed codes',
    call: (client) => client.listForms({ withEmbedCode: true }),
    response: { data: [{ id: 5, EmbedCode: { data: { code: '<div></div>' } } }] },
    method: 'GET',
    path: '/forms?include=EmbedCode',
    result: [
      {
        id: '5',
        name: '',
        type: '',
        embedCode: '<div></div>',
        vendorData: { id: 5, EmbedCode: { data: { code: '<div></div>' } } },
      },
    ],
  },
  {
    name: 'createEventTokens',
    call: (client) =>
      client.createEventTokens({ name: 'Guests & friends', roomIds: [7, '8'], amount: 2 }),
    response: TOKENS,
    status: 201,
    method: 'POST',
    path: '/account/widget_tokens',
    body: 'name=Guests+%26+friends&widgets_ids%5B0%5D=7&widgets_ids%5B1%5D=8&amount=2',
  },
  {
    name: 'generateEventTokens',
    call: (client) => client.generateEventTokens(4, 300),
    response: TOKENS,
    method: 'POST',
    path: '/account/widget_tokens/items/generate/4',
    body: 'amount=300',
  },
  {
    name: 'generateEventTokens for one person',
    call: (client) => client.generateEventTokens('4', 1),
    response: TOKENS,
    method: 'POST',
    path: '/account/widget_tokens/items/generate/4',
    body: 'amount=1',
  },
  {
    name: 'listEventTokens',
    call: (client) => client.listEventTokens(7),
    response: { widgets_user_tokens: [{ user_widget_token_id: 4 }] },
    method: 'GET',
    path: '/account/widget_user_tokens/7',
  },
  {
    name: 'deleteEventTokens',
    call: (client) => client.deleteEventTokens('4'),
    response: null,
    method: 'DELETE',
    path: '/account/widget_tokens/4',
  },
  {
    name: 'listRecordings',
    call: (client) => client.listRecordings(7),
    response: { data: [{ name: 'Part 1', url: 'https://cdn.example/1.mp4', size: 3 }] },
    method: 'GET',
    path: '/widgets/7/recordings?limit=100',
    result: [
      {
        name: 'Part 1',
        url: 'https://cdn.example/1.mp4',
        vendorData: { name: 'Part 1', url: 'https://cdn.example/1.mp4', size: 3 },
      },
    ],
  },
  {
    name: 'listRecordings with a limit, and a URL that is not http(s)',
    call: (client) => client.listRecordings({ id: '7' }, { limit: 2 }),
    response: { data: [{ name: 'Part 1', url: 'javascript:alert(1)' }] },
    method: 'GET',
    path: '/widgets/7/recordings?limit=2',
    result: [
      { name: 'Part 1', url: '', vendorData: { name: 'Part 1', url: 'javascript:alert(1)' } },
    ],
  },
  {
    name: 'requestAttendanceReport',
    call: (client) => client.requestAttendanceReport(7),
    response: { data: {} },
    method: 'POST',
    path: '/reports',
    body: 'widget_id=7&format=xls&type=event',
  },
  {
    name: 'getAttendanceReport that is not ready',
    call: (client) => client.getAttendanceReport(7),
    response: { data: { is_ready: false } },
    method: 'GET',
    path: '/reports/widget/7/event/xls',
    result: { isReady: false, url: '', vendorData: { is_ready: false } },
  },
  {
    name: 'getAttendanceReport that is ready',
    call: (client) => client.getAttendanceReport({ id: '7' }),
    response: { data: { is_ready: true, url: 'https://cdn.example/7.xls' } },
    method: 'GET',
    path: '/reports/widget/7/event/xls',
    result: {
      isReady: true,
      url: 'https://cdn.example/7.xls',
      vendorData: { is_ready: true, url: 'https://cdn.example/7.xls' },
    },
  },
];

describe('a call', () => {
  for (const row of ROWS) {
    const { name, call, response = ROOM, status = 200, method, path, body = '' } = row;
    it(`${name} sends ${method} ${path}`, async () => {
      const { client, afterLogin } = createClient([
        response === null
          ? new Response(null, { status: 204 })
          : Response.json(response, { status }),
      ]);
      const result = await call(client);
      const headers = body ? AUTHORIZED_FORM : AUTHORIZED;
      expect(afterLogin()).to.deep.equal([
        { method, url: API + path, headers, body, redirect: 'manual' },
      ]);
      if ('result' in row) expect(result).to.deep.equal(row.result);
    });
  }
});

describe('listRooms', () => {
  const page = (...ids: number[]) =>
    Response.json({ data: ids.map((id) => ({ id, token: `100-000-00${id}` })) });

  it('requests page after page, until one contains no new room', async () => {
    const { client, afterLogin } = createClient([page(5, 4), page(4, 3), page()]);
    expect(await listIds(client, { limit: 2, order: 'asc' })).to.deep.equal(['5', '4', '3']);
    expect(afterLogin().map(({ method, url }) => `${method} ${url}`)).to.deep.equal(
      ['', '&page=2', '&page=3'].map(
        (more) => `GET ${API}/widgets?limit=2&scope=active&sort=id&order=asc${more}`,
      ),
    );
  });

  it('ends when a page repeats, as it does if the service has no pages', async () => {
    const { client, afterLogin } = createClient([page(1), page(1)]);
    expect(await listIds(client)).to.deep.equal(['1']);
    expect(afterLogin()[0]!.url).to.equal(
      `${API}/widgets?limit=500&scope=active&sort=id&order=desc`,
    );
  });

  it('ends after the last page, if the response contains its number', async () => {
    const last = { data: [{ id: 1, token: '1' }], meta: { pagination: { total_pages: 1 } } };
    const { client, afterLogin } = createClient([Response.json(last)]);
    expect(await listIds(client)).to.deep.equal(['1']);
    expect(afterLogin()).to.have.length(1);
  });

  it('ends after 1,000 pages, even if every page contains new rooms', async () => {
    let requests = 0;
    const { client } = createClient([], {
      fetch: (url) => {
        if (url.endsWith('/login')) return Promise.resolve(Response.json({ token: 'ACCESS1' }));
        requests += 1;
        return Promise.resolve(Response.json({ data: [{ id: requests, token: '1' }] }));
      },
    });
    expect(await listIds(client)).to.have.length(1000);
    expect(requests).to.equal(1000);
  });

  it('does not request pages that the caller does not read', async () => {
    const { client, afterLogin } = createClient([page(1)]);
    for await (const room of client.listRooms()) {
      expect(room.id).to.equal('1');
      break;
    }
    expect(afterLogin()).to.have.length(1);
  });

  it('skips items that are not rooms, and rooms that are listed twice', async () => {
    const data = [{ id: 1 }, null, 'room', { token: '1' }, { id: '', token: '1' }, [], 7];
    const rooms = [
      { id: 2, token: '2' },
      { id: 2, token: '2' },
      { id: 3, token: '3' },
    ];
    const { client } = createClient([Response.json({ data: [...data, ...rooms] }), page()]);
    expect(await listIds(client)).to.deep.equal(['2', '3']);
  });

  it('rejects a response without a list', async () => {
    const { client } = createClient([Response.json({ data: { id: 1, token: '1' } })]);
    expect(await errorOf(listIds(client))).to.include({ code: 'invalid-response' });
  });
});

for (const [method, status] of [
  ['enableRoom', 'active'],
  ['disableRoom', 'inactive'],
] as const) {
  describe(method, () => {
    const other = status === 'active' ? 'inactive' : 'active';
    const room = (more: object) => Response.json({ data: { ...ROOM.data, ...more } });

    it('sends the name of the room and keeps its agenda', async () => {
      const { client, afterLogin } = createClient([room({ agenda: '<p>A</p>' }), room({ status })]);
      expect(await client[method](7)).to.include({ id: '7' });
      expect(afterLogin().map(({ method, url, body }) => [method, url, body])).to.deep.equal([
        ['GET', `${API}/widgets/7`, ''],
        ['PUT', `${API}/widgets/7`, `name=Open+day&status=${status}`],
      ]);
    });

    it('requests the name if it is not a string', async () => {
      const { client, afterLogin } = createClient([room({}), room({ status })]);
      await client[method]({ id: '7', name: null } as { id: string });
      expect(afterLogin().map(({ body }) => body)).to.deep.equal([
        '',
        `name=Open+day&status=${status}`,
      ]);
    });

    it('rejects if the room has another status afterwards', async () => {
      const { client } = createClient([room({}), room({ status: other })]);
      expect(await errorOf(client[method](7))).to.include({ code: 'invalid-response' });
    });

    it('sends nothing for a room that does not exist', async () => {
      const { client, afterLogin } = createClient([Response.json({}, { status: 404 })]);
      expect(await errorOf(client[method](7))).to.include({ code: 'not-found' });
      expect(afterLogin()).to.have.length(1);
    });
  });
}

describe('registerApplication', () => {
  it('sends POST /oauth/clients', async () => {
    const response = { name: 'Site', client_id: 'NEW', client_secret: 'S', redirect_uri: REDIRECT };
    const { sent, fetch } = recordFetch(Response.json(response, { status: 201 }));
    const application = await registerApplication(
      { name: 'Site', redirectUri: REDIRECT },
      { fetch, identifier: 'acme' },
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
      headers: { ...FORM, identifier: 'acme' },
      body: 'name=Site&redirect=https%3A%2F%2Fsite.example%2Fback',
      redirect: 'manual',
    };
    expect(sent).to.deep.equal([expected]);
  });

  it('returns the redirect URI that LiveWebinar registered, or the one that was sent', async () => {
    const credentials = { client_id: 'NEW', client_secret: 'S' };
    for (const [response, expected] of [
      [{ ...credentials, redirect_uri: `${REDIRECT}/` }, `${REDIRECT}/`],
      [credentials, REDIRECT],
    ] as const) {
      const { fetch } = recordFetch(Response.json(response, { status: 201 }));
      const application = { name: 'Site', redirectUri: REDIRECT };
      const { redirectUri } = await registerApplication(application, { fetch });
      expect(redirectUri).to.equal(expected);
    }
  });

  for (const response of [{ client_id: 'NEW' }, { client_secret: 'S' }, {}]) {
    it(`rejects a response with ${JSON.stringify(response)} only`, async () => {
      const { fetch } = recordFetch(Response.json(response, { status: 201 }));
      const registered = registerApplication({ name: 'Site', redirectUri: REDIRECT }, { fetch });
      expect(await errorOf(registered)).to.include({ code: 'invalid-response' });
    });
  }

  it('rejects with conflict if the application exists, for which LiveWebinar sends 500', async () => {
    const response = { error: { message: '3rd party client already exists.' } };
    const { sent, fetch } = recordFetch(Response.json(response, { status: 500 }));
    const error = await errorOf(
      registerApplication({ name: 'Site', redirectUri: REDIRECT }, { fetch }),
    );
    expect(error).to.be.instanceOf(LivewebinarApiError);
    expect(error).to.include({ code: 'conflict', status: 500 });
    expect(sent).to.have.length(1);
  });

  for (const [option, application, options] of [
    ['application', undefined, {}],
    ['name', { name: '', redirectUri: REDIRECT }, {}],
    ['redirectUri', { name: 'Site' }, {}],
    ['options', { name: 'Site', redirectUri: REDIRECT }, null],
    ['accessToken', { name: 'Site', redirectUri: REDIRECT }, { accessToken: 7 }],
  ] as const) {
    it(`names ${option} if it is invalid`, async () => {
      const error = await errorOf(registerApplication(application as never, options as never));
      expect(error).to.include({ code: 'invalid-option' });
      expect((error as Error).message).to.match(new RegExp(`^${option} `));
    });
  }

  it('rejects a redirectUri without https, and names it', async () => {
    const { sent, fetch } = recordFetch();
    const application = { name: 'Site', redirectUri: 'http://site.example/back' };
    const error = await errorOf(registerApplication(application, { fetch }));
    expect(error).to.include({ code: 'invalid-option' });
    expect((error as Error).message).to.include('redirectUri');
    expect(sent).to.have.length(0);
  });

  it('sends an access token, and rejects one that no header can contain', async () => {
    const { sent, fetch } = recordFetch(
      Response.json({ client_id: 'NEW', client_secret: 'S' }, { status: 201 }),
    );
    const register = (accessToken: string) =>
      registerApplication({ name: 'Site', redirectUri: REDIRECT }, { fetch, accessToken });
    await register('ACCESS1');
    expect(sent[0]!.headers).to.include({ authorization: 'Bearer ACCESS1' });
    const error = await errorOf(register('two words'));
    expect(error).to.include({ code: 'invalid-option' });
    expect((error as Error).message).to.include('accessToken');
    expect(sent).to.have.length(1);
  });
});

describe('the server login', () => {
  it('sends POST /auth/login', async () => {
    const { client, sent } = createClient([Response.json(ROOM)]);
    await client.getRoom(7);
    expect(sent[0]).to.deep.equal({
      method: 'POST',
      url: `${API}/auth/login`,
      headers: FORM,
      body: 'identifier=livewebinar&client_id=ID&client_secret=SECRET',
      redirect: 'manual',
    });
  });

  it('sends the identifier of a white-label account, as all its calls do', async () => {
    const { client, sent } = createClient([Response.json(ROOM)], {
      identifier: 'acme',
      baseUrl: 'https://api.acme.example/api/',
    });
    await client.getRoom(7);
    expect(sent[0]).to.include({
      url: 'https://api.acme.example/api/auth/login',
      body: 'identifier=acme&client_id=ID&client_secret=SECRET',
    });
    expect(sent.map(({ headers }) => headers['identifier'])).to.deep.equal(['acme', 'acme']);
  });
});

describe('the authorization of a user', () => {
  it('starts at the documented page', () => {
    const { url, state } = new LivewebinarClient(user()).startAuthorization();
    expect(url).to.equal(
      'https://app.livewebinar.com/auth/oauth2/authorize?client_id=ID' +
        `&redirect_uri=https%3A%2F%2Fsite.example%2Fback&response_type=code&state=${state}`,
    );
  });

  const SET = { token_type: 'Bearer', access_token: 'ACCESS1', refresh_token: 'REFRESH1' };
  const RESPONSES: Record<string, object> = {
    nested: { accessToken: { ...SET, expires_in: 3600 } },
    flat: { ...SET, expires_in: 3600 },
    'with expires_id': { accessToken: { ...SET, expires_id: '3600' } },
    'without a type': { access_token: 'ACCESS1', refresh_token: 'REFRESH1', expires_in: 3600 },
  };
  for (const [kind, response] of Object.entries(RESPONSES)) {
    it(`exchanges the code with POST /oauth/access_token, the response ${kind}`, async () => {
      const saved: object[] = [];
      const { sent, fetch } = recordFetch(Response.json(response));
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
          redirect: 'manual',
        },
      ]);
      const [tokens] = saved as { expiresAt: number }[];
      expect(tokens).to.include({ accessToken: 'ACCESS1', refreshToken: 'REFRESH1' });
      expect(tokens!.expiresAt - before).to.be.within(3_600_000, 3_610_000);
    });
  }

  it('is refreshed with POST /oauth/access_token/refresh', async () => {
    const { sent, fetch } = recordFetch(
      Response.json({ accessToken: { ...SET, access_token: 'ACCESS2' } }),
      Response.json({ data: { id: 1 } }),
    );
    const client = new LivewebinarClient({
      ...user({ refreshToken: 'REFRESH0', expiresAt: 1 }),
      fetch,
    });
    await client.getCurrentUser();
    expect(sent[0]).to.deep.equal({
      method: 'POST',
      url: `${API}/oauth/access_token/refresh`,
      headers: FORM,
      body: 'grant_type=refresh_token&client_id=ID&client_secret=SECRET&refresh_token=REFRESH0',
      redirect: 'manual',
    });
    expect(sent[1]!.headers).to.include({ authorization: 'Bearer ACCESS2' });
  });
});

describe('an invalid argument', () => {
  type Call = (client: LivewebinarClient) => Promise<unknown>;
  const none = undefined as unknown as string;
  const ROOM_ARGUMENT = none as unknown as { id: string; licenseKey: string };
  const ROWS: [name: string, call: Call, option: string][] = [
    ['an id that leads to another path', (client) => client.getRoom('../me'), 'roomId'],
    ['an empty id', (client) => client.deleteRoom(''), 'roomId'],
    ['no id', (client) => client.deleteRoom(none), 'roomId'],
    ['no id in text', (client) => client.deleteRoom('undefined'), 'roomId'],
    ['null', (client) => client.deleteRoom(null as unknown as string), 'roomId'],
    ['null in text', (client) => client.getRoom('null'), 'roomId'],
    ['NaN', (client) => client.deleteRoom(Number.NaN), 'roomId'],
    ['a fraction', (client) => client.deleteRoom(7.5), 'roomId'],
    ['a negative id', (client) => client.deleteRoom(-7), 'roomId'],
    ['an object without id', (client) => client.deleteRoom({} as { id: string }), 'roomId'],
    ['a list', (client) => client.deleteRoom(['7'] as unknown as string), 'roomId'],
    ['no room to enable', (client) => client.enableRoom(none), 'roomId'],
    ['no room to update', (client) => client.updateRoom(none, {}), 'roomId'],
    ['no room to list tokens of', (client) => client.listEventTokens(none), 'roomId'],
    ['no room to report on', (client) => client.requestAttendanceReport(none), 'roomId'],
    ['no user', (client) => client.updateUser(none, {}), 'userId'],
    ['no group to delete', (client) => client.deleteEventTokens(none), 'groupId'],
    ['no group to add to', (client) => client.generateEventTokens(none, 1), 'groupId'],
    ['no room to create', (client) => client.createRoom(ROOM_ARGUMENT as never), 'room'],
    ['no update', (client) => client.updateRoom(7, none as never), 'parameters'],
    [
      'no room to link to',
      (client) => client.createPersonalLink(ROOM_ARGUMENT, {} as never),
      'room',
    ],
    [
      'a room without a license key',
      (client) => client.createPersonalLink({ id: '7' } as never, { email: 'a@example.com' }),
      'licenseKey',
    ],
    [
      'no person to link to',
      (client) => client.createPersonalLink({ id: '7', licenseKey: '1' }, none as never),
      'person',
    ],
    [
      'a person without an e-mail address',
      (client) => client.createPersonalLink({ id: '7', licenseKey: '1' }, { email: ' ' }),
      'email',
    ],
    ['no person to invite', (client) => client.createInvite(7, none as never), 'person'],
    ['no registrant', (client) => client.createRegistrant(7, none as never), 'registrant'],
    ['no filter', (client) => client.listUsers(none as never), 'filter'],
    ['no group to create', (client) => client.createEventTokens(none as never), 'group'],
    [
      'a group without a name',
      (client) => client.createEventTokens({ name: '', roomIds: [7], amount: 1 }),
      'name',
    ],
    [
      'a group without rooms',
      (client) => client.createEventTokens({ name: 'Guests', roomIds: [], amount: 1 }),
      'roomIds',
    ],
    ...[0, 301, 1.5, Number.NaN, '2' as never].map((amount): [string, Call, string] => [
      `${amount} tokens`,
      (client) => client.createEventTokens({ name: 'Guests', roomIds: [7], amount }),
      'amount',
    ]),
    ['0 further tokens', (client) => client.generateEventTokens(4, 0), 'amount'],
    ['an offset as time zone', (client) => client.updateRoom(7, { timeZone: 'CET+1' }), 'timeZone'],
    ['no time', create({ start: null as never }), 'start'],
    ['an invalid date', create({ start: new Date('no') }), 'start'],
    ['a Date in the past', create({ start: new Date('2020-01-01T12:00Z') }), 'allowPast'],
    [
      'a local time in the past',
      create({ start: '2020-01-01T12:00', timeZone: 'Asia/Tokyo' }),
      'allowPast',
    ],
    ['NaN minutes', (client) => client.updateRoom(7, { duration: Number.NaN }), 'duration'],
    ['0 minutes', (client) => client.updateRoom(7, { duration: 0 }), 'duration'],
    ...Object.entries({
      name: '',
      type: 'webinar',
      password: 1234,
      allowPast: 'yes',
      timeZone: 7,
      duration: '60',
      agenda: {},
      strictEvent: 'true',
      confirmRegistrants: 1,
      lockState: true,
      mode: 'lecture',
      layout: 7,
      template: 'toString',
      thankYouPageUrl: 'javascript:alert(1)',
      thankYouEmail: 'no',
      disableNotifications: null,
      presenters: '7',
      formId: {},
      customName: 7,
      status: 'deleted',
      vendorFields: null,
    }).map(([option, value]): [string, Call, string] => [
      `${option} ${JSON.stringify(value)}`,
      (client) => client.updateRoom(7, { [option]: value }),
      option,
    ]),
    ['a room without a name', (client) => client.createRoom({} as never), 'name'],
    ['an id of a presenter', create({ presenters: [{ id: '7' } as never] }), 'presenters'],
    ['an unknown role', link({ role: 'host' as never }), 'role'],
    ['a first name', link({ firstName: 7 as never }), 'firstName'],
    [
      'an unknown role of an invite',
      (client) => client.createInvite(7, { email: 'a@b.c', role: 'host' as never }),
      'role',
    ],
    [
      'a registrant who is sent an e-mail',
      (client) => client.createRegistrant(7, { sendConfirmation: 'yes' as never }),
      'sendConfirmation',
    ],
    ['no phrase', (client) => client.searchUsers(none), 'phrase'],
    ['an address', (client) => client.listUsers({ email: '' }), 'email'],
    ['no fields', (client) => client.updateUser(7, none as never), 'fields'],
    [
      'a room instead of its id',
      (client) => client.createEventTokens({ name: 'A', roomIds: [{ id: 7 } as never], amount: 1 }),
      'roomIds',
    ],
    ['no recordings', (client) => client.listRecordings(7, { limit: 0 }), 'limit'],
    ['an option', (client) => client.listForms({ withEmbedCode: 'yes' as never }), 'withEmbedCode'],
    ['an order', (client) => client.listRooms({ order: 'up' as never }).next(), 'order'],
    ['no rooms', (client) => client.listRooms({ limit: Number.NaN }).next(), 'limit'],
    ['null as options', (client) => client.listRooms(null as never).next(), 'options'],
    ['a timeout as options', (client) => client.getRoom(7, 5000 as never), 'options'],
    ['a timeout as signal', (client) => client.getRoom(7, { signal: 5000 as never }), 'signal'],
    ['no redirect', (client) => client.finishAuthorization(none, 'state'), 'redirect'],
    [
      'a vendor field that would remove one of ours',
      (client) => client.createRoom({ name: 'Open day', vendorFields: { name: undefined } }),
      'vendorFields',
    ],
    [
      'a vendor field that has a name of its own',
      (client) => client.updateRoom(7, { vendorFields: { form: { id: 1 } } }),
      'formId',
    ],
    [
      'a vendor field that a form cannot hold',
      (client) => client.updateRoom(7, { vendorFields: { size: Infinity } }),
      'size',
    ],
  ];
  for (const [name, call, option] of ROWS) {
    it(`is named, and nothing is sent: ${name}`, async () => {
      const { client, sent } = createClient([]);
      const error = await errorOf(call(client));
      expect(error).to.include({ code: 'invalid-option' });
      expect((error as Error).message).to.include(option);
      expect(sent).to.have.length(0);
    });
  }

  it('is a timeout of 0 or one that timers do not support', () => {
    const options = { clientId: 'ID', clientSecret: 'SECRET' };
    expect(() => new LivewebinarClient({ ...options, timeout: 0 })).to.throw('timeout');
    expect(() => new LivewebinarClient({ ...options, timeout: 2 ** 31 - 1 })).to.not.throw();
    expect(() => new LivewebinarClient({ ...options, timeout: 2 ** 31 })).to.throw('timeout');
  });

  it('of the constructor is named', () => {
    const options = { clientId: 'ID', clientSecret: 'SECRET' };
    for (const [option, bad] of Object.entries({
      options: undefined as never,
      clientId: { ...options, clientId: '' },
      tokenStore: { ...options, tokenStore: {} as never },
      redirectUri: { ...options, redirectUri: 7 as never },
      fetch: { ...options, fetch: 'fetch' as never },
      clientSecret: { ...options, clientSecret: '' },
      baseUrl: { ...options, baseUrl: 'http://api.example/api' },
      identifier: { ...options, identifier: 'a\r\nb' },
      timeout: { ...options, timeout: Infinity },
      retries: { ...options, retries: -1 },
      maxResponseBytes: { ...options, maxResponseBytes: 0 },
    })) {
      expect(() => new LivewebinarClient(bad), option).to.throw(LivewebinarApiError, option);
    }
  });
});

describe('a start', () => {
  it('can be now, or up to a minute ago', async () => {
    const { client } = createClient([Response.json(ROOM), Response.json(ROOM)]);
    await create({ start: new Date() })(client);
    await create({ start: new Date(Date.now() - 50_000) })(client);
    expect(await errorOf(create({ start: new Date(Date.now() - 70_000) })(client))).to.include({
      code: 'invalid-option',
    });
  });
});

describe('a response', () => {
  it('with registrants becomes an array', async () => {
    const { client } = createClient([Response.json({ data: [{ id: 3 }, { id: 4 }] })]);
    expect((await client.listRegistrants(7)).map(({ id }) => id)).to.deep.equal(['3', '4']);
  });

  for (const [kind, body] of Object.entries({
    'of another shape': '{"data":[]}',
    'that is a text': '"room"',
    'that is not JSON': '<!doctype html>SECRET',
    'that is empty': '',
  })) {
    it(`${kind} is an invalid-response`, async () => {
      const { client } = createClient([new Response(body)]);
      const error = await errorOf(client.getRoom(7));
      expect(error).to.include({ code: 'invalid-response' });
      expect(String(error)).to.not.include('SECRET');
    });
  }

  it('can omit `data`', async () => {
    const { client } = createClient([Response.json(ROOM.data)]);
    expect(await client.getRoom(7)).to.include({ id: '7' });
  });

  it('can contain `data` that is null', async () => {
    const { client } = createClient([Response.json({ data: null, ...ROOM.data })]);
    expect(await client.getRoom(7)).to.include({ id: '7' });
  });

  it('with a personal link contains the properties that the element needs, also in a list', async () => {
    const { client } = createClient([Response.json(LINK), Response.json({ data: [LINK.data] })]);
    for (const personal of [await link()(client), await link()(client)]) {
      expect(personal.personalUrl).to.equal(buildRoomUrl(personal.toRoomLink()));
      expect(personal.toRoomLink()).to.deep.equal({
        licenseKey: '123-123-123',
        personalToken: 'P1',
      });
      expect(personal.vendorData).to.deep.equal(LINK.data);
    }
  });

  it('without a personal token is an invalid-response', async () => {
    const { client } = createClient([Response.json({ data: { personal_url: 'https://a.b' } })]);
    expect(await errorOf(link()(client))).to.include({ code: 'invalid-response' });
  });
});

describe('event tokens', () => {
  it('are the password tokens of attendees', async () => {
    const { client } = createClient([Response.json(TOKENS)]);
    const group = await client.createEventTokens({ name: 'Guests', roomIds: [7], amount: 2 });
    expect(group.id).to.equal('4');
    expect(group.tokens).to.deep.equal(['a1b2c3', 'd4e5f6g']);
    expect(buildRoomUrl({ licenseKey: '1', passwordToken: group.tokens[0]! })).to.equal(
      'https://app.livewebinar.com/1?_password_token=a1b2c3',
    );
  });

  it('keep the id of their group if the response of generateEventTokens() has none', async () => {
    const { client } = createClient([Response.json({ data: { tokens: TOKENS.data.tokens } })]);
    const group = await client.generateEventTokens(9, 2);
    expect(group.id).to.equal('9');
    expect(group.tokens).to.have.length(2);
  });

  it('are listed by group', async () => {
    const { client } = createClient([
      Response.json({
        widgets_user_tokens: [{ user_widget_token_id: 4, x: 1 }, { id: 5 }, null],
      }),
    ]);
    const groups = await client.listEventTokens(7);
    expect(groups.map(({ id, tokens, vendorData }) => ({ id, tokens, vendorData }))).to.deep.equal([
      { id: '4', tokens: [], vendorData: { user_widget_token_id: 4, x: 1 } },
    ]);
  });

  for (const [kind, response] of Object.entries({
    'without tokens': { data: { id: 4, tokens: { data: [] } } },
    'without an id': { data: { tokens: TOKENS.data.tokens } },
    'with other tokens': { data: { id: 4, tokens: { data: [{ value: 'a' }, null] } } },
  })) {
    it(`in a response ${kind} are an invalid-response`, async () => {
      const { client } = createClient([Response.json(response)]);
      const group = { name: 'Guests', roomIds: [7], amount: 2 };
      expect(await errorOf(client.createEventTokens(group))).to.include({
        code: 'invalid-response',
      });
    });
  }

  it('in a list under data are an invalid-response', async () => {
    const { client } = createClient([Response.json({ data: [] })]);
    expect(await errorOf(client.listEventTokens(7))).to.include({ code: 'invalid-response' });
  });
});
