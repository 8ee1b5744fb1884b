import { expect } from 'chai';
import { describe, it } from 'node:test';
import {
  FAULTS,
  StandIn,
  VARIANTS,
  type RoomFault,
  type Variant,
} from '../../src/testing/index.js';

const EMBED = 'https://embed.livewebinar.com';
const ROOM = 'https://app.livewebinar.com';

const get = (standIn: StandIn, url: string, init?: RequestInit) =>
  standIn.fetch(new Request(url, init));
const script = (licenseKey: string) =>
  `${EMBED}/em?t=${licenseKey}&_license_key=${licenseKey}&_widget_containerID=room`;
/** Returns the result of a promise, or `pending` if it does not settle in this task. */
const now = <Result>(promise: Promise<Result>): Promise<Result | 'pending'> =>
  Promise.race([promise, new Promise<'pending'>((resolve) => setImmediate(resolve, 'pending'))]);

describe('StandIn', () => {
  it('serves an embed script that adds a second script, which opens the room', async () => {
    const standIn = new StandIn();
    expect(await (await get(standIn, script('1'))).text())
      .to.include(`"${EMBED}/widget/wea/wea.min.js"`)
      .and.include(`"src":"${EMBED}/stand-in/frame?`)
      .and.not.include("createElement('iframe')");
    const second = await get(standIn, `${EMBED}/widget/wea/wea.min.js`);
    expect(await second.text()).to.include("createElement('iframe')");
  });

  it('escapes options in the embed script', async () => {
    const response = await get(new StandIn(), `${script('1')}&_nickname=</script><script>`);
    expect(await response.text()).to.not.include('</script>');
  });

  it('records the visitors of each kind of URL', async () => {
    const standIn = new StandIn();
    const hash = 'a'.repeat(32);
    for (const url of [
      `${ROOM}/1`,
      `${ROOM}/1/x/IYuUtn2P?_nickname=Ada&avatar_url=https://a.example/a.png`,
      `https://livewebinar.com/1/${hash}`,
      `${ROOM}/1/p/abc?_password_token=def`,
      `${ROOM}/1/r/abc`,
      `${EMBED}/stand-in/frame?_license_key=1&_email=ada@example.com&_role_token=x`,
      'https://embed.archiebot.com/widget-login?attendee_email=&token=1&password_token=p&_nickname=',
    ])
      expect(await get(standIn, url), url).to.include({ status: 200 });
    expect(standIn.visitors()).to.deep.equal([
      { licenseKey: '1' },
      {
        licenseKey: '1',
        roleToken: 'IYuUtn2P',
        nickname: 'Ada',
        avatarUrl: 'https://a.example/a.png',
      },
      { licenseKey: '1', roleToken: hash },
      { licenseKey: '1', personalToken: 'abc', passwordToken: 'def' },
      { licenseKey: '1', registrantToken: 'abc' },
      { licenseKey: '1', email: 'ada@example.com', roleToken: 'x' },
      { licenseKey: '1', passwordToken: 'p' },
    ]);
    expect(standIn.visitors('2')).to.deep.equal([]);
    standIn.reset();
    expect(standIn.visitors()).to.deep.equal([]);
  });

  it('records the role of a token that its API has created', async () => {
    const standIn = new StandIn();
    const { token, roles } = standIn.api.createRoom({ name: 'Open day' });
    await get(standIn, `${ROOM}/${token}/x/${roles.host}`);
    expect(standIn.visitors()).to.deep.equal([
      { licenseKey: token, roleToken: roles.host, role: 'host' },
    ]);
  });

  it('responds with 404 to other paths', async () => {
    for (const path of ['', '1/x', '1/y/abc', '1/abc', '1/x/a/b', 'favicon.ico', 'em'])
      expect(await get(new StandIn(), `${ROOM}/${path}`), path).to.include({ status: 404 });
  });
});

