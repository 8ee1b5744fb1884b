import { expect } from 'chai';
import { http, HttpResponse } from 'msw';
import { setupServer, type SetupServer } from 'msw/node';
import { after, before, beforeEach, describe, it } from 'node:test';
import { LivewebinarClient } from '../../src/api/index.js';
import { createRoomHandlers, StandIn } from '../../src/testing/msw.js';
import { buildRoomUrl } from '../../src/url/index.js';

describe('createRoomHandlers', () => {
  const rooms = new StandIn();
  let server: SetupServer;
  before(() => {
    const others = http.all('*', () => HttpResponse.text('of another host'));
    server = setupServer(...createRoomHandlers(rooms), others);
    server.listen();
  });
  after(() => server.close());
  beforeEach(() => rooms.reset());

  const createClient = () =>
    new LivewebinarClient({ clientId: 'stand-in', clientSecret: 'stand-in-secret' });
  const codeOf = (promise: Promise<unknown>) =>
    promise.then(
      () => 'none',
      ({ code }: { code: string }) => code,
    );

  it("handles the API and the room URLs on the vendor's hosts", async () => {
    const room = await createClient().createRoom({ name: 'Open day' });
    for (const role of ['host', 'presenter', 'attendee'] as const) {
      const response = await fetch(buildRoomUrl(room.toRoomLink(role)));
      expect(await response.text()).to.include(`data-row="Role">${role}<`);
    }
    expect(rooms.visitors(room.licenseKey)).to.have.length(3);
  });

  it('fails with the fault that is set', async () => {
    const client = createClient();
    rooms.api.fail('POST /widgets', '422');
    expect(await codeOf(client.createRoom({ name: 'Open day' }))).to.equal('invalid-request');
    rooms.api.fail('POST /widgets', 'cut-off');
    expect(await codeOf(client.createRoom({ name: 'Open day' }))).to.equal('network');
    expect(await codeOf(client.createRoom({ name: 'Open day' }))).to.equal('none');
    rooms.fail('script-404');
    expect(await fetch('https://embed.livewebinar.com/em?t=1')).to.include({ status: 404 });
  });

  it('does not handle other hosts', async () => {
    for (const url of ['https://livewebinar.com.example/1', 'https://notlivewebinar.com/1'])
      expect(await (await fetch(url)).text(), url).to.equal('of another host');
  });
});
