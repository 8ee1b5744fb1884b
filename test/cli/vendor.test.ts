import { expect } from 'chai';
import { describe, it } from 'node:test';
import { HttpProblem, type Get, type HttpResponse } from '../../src/cli/doctor/http-client.js';
import {
  checkVendor,
  formatVendorRows,
  type VendorRow,
} from '../../src/cli/vendor/check-vendor.js';
import { createHosts, VENDOR_HOSTS } from '../../src/cli/vendor/vendor-hosts.js';
import { StandIn, type StandInOptions } from '../../src/testing/index.js';

type Change = (response: HttpResponse) => Partial<HttpResponse>;

/** Creates an HTTP client for the stand-in on the vendor's hosts. Changes responses whose URL contains `part`. */
function getFrom(options?: StandInOptions, part = '', change: Change = () => ({})) {
  const standIn = new StandIn(options);
  const requested: URL[] = [];
  const get: Get = async (url) => {
    requested.push(url);
    const sent = await standIn.fetch(new Request(url));
    const headers = Object.fromEntries(sent.headers);
    const body = await sent.text();
    const response = { url, status: sent.status, headers, body, bytes: Buffer.from(body) };
    return url.href.includes(part) ? { ...response, ...change(response) } : response;
  };
  return { get, requested };
}

const check = (get: Get) => checkVendor('123-123-123', VENDOR_HOSTS, get);
const verdictsOf = (rows: VendorRow[]) =>
  Object.fromEntries(rows.map(({ name, verdict }) => [name, verdict]));

const status =
  (code: number): Change =>
  () => ({ status: code });
const header =
  (name: string, value: string): Change =>
  ({ headers }) => ({ headers: { ...headers, [name]: value } });
const text =
  (from: string | RegExp, to: string): Change =>
  ({ body }) => ({ body: body.replaceAll(from, to) });

/** Changes that make the vendor differ in one fact. */
const DIFFERENCES: [name: string, part: string, change: Change, verdict?: string][] = [
  ['room-url', '//app.livewebinar.com/123-123-123', status(404)],
  ['room-url-website', '//livewebinar.com/', header('content-type', 'application/json')],
  ['room-framing', '//app.livewebinar.com/', header('x-frame-options', 'SAMEORIGIN')],
  [
    'room-framing',
    '//app.livewebinar.com/',
    header('content-security-policy', "frame-ancestors 'self'"),
  ],
  ['nickname', '?_nickname', status(500)],
  ['nickname', '?_nickname', text('Contract Check', ''), 'not seen'],
  ['login-link', '/widget-login', status(404)],
  ['embed-script', '//embed.livewebinar.com/em', header('content-type', 'text/html')],
  ['embed-script-former-host', '//embed.archiebot.com/em', status(410)],
  ['second-script', '//embed.livewebinar.com/em', text('wea.min', 'other.min')],
  ['second-script', '//embed.livewebinar.com/em', text('/widget/wea/wea.min.js', ''), 'not seen'],
  ['second-script-responds', '//embed.livewebinar.com/widget/', status(404)],
  ['container', '/em', text(/_widget_containerID|livewebinar-room-container/g, ''), 'not seen'],
  ['queue', '', text('__cbs', 'other'), 'not seen'],
  [
    'origins',
    '//embed.livewebinar.com/em',
    ({ body }) => ({ body: `${body}//https://tracker.example/` }),
  ],
  ['no-eval', '//embed.livewebinar.com/widget/', ({ body }) => ({ body: `${body}; eval('1')` })],
  ['api-unauthorized', '/api/me', status(200)],
  ['api-unauthorized', '/api/me', () => ({ body: 'Unauthorized' })],
  ['authorize-page', '/authorize', status(404)],
];
/** Other facts that depend on the same response. */
const ALSO: Record<string, string[]> = {
  'room-url': ['nickname'],
  'second-script-responds': ['container', 'queue'],
};

describe('doctor --vendor', () => {
  it('finds no difference in the stand-in, in every variant', async () => {
    for (const variants of [undefined, ['app'], ['corp'], ['hash']] as const) {
      const rows = await check(getFrom(variants && { variants: [...variants] }).get);
      expect(rows.filter(({ verdict }) => verdict === 'differs')).to.deep.equal([]);
      expect(
        rows.filter(({ verdict }) => verdict === 'not seen').map(({ name }) => name),
      ).to.deep.equal(['token-urls', 'api-calls']);
    }
    const rows = await check(getFrom({ variants: ['frame'] }).get);
    expect(verdictsOf(rows)).to.include({ 'second-script': 'not seen', container: 'holds' });
  });

  for (const [name, part, change, verdict = 'differs'] of DIFFERENCES) {
    it(`detects a difference in ${name} (${verdict}, ${part || 'all'})`, async () => {
      const before = verdictsOf(await check(getFrom().get));
      const after = verdictsOf(await check(getFrom(undefined, part, change).get));
      expect(after[name]).to.equal(verdict);
      const others = Object.keys(after).filter((other) => after[other] !== before[other]);
      expect(others.filter((other) => other !== name)).to.have.members(
        (ALSO[name] ?? []).filter((other) => others.includes(other)),
      );
    });
  }

  it('covers every fact that the stand-in shows', async () => {
    const rows = await check(getFrom().get);
    const seen = rows.filter(({ verdict }) => verdict === 'holds').map(({ name }) => name);
    expect(seen).to.have.members([...new Set(DIFFERENCES.map(([name]) => name))]);
  });

  it('sends no token, and requests each URL once', async () => {
    const { get, requested } = getFrom();
    await check(get);
    for (const { searchParams, pathname, href } of requested) {
      for (const [name, value] of searchParams)
        if (/token$/.test(name) && name !== 'token') expect(value, href).to.equal('');
      expect(pathname).to.not.match(/\/[xpr]\//);
    }
    expect(new Set(requested.map(String)).size).to.equal(requested.length);
    expect(requested.length).to.be.below(10);
  });

  it('reports why a fact was not seen', async () => {
    const rows = await check(() => Promise.reject(new HttpProblem('a.example has no IP address.')));
    expect(new Set(rows.map(({ verdict }) => verdict))).to.deep.equal(new Set(['not seen']));
    expect(formatVendorRows(rows)).to.include('a.example has no IP address.').and.include('0 hold');
  });

  it('requests everything from a given origin', async () => {
    const { get, requested } = getFrom();
    const rows = await checkVendor('1', createHosts('http://localhost:4810'), get);
    expect(new Set(requested.map(({ origin }) => origin))).to.deep.equal(
      new Set(['http://localhost:4810']),
    );
    expect(rows.filter(({ verdict }) => verdict === 'differs')).to.deep.equal([]);
  });
});
