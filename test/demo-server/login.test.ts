import { expect } from 'chai';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { createApp } from '../../demo/server/app.js';
import { readSettings } from '../../demo/server/settings.js';
import { StandIn } from '../../src/testing/index.js';
import { Visitor } from './visitor.js';

const PASSWORD = 'pa55word';
const settings = readSettings({ HOST_PASSWORD: PASSWORD });
settings.client.fetch = (url, init) => new StandIn().fetch(new Request(url, init));
const { origin } = settings;
const MINUTE_MS = 60_000;

/** Logs in with the right password and returns the URL a browser would go to next. */
async function logIn(then: string): Promise<string> {
  const visitor = new Visitor(createApp(settings), origin);
  const response = await visitor.post(`/login?then=${encodeURIComponent(then)}`, {
    password: PASSWORD,
  });
  expect(response.status).to.equal(303);
  return new URL(response.headers.get('location')!, origin).href;
}

describe('the login', () => {
  for (const [then, path] of [
    ['/', '/'],
    ['/room/123-123-123/host', '/room/123-123-123/host'],
    ['/?a=b', '/?a=b'],
    ['/room/a%2F%2Fb', '/room/a%2F%2Fb'],
    ['room', '/room'],
    [`${origin}/room/1`, '/room/1'],
  ] as const) {
    it(`redirects to ${then}`, async () => {
      expect(await logIn(then)).to.equal(origin + path);
    });
  }

  for (const then of [
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/x/..//evil.example',
    '/x/../..//evil.example',
    '/./\\evil.example',
    '/.\\/evil.example',
    '/%2e//evil.example',
    '/%2e%2e//evil.example',
    '/x/%2E.//evil.example',
    './/evil.example',
    '..//evil.example',
    'http://localhost:4820//evil.example',
    'https://evil.example',
    'https:evil.example',
    'http:evil.example',
    'https:/evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'http://localhost:4820@evil.example/',
    'http://localhost:48200/',
    'http://[/',
    '',
  ]) {
    it(`stays on its own site for ${JSON.stringify(then)}`, async () => {
      expect(new URL(await logIn(then)).origin).to.equal(origin);
    });
  }

  it('puts the session into a cookie that scripts and other sites cannot use', async () => {
    const response = await new Visitor(createApp(settings), origin).logIn(PASSWORD);
    const cookie = response.headers.get('set-cookie')!;
    expect(cookie).to.match(/^session=[\w-]{43};/);
    expect(cookie).to.match(/; HttpOnly(;|$)/);
    expect(cookie).to.match(/; SameSite=Lax(;|$)/);
    expect(cookie).to.not.include('Secure');
  });

  it('makes the cookie secure on an https site', async () => {
    const https = readSettings({ HOST_PASSWORD: PASSWORD, ORIGIN: 'https://rooms.example' });
    const response = await new Visitor(createApp(https), https.origin).logIn(PASSWORD);
    expect(response.headers.get('set-cookie')).to.match(/; Secure(;|$)/);
  });

  it('opens a session of its own each time', async () => {
    const app = createApp(settings);
    const [one, other] = [new Visitor(app, origin), new Visitor(app, origin)];
    await one.logIn(PASSWORD);
    await other.logIn(PASSWORD);
    expect(one.cookie).to.not.equal(other.cookie);
  });

  it('rejects a wrong password, without a cookie', async () => {
    const response = await new Visitor(createApp(settings), origin).logIn('guess');
    expect(response.status).to.equal(401);
    expect(response.headers.has('set-cookie')).to.equal(false);
    expect(response.headers.has('retry-after')).to.equal(false);
    expect(await response.text()).to.include('This is not the password.');
  });
});

