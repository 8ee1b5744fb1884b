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

/** Tells the stand-in what to do, as users' own tests can. */
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

describe('the client, against the stand-in', () => {
  it('goes the whole way: a room, a personal link, a change, the end', async () => {
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
    const read = async (address: string) => (await fetch(address)).text();
    const origin = { origin: STAND_IN_ORIGIN };
    const role = (name: string) => `data-row="Role">${name}<`;
    expect(await read(buildRoomUrl(link.toRoomLink(), origin))).to.include(role('presenter'));
    for (const name of ['host', 'presenter', 'attendee'] as const) {
      const address = buildRoomUrl(room.toRoomLink(name), origin);
      expect(await read(address)).to.include(role(name));
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
    await client.deleteRoom(room.id);
    expect(await namesOf(client)).to.deep.equal([]);
    expect(await errorOf(client.getRoom(room.id))).to.include({ code: 'not-found', status: 404 });
  });

  it('lists page after page', async () => {
    const client = createClient();
    for (const name of ['one', 'two', 'three', 'four', 'five']) await client.createRoom({ name });
    const expected = ['five', 'four', 'three', 'two', 'one'];
    for (const limit of [1, 2, 5, 500]) {
      expect(await namesOf(client, limit)).to.deep.equal(expected);
    }
  });

  it('registers an application, for which a user authorises it', async () => {
    const redirectUri = 'https://site.example/back';
    const application = await registerApplication({ name: 'Site', redirectUri }, SERVICE);
    expect(await errorOf(registerApplication({ name: 'Site', redirectUri }, SERVICE))).to.include({
      code: 'conflict',
    });

    const client = createClient(application);
    const decide = async (decision: string) => {
      const { url, state } = client.startAuthorization();
      expect(await (await fetch(url)).text()).to.include(`May ${application.clientId} use`);
      const answer = await fetch(url, {
        method: 'POST',
        body: new URLSearchParams({ decision }),
        redirect: 'manual',
      });
      return [answer.headers.get('location')!, state] as const;
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

  it('is refused with a wrong secret', async () => {
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

  it('429 is one that the client waits for', async () => {
    await once('429', { 'retry-after': '0', times: '2' });
    const client = createClient();
    expect(await client.createRoom({ name: 'Open day' })).to.include({ name: 'Open day' });
    expect(await namesOf(client)).to.deep.equal(['Open day']);
  });

  it('429 may be too long to wait for', async () => {
    await once('429', { 'retry-after': '3600' });
    expect(await errorOf(createClient().createRoom({ name: 'Open day' }))).to.include({
      code: 'rate-limited',
      retryAfter: 3_600_000,
    });
  });

  it('401 is got over once', async () => {
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

  it('cut-off has done what was asked for', async () => {
    await once('cut-off');
    const client = createClient();
    await errorOf(client.createRoom({ name: 'Open day' }));
    expect(await namesOf(client)).to.deep.equal(['Open day']);
  });
});

describe('the stand-in', () => {
  it('gives the same answers in every run', async () => {
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