describe('a fault', () => {
  const find = async (standIn: StandIn, licenseKey: string) => {
    const [embed, page] = [script(licenseKey), `${ROOM}/${licenseKey}`].map((url) =>
      now(get(standIn, url)),
    );
    return [await embed!, await page!] as const;
  };
  /** Whether the embed script and the room page show the fault. */
  const SIGNS: Record<RoomFault, (embed: string, page: string) => boolean> = {
    'script-404': (embed, page) => embed === '404' && page === '404',
    'script-slow': (embed, page) => embed === 'pending' && page === 'pending',
    'script-hangs': (embed, page) => embed === 'pending' && page === 'pending',
    'script-empty': (embed) => !embed.includes('createElement'),
    'script-throws': (embed) => embed.includes('throw new Error'),
    'second-script-404': (embed) => embed.includes('?fault=404'),
    'no-queue': (embed) => embed.includes('"runsQueue":false'),
    'no-framing': (_, page) => page.includes("frame-ancestors 'none'"),
    'x-frame-options': (_, page) => page.includes('DENY'),
    endless: (_, page) => page.includes('/stand-in/hangs'),
    twice: (embed, page) => embed === '404' && page === '404',
  };
  const show = async (response: Response | 'pending') =>
    response === 'pending'
      ? response
      : response.ok
        ? `${await response.text()}${[...response.headers.values()].join()}`
        : String(response.status);

  for (const fault of Object.keys(SIGNS) as RoomFault[]) {
    it(`${fault} is selected by license key, by option and by fail(), and is off by default`, async () => {
      const failing = new StandIn();
      failing.fail(fault);
      for (const [standIn, licenseKey] of [
        [new StandIn(), `fault-${fault}-a`],
        [new StandIn(), `variant-frame-fault-${fault}`],
        [new StandIn({ fault }), '1'],
        [failing, '1'],
      ] as const) {
        const [embed, page] = await Promise.all((await find(standIn, licenseKey)).map(show));
        // The variant `frame` has no second script.
        const isIrrelevant = fault === 'second-script-404' && licenseKey.startsWith('variant');
        expect(SIGNS[fault](embed!, page!), licenseKey).to.equal(!isIrrelevant);
      }
      const [embed, page] = await Promise.all((await find(new StandIn(), '1')).map(show));
      expect(SIGNS[fault](embed!, page!)).to.equal(false);
    });
  }

  it('has a description', () => {
    expect(Object.keys(FAULTS)).to.have.members(Object.keys(SIGNS).map((name) => `fault-${name}`));
  });

  it('twice ends with the third GET request', async () => {
    const standIn = new StandIn();
    const url = script('fault-twice');
    await get(standIn, url, { method: 'HEAD' });
    const statuses = [];
    for (let i = 0; i < 3; i += 1) statuses.push((await get(standIn, url)).status);
    expect(statuses).to.deep.equal([404, 404, 200]);
  });

  it('with an unknown name throws an error that lists the names', () => {
    expect(() => new StandIn({ fault: 'nope' as RoomFault })).to.throw(TypeError, /script-404/);
    expect(() => new StandIn().fail('nope' as RoomFault)).to.throw(TypeError, /script-404/);
    expect(() => new StandIn({ variants: ['nope' as Variant] })).to.throw(TypeError, /frame/);
    const { api } = new StandIn();
    expect(() => api.fail('GET /me', 'nope' as '500')).to.throw(TypeError, /cut-off/);
  });
});