describe('a session', () => {
  const isHost = async (visitor: Visitor) => {
    const response = await visitor.get('/room/1/host');
    return response.headers.get('location') !== '/login?then=%2Froom%2F1%2Fhost';
  };
  beforeEach(() => mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 0, 1) }));
  afterEach(() => mock.timers.reset());

  it('is required for the pages of the host', async () => {
    const visitor = new Visitor(createApp(settings), origin);
    for (const path of ['/', '/room/1/host', '/room/1/recordings']) {
      const response = await visitor.get(path);
      expect(response.status).to.equal(303);
      expect(response.headers.get('location')).to.equal(`/login?then=${encodeURIComponent(path)}`);
    }
    for (const path of ['/rooms', '/room/1/invitations', '/room/1/tokens', '/room/1/delete']) {
      expect((await visitor.post(path)).headers.get('location')).to.equal('/login');
    }
  });

  it('ends with the logout, also for a copy of its cookie', async () => {
    const visitor = new Visitor(createApp(settings), origin);
    await visitor.logIn(PASSWORD);
    const response = await visitor.post('/logout');
    expect(response.headers.get('set-cookie')).to.match(/^session=;.*Max-Age=0/);
    expect(response.headers.get('location')).to.equal('/login');
    expect(await isHost(visitor)).to.equal(false);
  });

  it('of another browser goes on after a logout', async () => {
    const app = createApp(settings);
    const [one, other] = [new Visitor(app, origin), new Visitor(app, origin)];
    await one.logIn(PASSWORD);
    await other.logIn(PASSWORD);
    await one.post('/logout');
    expect((await other.post('/room/x/delete')).headers.get('location')).to.not.equal('/login');
  });

  it('ends after eight hours', async () => {
    const visitor = new Visitor(createApp(settings), origin);
    await visitor.logIn(PASSWORD);
    mock.timers.tick(8 * 60 * MINUTE_MS - 1);
    expect((await visitor.post('/logout')).status).to.equal(303);
    await visitor.logIn(PASSWORD);
    mock.timers.tick(8 * 60 * MINUTE_MS);
    expect(await isHost(visitor)).to.equal(false);
  });
});

describe('the limit of wrong passwords', () => {
  beforeEach(() => mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 0, 1) }));
  afterEach(() => mock.timers.reset());

  const guess = async (visitor: Visitor, times: number) => {
    for (let count = 0; count < times; count += 1) {
      expect((await visitor.logIn('guess')).status).to.equal(401);
    }
  };

  it('is ten for each client, and says when to try again', async () => {
    const visitor = new Visitor(createApp(settings), origin);
    await guess(visitor, 10);
    for (const password of ['guess', PASSWORD]) {
      const response = await visitor.logIn(password);
      expect(response.status).to.equal(429);
      expect(response.headers.get('retry-after')).to.equal('900');
      expect(response.headers.has('set-cookie')).to.equal(false);
      expect(await response.text()).to.include('Try again in 15 minutes.');
    }
    mock.timers.tick(15 * MINUTE_MS - 1);
    expect((await visitor.logIn(PASSWORD)).headers.get('retry-after')).to.equal('1');
    mock.timers.tick(1);
    expect((await visitor.logIn(PASSWORD)).status).to.equal(303);
  });

  it('does not lock out other clients', async () => {
    const app = createApp(settings);
    await guess(new Visitor(app, origin, '192.0.2.1'), 10);
    for (const address of ['192.0.2.2', '::ffff:192.0.2.3', '2001:db8::1', '']) {
      expect((await new Visitor(app, origin, address).logIn(PASSWORD)).status).to.equal(303);
    }
  });

  for (const [kind, first, second] of [
    ['an IPv4 address in two spellings', '192.0.2.1', '::ffff:192.0.2.1'],
    ['two addresses of one IPv6 network', '2001:db8:1:2::1', '2001:db8:1:2:ffff:0:0:9'],
    ['an IPv6 address in two spellings', '2001:DB8::1', '2001:0db8:0:0:0:0:0:1'],
  ] as const) {
    it(`counts ${kind} as one client`, async () => {
      const app = createApp(settings);
      await guess(new Visitor(app, origin, first), 10);
      expect((await new Visitor(app, origin, second).logIn(PASSWORD)).status).to.equal(429);
    });
  }

  it('tells IPv6 networks apart', async () => {
    const app = createApp(settings);
    await guess(new Visitor(app, origin, '2001:db8:1:2::1'), 10);
    for (const address of ['2001:db8:1:3::1', '2001:db8::1:2', '::1']) {
      expect((await new Visitor(app, origin, address).logIn(PASSWORD)).status).to.equal(303);
    }
  });

  it('does not believe X-Forwarded-For, unless there is a proxy', async () => {
    const app = createApp(settings);
    const visitor = new Visitor(app, origin);
    for (let count = 0; count < 10; count += 1) {
      await visitor.logIn('guess', { 'x-forwarded-for': `198.51.100.${count}` });
    }
    const response = await visitor.logIn(PASSWORD, { 'x-forwarded-for': '198.51.100.99' });
    expect(response.status).to.equal(429);
  });

  it('believes the last address of X-Forwarded-For behind a proxy', async () => {
    const app = createApp(readSettings({ HOST_PASSWORD: PASSWORD, BEHIND_PROXY: '1' }));
    const visitor = new Visitor(app, origin, '127.0.0.1');
    for (let count = 0; count < 10; count += 1) {
      await visitor.logIn('guess', { 'x-forwarded-for': `198.51.100.${count}, 192.0.2.1` });
    }
    const headers = { 'x-forwarded-for': '192.0.2.2, 192.0.2.1' };
    expect((await visitor.logIn(PASSWORD, headers)).status).to.equal(429);
    const other = { 'x-forwarded-for': '192.0.2.1, 192.0.2.2' };
    expect((await visitor.logIn(PASSWORD, other)).status).to.equal(303);
  });
});

