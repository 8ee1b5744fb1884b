import { expect } from 'chai';
import { after, before, beforeEach, describe, it } from 'node:test';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import { startStandIn } from '../../src/testing/stand-in/start.js';
import {
  LivewebinarClient,
  MemoryTokenStore,
  registerApplication,
  type LivewebinarClientOptions,
} from '../../src/api/index.js';
import { buildRoomUrl } from '../../src/url/index.js';
import { errorOf } from './recorded-fetch.js';

const SERVICE = {
  baseUrl: `${STAND_IN_ORIGIN}/api`,
  authorizeUrl: `${STAND_IN_ORIGIN}/auth/oauth2/authorize`,
};
const createClient = (options: Partial<LivewebinarClientOptions> = {}) =>
  new LivewebinarClient({
    ...SERVICE,
    clientId: 'stand-in',
    clientSecret: 'stand-in-secret',
    ...options,
  });

/** Sends a control request to the stand-in, as the tests of an application can. */
const tell = (order: string, fields: Record<string, string> = {}) =>
  fetch(`${STAND_IN_ORIGIN}/stand-in/${order}`, {
    method: 'POST',
    headers: { 'stand-in': '1' },
    body: new URLSearchParams(fields),
  });

const namesOf = async (client: LivewebinarClient, limit?: number) => {
  const names: string[] = [];
  for await (const { name } of client.listRooms(limit ? { limit } : {})) names.push(name);
  return names;
};

let stop: () => Promise<void>;
before(async () => {
  ({ stop } = await startStandIn());
});
after(() => stop());
beforeEach(async () => {
  await tell('api-reset');
});