describe('a variant', () => {
  const embedOf = async (licenseKey: string, variants?: Variant[], origin = EMBED) => {
    const standIn = new StandIn(variants && { variants });
    const response = await get(standIn, script(licenseKey).replace(EMBED, origin));
    return { text: await response.text(), headers: response.headers };
  };

  it('frame adds the iframe without a second script', async () => {
    for (const embed of [await embedOf('variant-frame-a'), await embedOf('1', ['frame'])])
      expect(embed.text)
        .to.include("createElement('iframe')")
        .and.not.include('/widget/wea/wea.min.js"');
  });

  it('app uses the origin of rooms for the iframe', async () => {
    for (const embed of [await embedOf('variant-app-a'), await embedOf('1', ['app'])])
      expect(embed.text).to.include(`"src":"${ROOM}/stand-in/frame?`);
    expect((await embedOf('variant-frame-app', [], 'http://localhost:4810')).text).to.include(
      '"src":"http://127.0.0.1:4810/stand-in/frame?',
    );
  });

  it('hash returns role links without /x/', () => {
    const links = (standIn: StandIn, fields = {}) =>
      Object.values(
        standIn.api.createRoom({ name: 'A', ...fields }).hosted_at as Record<string, string>,
      );
    const standIn = new StandIn({ variants: ['hash'] });
    for (const link of [
      ...links(standIn),
      ...links(new StandIn(), { custom_name: 'variant-hash' }),
    ])
      expect(link).to.match(/\/100-000-001\/[0-9a-f]{32}$/);
    for (const link of links(new StandIn())) expect(link).to.match(/\/x\/[0-9a-f]{8}$/);
  });

  it('corp lets a page with Cross-Origin-Embedder-Policy use the room', async () => {
    const name = 'cross-origin-resource-policy';
    expect((await embedOf('variant-corp')).headers.get(name)).to.equal('cross-origin');
    expect((await embedOf('1')).headers.get(name)).to.equal(null);
    const page = await get(new StandIn({ variants: ['corp'] }), `${ROOM}/1`);
    expect(page.headers.get('cross-origin-embedder-policy')).to.equal('require-corp');
  });

  it('is recognized in a license key only as a whole word', async () => {
    expect((await embedOf('variant-frames')).text).to.include('/widget/wea/wea.min.js"');
  });

  it('trap is the default, and a license key overrides the option', async () => {
    for (const embed of [await embedOf('1'), await embedOf('variant-trap', ['frame'])])
      expect(embed.text).to.include('/widget/wea/wea.min.js"');
    expect(VARIANTS).to.have.keys('trap', 'frame', 'app', 'hash', 'corp');
  });
});

describe('the control endpoints of the stand-in', () => {
  const requests = 'http://localhost:4810/stand-in/requests?room=1';
  const reset = 'http://localhost:4810/stand-in/api-reset';
  const from = (origin: string, more = {}) => ({ headers: { origin, ...more } });

  it('show the requests to pages on this machine, but not to other sites', async () => {
    const standIn = new StandIn();
    await get(standIn, `${script('1')}&_role_token=secret`);
    for (const origin of ['http://localhost:5173', 'http://127.0.0.1:8000', 'http://[::1]:8000']) {
      const response = await get(standIn, requests, from(origin));
      expect(await response.text()).to.include('secret');
      expect(response.headers.get('access-control-allow-origin')).to.equal(origin);
    }
    for (const origin of [
      'https://evil.example',
      'http://localhost.evil.example',
      'http://evil.example:4810',
      'null',
    ]) {
      const response = await get(standIn, requests, from(origin));
      expect(response.status, origin).to.equal(403);
      expect(response.headers.get('access-control-allow-origin')).to.equal(null);
      expect(await response.text()).to.not.include('secret');
    }
    for (const url of [script('1'), `${ROOM}/1`, `${EMBED}/widget/wea/wea.min.js`]) {
      const { headers } = await get(standIn, url, from('http://localhost:5173'));
      expect(headers.get('access-control-allow-origin'), url).to.equal(null);
    }
  });

  it('reset only with the control header, which requires a CORS preflight', async () => {
    const standIn = new StandIn();
    standIn.api.createRoom({ name: 'Open day' });
    const sendPreflight = (origin: string) =>
      get(standIn, reset, { method: 'OPTIONS', ...from(origin) });
    expect(await sendPreflight('https://evil.example')).to.include({ status: 403 });
    expect(
      (await sendPreflight('http://localhost:1')).headers.get('access-control-allow-headers'),
    ).to.equal('stand-in');
    const sendReset = (headers: Record<string, string>) =>
      get(standIn, reset, { method: 'POST', headers });
    expect(await sendReset({})).to.include({ status: 403 });
    expect(await sendReset({ 'stand-in': '1', origin: 'https://evil.example' })).to.include({
      status: 403,
    });
    expect(standIn.api.createRoom({ name: 'Second' })).to.include({ id: 2 });
    expect(await sendReset({ 'stand-in': '1' })).to.include({ status: 204 });
    expect(standIn.api.createRoom({ name: 'First again' })).to.include({ id: 1 });
  });
});
