import { expect } from 'chai';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { createApp } from '../../demo/server/app.js';
import { readSettings } from '../../demo/server/settings.js';
import { StandIn } from '../../src/testing/index.js';
import { Visitor } from './visitor.js';

const PASSWORD = 'pa55word';
const NOW = Date.UTC(2026, 0, 1, 12);

/** What the API does: respond, fail at once, or never respond. */
type State = 'up' | 'down' | 'hanging';

/** An application whose API is a stand-in that can be switched off. */
function createSite(env: Record<string, string> = {}) {
  const standIn = new StandIn();
  const settings = readSettings({ HOST_PASSWORD: PASSWORD, TIME_ZONE: 'UTC', ...env });
  const api = { state: 'up' as State, requests: 0 };
  Object.assign(settings.client, { retries: 0, timeout: 100 });
  settings.timeouts = { list: 20, call: 20 };
  settings.client.fetch = (url, init) => {
    api.requests += 1;
    if (api.state === 'down') return Promise.reject(new TypeError('fetch failed'));
    if (api.state === 'up') return standIn.fetch(new Request(url, init));
    return new Promise((_, reject) =>
      init.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
    );
  };
  const app = createApp(settings);
  return { standIn, api, visitor: () => new Visitor(app, settings.origin) };
}

async function createHost({ visitor }: ReturnType<typeof createSite>) {
  const host = visitor();
  await host.logIn(PASSWORD);
  return host;
}

beforeEach(() => {
  mock.timers.enable({ apis: ['Date'], now: NOW });
  mock.method(console, 'error', () => {});
});
afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

describe('while the API cannot be reached', () => {
  for (const state of ['down', 'hanging'] as const) {
    it(`rooms with a link still open (${state})`, async () => {
      const site = createSite();
      const { token } = site.standIn.api.createRoom({ name: 'Open day' });
      const host = await createHost(site);
      await host.read('/');
      site.api.state = state;
      mock.timers.tick(3_600_000);
      expect(await site.visitor().read(`/room/${token}`)).to.include(`license-key="${token}"`);
      expect(await site.visitor().read(`/room/${token}?_personal_token=P1`)).to.include('P1');
      expect(await host.read(`/room/${token}/host`)).to.include('role-token=');
    });

    it(`the last list is shown with its age (${state})`, async () => {
      const site = createSite();
      site.standIn.api.createRoom({ name: 'Open day' });
      const host = await createHost(site);
      expect(await host.read('/')).to.not.include('cannot be reached');
      site.api.state = state;
      mock.timers.tick(180_000);
      const page = await host.read('/');
      expect(page).to.include('Open day');
      expect(page).to.include('LiveWebinar cannot be reached.');
      expect(page).to.match(/12:00 UTC,\s+3 minutes\s+old/);

      // The next page does not wait for another request.
      const { requests } = site.api;
      await host.read('/');
      expect(site.api.requests).to.equal(requests);

      site.api.state = 'up';
      mock.timers.tick(10_000);
      expect(await host.read('/')).to.not.include('cannot be reached');
    });

    it(`a room that was never listed leads to LiveWebinar, not to an error (${state})`, async () => {
      const site = createSite();
      site.api.state = state;
      const response = await site.visitor().get('/room/123-123-123?_nickname=Ada');
      expect(response.status).to.equal(503);
      expect(response.headers.get('retry-after')).to.equal('60');
      const page = await response.text();
      expect(page).to.include('href="http://localhost:4810/123-123-123?_nickname=Ada"');
      expect(page).to.not.include('<livewebinar-room');
    });

    it(`a form says so and keeps what was typed (${state})`, async () => {
      const site = createSite();
      const host = await createHost(site);
      await host.read('/');
      site.api.state = state;
      const response = await host.post('/rooms', { name: 'Typed with care' });
      expect(response.status).to.equal(422);
      const page = await response.text();
      expect(page).to.include('value="Typed with care"');
      expect(page).to.match(/cannot be reached|did not respond in time/);
    });

    it(`the list that was never fetched is an error page (${state})`, async () => {
      const site = createSite();
      site.api.state = state;
      const host = await createHost(site);
      const response = await host.get('/');
      expect(response.status).to.equal(502);
      expect(await response.text()).to.match(/cannot be reached|did not respond in time/);
    });
  }

  it('an unknown room is not reported as missing', async () => {
    const site = createSite();
    const host = await createHost(site);
    await host.read('/');
    site.api.state = 'down';
    mock.timers.tick(60_000);
    expect((await site.visitor().get('/room/123-123-123')).status).to.equal(503);
    site.api.state = 'up';
    mock.timers.tick(60_000);
    expect((await site.visitor().get('/room/123-123-123')).status).to.equal(404);
  });
});