describe('LivewebinarClient with the stand-in', () => {
  it('creates, links, updates, disables and deletes a room', async () => {
    const client = createClient();
    const room = await client.createRoom({
      name: 'Open day',
      start: '2096-12-25T18:00',
      timeZone: 'Europe/Warsaw',
      duration: 60,
      formId: 5,
      lockState: 'locked',
    });
    expect(room.start?.toISOString()).to.equal('2096-12-25T17:00:00.000Z');
    expect(room.vendorData).to.deep.include({
      form: { id: '5' },
      autostart: { lock_state: 'locked' },
    });

    const link = await client.createPersonalLink(room, {
      email: 'ann@example.com',
      role: 'presenter',
      firstName: 'Ann',
      vendorFields: { company: 'ACME' },
    });
    const read = async (url: string) => (await fetch(url)).text();
    const origin = { origin: STAND_IN_ORIGIN };
    const role = (name: string) => `data-row="Role">${name}<`;
    expect(await read(buildRoomUrl(link.toRoomLink(), origin))).to.include(role('presenter'));
    for (const name of ['host', 'presenter', 'attendee'] as const) {
      const url = buildRoomUrl(room.toRoomLink(name), origin);
      expect(await read(url)).to.include(role(name));
    }

    expect(await client.updateRoom(room.id, { name: 'Open night' })).to.include({
      id: room.id,
      licenseKey: room.licenseKey,
      name: 'Open night',
    });
    await client.createRegistrant(room.id, { sendConfirmation: true });
    await client.disableRoom(room.id);
    expect(await namesOf(client)).to.deep.equal([]);
    await client.enableRoom(room.id);
    expect(await namesOf(client)).to.deep.equal(['Open night']);
    await createClient({ retries: 0 }).deleteRoom(room.id);
    expect(await namesOf(client)).to.deep.equal([]);
    expect(await errorOf(client.getRoom(room.id))).to.include({ code: 'not-found', status: 404 });
  });

  it('creates, adds, lists and deletes event tokens', async () => {
    const client = createClient();
    const room = await client.createRoom({ name: 'Open day', password: 'pass' });
    const other = await client.createRoom({ name: 'Other' });
    const group = { name: 'Guests', roomIds: [room.id], amount: 2 };
    const created = await client.createEventTokens(group);
    const added = await client.generateEventTokens(created.id, 3);
    expect(added.id).to.equal(created.id);
    expect(created.tokens).to.have.length(2);
    expect(new Set([...created.tokens, ...added.tokens]).size).to.equal(5);
    expect([...created.tokens, ...added.tokens].join(' ')).to.match(/^\w{6,7}( \w{6,7}){4}$/);

    const idsOf = async (of: { id: string }) =>
      (await client.listEventTokens(of)).map(({ id }) => id);
    expect(await idsOf(room)).to.deep.equal([created.id]);
    expect(await idsOf(other)).to.deep.equal([]);
    await client.deleteEventTokens(created.id);
    expect(await idsOf(room)).to.deep.equal([]);
    expect(await errorOf(client.deleteEventTokens(created.id))).to.include({ code: 'not-found' });
    expect(await errorOf(client.generateEventTokens(created.id, 1))).to.include({
      code: 'not-found',
    });
  });

  it('registers and invites people', async () => {
    const client = createClient();
    const room = await client.createRoom({ name: 'Open day' });
    const vendorFields = { email: 'ann@example.com', first_name: 'Ann' };
    const registrant = await client.createRegistrant(room, { vendorFields });
    expect(registrant.toRoomLink()).to.have.keys(['licenseKey', 'registrantToken']);
    expect(registrant.personalUrl).to.match(/\/r\/\w{60}$/);
    expect(await (await fetch(registrant.personalUrl)).text()).to.include('attendee');
    const [listed, ...others] = await client.listRegistrants(room);
    expect(others).to.deep.equal([]);
    expect(listed!.vendorData).to.include({
      ...vendorFields,
      personal_url: registrant.personalUrl,
    });

    await client.createInvite(room, { email: 'bob@example.com', role: 'presenter' });
    expect(await client.listInvites(room)).to.deep.equal([
      { id: 1, email: 'bob@example.com', role: 'presenter' },
    ]);
    expect(await client.listParticipants(room)).to.deep.equal([]);
    const [presenter] = await client.listPresenters();
    expect(presenter).to.include({ firstName: 'Pat', lastName: 'Presenter' });
    expect(await client.listRoomPresenters(room)).to.deep.equal([presenter]);
  });

  it('finds users and forms', async () => {
    const client = createClient();
    const user = await client.getCurrentUser();
    expect(await client.getAuthInfo()).to.deep.equal(user);
    expect(await client.listUsers({ email: 'owner@example.com' })).to.deep.equal([user]);
    expect(await client.listUsers({ email: 'ann@example.com' })).to.deep.equal([]);
    expect(await client.searchUsers('owner')).to.deep.equal([user]);
    const [form] = await client.listForms();
    expect(form).to.include({ id: '5', name: 'Registration', embedCode: '' });
    const [embedded] = await client.listForms({ withEmbedCode: true });
    expect(embedded!.embedCode).to.include('FormContainer');
  });

  it('returns the recordings and the report of a past event', async () => {
    const client = createClient();
    const times = { duration: 60, allowPast: true };
    const past = await client.createRoom({ name: 'Past', start: new Date('2020-01-01'), ...times });
    const soon = await client.createRoom({ name: 'Soon', start: new Date(), duration: 60 });
    const always = await client.createRoom({ name: 'Always' });
    const [recording] = await client.listRecordings(past);
    expect(recording!.name).to.equal('Past');
    expect((await fetch(recording!.url)).status).to.equal(200);
    expect(await client.listRecordings(soon)).to.deep.equal([]);
    expect(await client.listRecordings(always)).to.deep.equal([]);

    expect(await client.getAttendanceReport(past)).to.include({ isReady: false, url: '' });
    await client.requestAttendanceReport(past);
    const report = await client.getAttendanceReport(past);
    expect(report.isReady).to.equal(true);
    expect((await fetch(report.url)).status).to.equal(200);
  });

  it('keeps the agenda and the other settings of a room that is disabled', async () => {
    const client = createClient();
    const room = await client.createRoom({ name: 'Open day', agenda: '<p>A</p>', mode: 'qa' });
    await client.updateRoom(room, { lockState: 'locked' });
    const disabled = await client.disableRoom(room);
    expect(disabled.vendorData).to.deep.include({
      name: 'Open day',
      agenda: '<p>A</p>',
      status: 'inactive',
      autostart: { mode: 'qa', lock_state: 'locked' },
    });
  });

  it('reports invalid fields', async () => {
    const client = createClient();
    const tooLong = client.createRoom({ name: 'Open day', duration: 720 });
    const error = await errorOf(tooLong);
    expect(error).to.include({ code: 'invalid-request', status: 422, vendorMessage: undefined });
    expect(error)
      .to.have.property('fieldErrors')
      .deep.equal({ duration: ['The duration must be less than 720.'] });
  });

  it('lists page after page', async () => {
    const client = createClient();
    for (const name of ['one', 'two', 'three', 'four', 'five']) await client.createRoom({ name });
    const expected = ['five', 'four', 'three', 'two', 'one'];
    for (const limit of [1, 2, 5, 500]) {
      expect(await namesOf(client, limit)).to.deep.equal(expected);
    }
  });

  it('registers an application, which a user authorizes', async () => {
    const redirectUri = 'https://site.example/back';
    const application = await registerApplication({ name: 'Site', redirectUri }, SERVICE);
    expect(await errorOf(registerApplication({ name: 'Site', redirectUri }, SERVICE))).to.include({
      code: 'conflict',
    });

    const client = createClient(application);
    const decide = async (decision: string) => {
      const { url, state } = client.startAuthorization();
      expect(await (await fetch(url)).text()).to.include(`May ${application.clientId} use`);
      const response = await fetch(url, {
        method: 'POST',
        body: new URLSearchParams({ decision }),
        redirect: 'manual',
      });
      return [response.headers.get('location')!, state] as const;
    };
    expect(await errorOf(client.finishAuthorization(...(await decide('deny'))))).to.include({
      code: 'authorization-refused',
    });
    const redirect = await decide('allow');
    await client.finishAuthorization(...redirect);
    expect(await client.getCurrentUser()).to.deep.equal({ id: 1, email: 'owner@example.com' });
    expect(await client.updateUser(1, { firstname: 'Zoë' })).to.include({ firstname: 'Zoë' });
    expect(await errorOf(client.finishAuthorization(...redirect))).to.include({
      code: 'state-mismatch',
    });

    await tell('api-expire');
    expect(await client.getCurrentUser()).to.include({ id: 1 });
  });

  it('is rejected with a wrong secret', async () => {
    const client = createClient({ clientSecret: 'guess' });
    expect(await errorOf(client.getCurrentUser())).to.include({
      code: 'unauthorized',
      status: 401,
    });
    expect(await errorOf(client.getCurrentUser())).to.include({ code: 'paused' });
  });
});

