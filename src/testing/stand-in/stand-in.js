// @ts-check
import { Api } from './api.js';
import { embedScript, SECOND_SCRIPT, secondScript } from './embed-script.js';
import { checkFault } from './faults.js';
import { isLocal, roomOriginOf } from './origin.js';
import { checkVariants, readLicenseKey } from './variants.js';
import { roomPage } from './room-page.js';
import { readVisitor } from './visitor.js';
import { delay } from './delay.js';

/**
 * @typedef {object} StandInOptions
 * @property {import('./faults.js').RoomFault} [fault] Fault of every room whose license key names none.
 * @property {import('./variants.js').Variant[]} [variants] Variants of every room whose license key names none.
 *   Defaults to `['trap']`.
 */

const AVATAR = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
<rect width="64" height="64" fill="#2f6b5e"/><circle cx="32" cy="25" r="11" fill="#f3d9b1"/>
<path d="M10 64a22 22 0 0 1 44 0" fill="#f3d9b1"/></svg>`;

/** Allows pages with `Cross-Origin-Embedder-Policy` to use a response. */
const CORP = { 'cross-origin-resource-policy': 'cross-origin' };

/** A header that requires a CORS preflight, so that pages of other sites cannot send control requests. */
const CONTROL_HEADER = 'stand-in';

/** A response that never comes. @returns {Promise<never>} */
const never = () => new Promise(() => {});

/**
 * @param {string} type
 * @param {string} body
 * @param {Record<string, string>} [headers]
 */
const respond = (type, body, headers) =>
  new Response(body, {
    headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store', ...headers },
  });
const notFound = () => new Response('Stand-in: not found.', { status: 404 });

/**
 * An in-memory replacement for LiveWebinar in demos and tests. It implements the vendor contract and nothing
 * else. It does not listen on a port: `fetch` takes a request to one of the vendor's hosts or a local server.
 *
 * - `/em`, `/widget/wea/wea.min.js`: the embed script and the one it adds.
 * - `/<room>` with a role, personal or registrant token: direct room URLs.
 * - `/api/…`, `/auth/oauth2/authorize`: the HTTP API, see `api.js`.
 * - `/stand-in/frame`: the page that the embed script frames.
 * - `/stand-in/avatar.svg`: an avatar. `/stand-in/recording`, `/stand-in/report`: files of a room.
 * - `/stand-in/requests?room=<room>`: the queries of the requests for a room, for pages on this machine.
 * - `POST /stand-in/api-…`: control requests, see `api.js`. They need the header `stand-in: 1`.
 *
 * License keys that start with `fault-` or `variant-` select its behavior, see `faults.js` and `variants.js`.
 */
export class StandIn {
  /** The HTTP API. */
  api;
  #fault;
  #variants;
  /** @type {Map<string, string[]>} */
  #requests = new Map();
  /** @type {import('./visitor.js').Visitor[]} */
  #visitors = [];

  /** @param {StandInOptions} [options] */
  constructor({ fault, variants = ['trap'] } = {}) {
    this.#fault = fault && checkFault(fault);
    this.#variants = checkVariants(variants);
    this.api = new Api(this.#variants);
  }

  /**
   * Makes every room fail until `recover()` or `reset()`, unless its license key names a fault.
   *
   * @param {import('./faults.js').RoomFault} fault
   */
  fail(fault) {
    this.#fault = checkFault(fault);
  }

  /** Makes rooms open again after `fail()`. */
  recover() {
    this.#fault = undefined;
  }

  /**
   * Returns the visitors of a room, or of all rooms, in the order in which they entered.
   *
   * @param {string} [licenseKey]
   */
  visitors(licenseKey) {
    return this.#visitors.filter((visitor) => !licenseKey || visitor.licenseKey === licenseKey);
  }

  /** Deletes visitors, requests, the fault and all data of the API. */
  reset() {
    this.recover();
    this.#requests.clear();
    this.#visitors = [];
    this.api.reset();
  }

  /**
   * Responds to a request. With some faults, the promise never settles.
   *
   * @param {Request} request
   * @returns {Promise<Response>}
   */
  async fetch(request) {
    const url = new URL(request.url);
    if (url.pathname.startsWith('/stand-in/') && url.pathname !== '/stand-in/frame')
      return this.#control(request, url);
    if (url.pathname.startsWith('/api/') || url.pathname === '/auth/oauth2/authorize')
      return this.api.fetch(request);
    if (url.pathname === SECOND_SCRIPT) {
      if (url.search) return notFound();
      return respond('text/javascript', secondScript(), CORP);
    }
    const visitor = readVisitor(url);
    return visitor ? this.#open(request, url, visitor) : notFound();
  }

  /**
   * @param {Request} request
   * @param {URL} url
   * @param {import('./visitor.js').Visitor} visitor
   */
  async #open({ method }, url, visitor) {
    const { licenseKey } = visitor;
    const { fault = this.#fault, variants = this.#variants } = readLicenseKey(licenseKey);
    if (url.pathname !== '/stand-in/frame') {
      const earlier = this.#requests.get(licenseKey) ?? [];
      // The element's `HEAD` request does not open the room.
      if (method !== 'HEAD') this.#requests.set(licenseKey, [...earlier, url.search]);
      if (fault === 'script-404' || (fault === 'twice' && earlier.length < 2)) return notFound();
      if (fault === 'script-hangs') return never();
      if (fault === 'script-slow') await delay(3000);
    }
    const corp = variants.includes('corp') ? CORP : {};
    if (url.pathname === '/em') {
      const frameOrigin = variants.includes('app') ? roomOriginOf(url.origin) : url.origin;
      const script = embedScript(url.origin, url.searchParams, { fault, variants, frameOrigin });
      return respond('text/javascript', script, corp);
    }
    const known = { ...visitor, ...this.api.identify(visitor) };
    if (method !== 'HEAD') this.#visitors.push(known);
    return respond('text/html', roomPage(known, { isEndless: fault === 'endless' }), {
      ...corp,
      ...(variants.includes('corp') && { 'cross-origin-embedder-policy': 'require-corp' }),
      ...(fault === 'no-framing' && { 'content-security-policy': "frame-ancestors 'none'" }),
      ...(fault === 'x-frame-options' && { 'x-frame-options': 'DENY' }),
    });
  }

  /**
   * @param {Request} request
   * @param {URL} url
   */
  async #control(request, { pathname, searchParams }) {
    const name = pathname.slice('/stand-in/'.length);
    if (name === 'avatar.svg')
      return respond('image/svg+xml', AVATAR, { ...CORP, 'access-control-allow-origin': '*' });
    if (name === 'recording' || name === 'report')
      return respond('text/plain', 'Stand-in: LiveWebinar would send a file here.');
    if (name === 'hangs') return never();
    // Requests contain tokens, so pages of other sites can neither read them nor send control requests.
    const origin = request.headers.get('origin');
    if (origin && !isLocal(origin))
      return new Response('Stand-in: only for pages on this machine.', { status: 403 });
    const cors = {
      vary: 'origin',
      ...(origin && {
        'access-control-allow-origin': origin,
        'access-control-allow-headers': CONTROL_HEADER,
      }),
    };
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: cors });
    if (request.method === 'GET' && name === 'requests') {
      const requests = this.#requests.get(searchParams.get('room') ?? '') ?? [];
      return respond('application/json', JSON.stringify(requests), cors);
    }
    if (request.method !== 'POST') return notFound();
    if (!request.headers.has(CONTROL_HEADER))
      return new Response(`Stand-in: a control request needs the header "${CONTROL_HEADER}: 1".`, {
        status: 403,
      });
    const isKnown = this.api.control(name, await request.text());
    return isKnown ? new Response(null, { status: 204, headers: cors }) : notFound();
  }
}