describe('the list of rooms', () => {
  it('is requested once for all visitors', async () => {
    const site = createSite();
    const { token } = site.standIn.api.createRoom({ name: 'Open day' });
    await Promise.all([1, 2, 3].map(() => site.visitor().read(`/room/${token}`)));
    const { requests } = site.api;
    await site.visitor().read(`/room/${token}`);
    mock.timers.tick(29_999);
    await site.visitor().read(`/room/${token}`);
    expect(site.api.requests).to.equal(requests);
  });

  it('contains a room as soon as it is created, and no longer once it is deleted', async () => {
    const site = createSite();
    const host = await createHost(site);
    await host.read('/');
    await host.post('/rooms', { name: 'Open day' });
    const page = await host.read('/');
    const [, path = ''] = /(\/room\/[\d-]+)\/host/.exec(page) ?? [];
    expect(page).to.include('Open day');
    expect((await site.visitor().get(path)).status).to.equal(200);
    await host.post(`${path}/delete`);
    expect(await host.read('/')).to.not.include('Open day');
    expect((await site.visitor().get(path)).status).to.equal(404);
  });

  it('keeps a room that was created while an older list was under way', async () => {
    const site = createSite();
    const host = await createHost(site);
    await host.read('/');
    mock.timers.tick(60_000);
    const stale = host.read('/');
    const created = host.post('/rooms', { name: 'Open day' });
    await Promise.all([stale, created]);
    expect(await host.read('/')).to.include('Open day');
  });

  for (const [fields, message] of [
    [{ start: '2030-01-01T18:00', timeZone: 'Atlantis' }, 'no such time zone'],
    // In Tokyo, it is nine hours later.
    [{ start: '2026-01-01T20:30', timeZone: 'tokyo' }, 'in the past'],
  ] as const) {
    it(`tells the host that there is a start ${message}`, async () => {
      const host = await createHost(createSite());
      const response = await host.post('/rooms', { name: 'Open day', ...fields });
      expect(response.status).to.equal(422);
      expect(await response.text()).to.include(message);
    });
  }

  it('shows a rejected form with the messages of LiveWebinar', async () => {
    const site = createSite();
    const host = await createHost(site);
    const response = await host.post('/rooms', { name: 'Open day', duration: '720' });
    expect(response.status).to.equal(422);
    expect(await response.text()).to.include('The duration must be less than 720.');
  });
});

describe('the page of a room', () => {
  it('contains no role token of a URL, and no room of another account', async () => {
    const site = createSite();
    const { token, roles } = site.standIn.api.createRoom({ name: 'Open day' });
    for (const path of [`/room/${token}/${roles.host}`, '/room/999-999-999', '/room/']) {
      expect((await site.visitor().get(path)).status, path).to.equal(404);
    }
  });

  it('tells attendees when the room starts and ends, but not the host', async () => {
    const site = createSite();
    const { token } = site.standIn.api.createRoom({
      name: 'Open day',
      start_date: '2026-02-01 18:00:00',
      timezone: 'Europe/Warsaw',
      duration: '90',
    });
    const page = await site.visitor().read(`/room/${token}`);
    expect(page).to.include('starts-at="2026-02-01T18:00:00+01:00"');
    expect(page).to.include('ends-at="2026-02-01T19:30:00+01:00"');
    expect(page).to.include('Sunday, 1 February 2026 at 18:00 CET');
    const host = await createHost(site);
    expect(await host.read(`/room/${token}/host`)).to.not.include('starts-at');
  });

  it('allows the origins of an account with its own domain', async () => {
    const site = createSite({ LIVEWEBINAR_EMBED_ORIGIN: 'https://rooms.acme.example' });
    const { token } = site.standIn.api.createRoom({ name: 'Open day' });
    const page = await site.visitor().read(`/room/${token}`);
    const [head = ''] = page.split('<body>');
    expect(head).to.match(
      /<meta\s+name="livewebinar-room-origins"\s+content="https:\/\/rooms\.acme\.example http/,
    );
    expect(page).to.include('embed-origin="https://rooms.acme.example"');
  });

  it('links the host to the URL that LiveWebinar sent', async () => {
    const site = createSite();
    const room = site.standIn.api.createRoom({ name: 'Open day' });
    const host = await createHost(site);
    expect(await host.read(`/room/${room.token}/host`)).to.include(
      `<a href="${room.hosted_at.host}">Open the room</a>`,
    );
  });
});
