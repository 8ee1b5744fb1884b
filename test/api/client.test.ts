import { expect } from 'chai';
import { after, before, describe, it } from 'node:test';
import { STAND_IN_ORIGIN } from '../../demo/stand-in/origin.js';
import { startStandIn } from '../../demo/stand-in/server.js';
import { LivewebinarApiError, LivewebinarClient } from '../../src/api/index.js';
import { buildRoomUrl } from '../../src/url/index.js';

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

/** A client whose requests are written down and answered with what is given, the login first. */
function createClient(...answers: Response[]) {
  const sent: Sent[] = [];
  const rest = [Response.json({ token: 'ACCESS' }), ...answers];
  const client = new LivewebinarClient({
    clientId: 'ID',
    clientSecret: 'SECRET',
    retries: 0,
    fetch: async (url, init) => {
      const request = new Request(url, init);
      const { method, headers } = request;
      sent.push({ method, url, headers, body: await request.text() });
      return rest.shift()!;
    },
  });
  return { client, sent };
}

const ROOM = { data: { id: 7, token: '123-123-123', name: 'Open day', roles: { host: 'HOST1' } } };

describe('the client, on the wire', () => {
  it('logs in with client id and secret', async () => {
    const { client, sent } = createClient(Response.json(ROOM));
    await client.room(7);
    expect(sent[0]).to.include({
      method: 'POST',
      url: 'https://api.archiebot.com/api/auth/login',
      body: 'identifier=livewebinar&client_id=ID&client_secret=SECRET',
    });
    expect(sent[0]!.headers.get('content-type')).to.equal('application/x-www-form-urlencoded');
    expect(sent[0]!.headers.get('accept')).to.equal('application/vnd.archiebot.v1+json');
    expect(sent[0]!.headers.has('authorization')).to.equal(false);
  });

  it('reads a room with the token it was given', async () => {
    const { client, sent } = createClient(Response.json(ROOM));
    const room = await client.room(7);
    expect(sent[1]).to.include({ method: 'GET', url: 'https://api.archiebot.com/api/widgets/7' });
    expect(sent[1]!.headers.get('authorization')).to.equal('Bearer ACCESS');
    expect(room).to.include({ id: '7', licenseKey: '123-123-123', name: 'Open day' });
    expect(buildRoomUrl(room.toRoomLink('host'))).to.equal(
      'https://app.livewebinar.com/123-123-123/x/HOST1',
    );
    expect(JSON.stringify(room)).to.not.include('HOST1');
  });

  it('disables a room as the plugin of the vendor does', async () => {
    const { client, sent } = createClient(Response.json(ROOM));
    await client.disableRoom(7);
    expect(sent[1]).to.include({
      method: 'PUT',
      url: 'https://api.archiebot.com/api/widgets/7',
      body: 'status=inactive',
    });
  });

  it('gives the message of the vendor and no secret in an error', async () => {
    const answer = Response.json({ error: { message: 'The name is taken.' } }, { status: 422 });
    const { client } = createClient(answer);
    const error: unknown = await client.createRoom({ name: 'Open day' }).catch((e: unknown) => e);
    expect(error).to.be.instanceOf(LivewebinarApiError);
    expect(error).to.include({ status: 422 });
    expect((error as Error).message).to.include('The name is taken.');
    for (const secret of ['SECRET', 'ACCESS']) {
      expect(JSON.stringify(error) + String((error as Error).stack)).to.not.include(secret);
    }
  });

  it('refuses an id that leads elsewhere', async () => {
    const { client, sent } = createClient();
    const error: unknown = await client.room('../me').catch((e: unknown) => e);
    expect(error).to.include({ code: 'invalid-option' });
    expect(sent).to.have.length(0);
  });
});

describe('the client, against the stand-in', () => {
  let stop: () => void;
  before(async () => {
    stop = await startStandIn();
  });
  after(() => stop());

  it('makes a room, invites a presenter, lists and deletes', async () => {
    const client = new LivewebinarClient({
      baseUrl: `${STAND_IN_ORIGIN}/api`,
      clientId: 'stand-in',
      clientSecret: 'stand-in-secret',
    });
    const room = await client.createRoom({ name: 'Open day', duration: 60 });
    const link = await client.createPersonalLink(room, {
      email: 'ann@example.com',
      role: 'presenter',
      firstName: 'Ann',
    });
    const page = await fetch(buildRoomUrl(link.toRoomLink(), { origin: STAND_IN_ORIGIN }));
    expect(await page.text()).to.include('presenter');
    const names = async () => {
      const found: string[] = [];
      for await (const { id } of client.rooms()) found.push(id);
      return found;
    };
    expect(await names()).to.include(room.id);
    await client.deleteRoom(room.id);
    expect(await names()).to.not.include(room.id);
  });
});