describe('a fault of the stand-in', () => {
  const once = (fault: string, more = {}) =>
    tell('api-faults', { fault, call: 'POST /widgets', ...more });

  for (const [fault, code] of [
    ['422', 'invalid-request'],
    ['500', 'server-error'],
    ['cut-off', 'network'],
  ] as const) {
    it(`${fault} is ${code}, once`, async () => {
      await once(fault);
      const client = createClient();
      expect(await errorOf(client.createRoom({ name: 'Open day' }))).to.include({ code });
      expect(await client.createRoom({ name: 'Open day' })).to.include({ name: 'Open day' });
    });
  }

  it('429 is retried', async () => {
    await once('429', { 'retry-after': '0', times: '2' });
    const client = createClient();
    expect(await client.createRoom({ name: 'Open day' })).to.include({ name: 'Open day' });
    expect(await namesOf(client)).to.deep.equal(['Open day']);
  });

  it('429 with a long Retry-After is not retried', async () => {
    await once('429', { 'retry-after': '3600' });
    expect(await errorOf(createClient().createRoom({ name: 'Open day' }))).to.include({
      code: 'rate-limited',
      retryAfter: 3_600_000,
    });
  });

  it('401 is retried once', async () => {
    await once('401');
    expect(await createClient().createRoom({ name: 'Open day' })).to.include({ name: 'Open day' });
    await once('401', { times: '2' });
    const client = createClient();
    const create = () => client.createRoom({ name: 'Open day' });
    expect(await errorOf(create())).to.include({ code: 'unauthorized' });
    expect(await errorOf(create())).to.include({ code: 'paused' });
  });

  it('slow is a timeout', async () => {
    await once('slow', { delay: '60000' });
    const tokenStore = new MemoryTokenStore();
    await createClient({ tokenStore }).getCurrentUser();
    const client = createClient({ tokenStore, timeout: 200 });
    expect(await errorOf(client.createRoom({ name: 'Open day' }))).to.include({ code: 'timeout' });
  });

  it('cut-off executes the call', async () => {
    await once('cut-off');
    const client = createClient();
    await errorOf(client.createRoom({ name: 'Open day' }));
    expect(await namesOf(client)).to.deep.equal(['Open day']);
  });
});

describe('the stand-in', () => {
  it('returns the same responses in every run', async () => {
    const run = async () => {
      await tell('api-reset');
      const client = createClient();
      const room = await client.createRoom({ name: 'Open day' });
      const link = await client.createPersonalLink(room, { email: 'ann@example.com' });
      return [room.vendorData, link.vendorData];
    };
    expect(await run()).to.deep.equal(await run());
  });
});