describe('the server', () => {
  it('rejects a body of more than 64 KB', async () => {
    const visitor = new Visitor(createApp(settings), origin);
    const fits = await visitor.logIn('a'.repeat(64 * 1024 - 'password='.length));
    expect(fits.status).to.equal(401);
    expect((await visitor.logIn('a'.repeat(64 * 1024))).status).to.equal(413);
  });

  for (const headers of [
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'null' },
  ]) {
    it(`rejects a form with the origin ${headers.origin}`, async () => {
      const visitor = new Visitor(createApp(settings), origin);
      expect((await visitor.post('/login', { password: PASSWORD }, headers)).status).to.equal(403);
    });
  }

  it('sends its security headers with every page', async () => {
    const { headers } = await new Visitor(createApp(settings), origin).get('/login');
    expect(Object.fromEntries(headers)).to.include({
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(headers.get('content-security-policy')).to.include("default-src 'none'");
    expect(headers.get('content-security-policy')).to.not.include('unsafe');
    expect(headers.get('permissions-policy')).to.include('camera=(self "http://localhost:4810"');
  });

  for (const path of ['/app.js', '/browser/..%2fapp.js', '/browser/%2e%2e/app.js', '/tag/x.js']) {
    it(`does not serve ${path}`, async () => {
      const response = await new Visitor(createApp(settings), origin).get(path);
      expect(response.status).to.be.oneOf([303, 404]);
    });
  }
});

describe('readSettings', () => {
  it('lets no page wait for more than 10 seconds', () => {
    const { list, call } = readSettings({}).timeouts;
    expect(list + call).to.be.below(10_000);
  });

  for (const [env, message] of [
    [{ PORT: 'x' }, 'PORT'],
    [{ PORT: '-1' }, 'PORT'],
    [{ PORT: '65536' }, 'PORT'],
    [{ ORIGIN: 'rooms.example' }, 'ORIGIN'],
    [{ TIME_ZONE: 'Mars/Olympus' }, 'TIME_ZONE'],
    [{ LIVEWEBINAR_CLIENT_ID: 'ID', HOST_PASSWORD: 'x' }, 'LIVEWEBINAR_CLIENT_SECRET'],
  ] as const) {
    it(`names ${message} for ${JSON.stringify(env)}`, () => {
      expect(() => readSettings(env)).to.throw(message);
    });
  }
});
