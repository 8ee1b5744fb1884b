import { ApiAuth } from './api-auth.js';
import { API_FAULTS, ApiFaults, faultResponse } from './api-faults.js';
import { ApiEventTokens } from './api-event-tokens.js';
import { parseForm } from './api-form.js';
import { ApiRooms } from './api-rooms.js';
import { findRoute, notFound, refuse } from './api-routes.js';
import { isLocal, ROOM_ORIGIN } from './origin.js';
import { delay } from './delay.js';

/**
 * A room as the API returns it, with every field that it was given.
 *
 * @typedef {Record<string, unknown> & { id: number, token: string, roles: { host: string },
 *   hosted_at: { host: string, presenter: string } }} ApiRoom
 */

/**
 * The HTTP API of the stand-in, in memory. It implements the vendor contract and nothing else.
 *
 * - `/api/…`: the calls, see `api-routes.js`. The application `stand-in` with the secret `stand-in-secret` is registered.
 * - `/auth/oauth2/authorize`: the page where a user authorizes an application.
 * - `POST /stand-in/api-faults`: makes the next calls fail, see `api-faults.js`:
 *   `fault=429&call=POST /widgets&times=2&retry-after=1`.
 * - `POST /stand-in/api-expire`: expires every access token.
 * - `POST /stand-in/api-reset`: deletes everything and restarts the numbering of rooms.
 */
export class Api {
  #auth;
  #faults;
  #rooms;
  #eventTokens;
  #user;
  #variants;

  /** @param {readonly string[]} [variants] Variants for rooms whose license key names none: see `variants.js`. */
  constructor(variants = []) {
    this.#variants = variants;
    this.reset();
  }

  /**
   * Makes the next calls fail.
   *
   * @param {string} call Method and path: `POST /widgets`, `GET /widgets/7`.
   * @param {`${keyof typeof API_FAULTS}`} fault
   * @param {object} [options]
   * @param {number} [options.times] Number of calls. Defaults to 1.
   * @param {number} [options.retryAfter] Seconds, for `429`. Defaults to 0.
   * @param {number} [options.delay] Milliseconds, for `slow`. Defaults to 3000.
   * @throws {TypeError} If there is no such fault. The message lists the faults.
   */
  fail(call, fault, { times = 1, retryAfter = 0, delay = 3000 } = {}) {
    if (!Object.hasOwn(API_FAULTS, fault)) {
      const names = Object.keys(API_FAULTS).join(', ');
      throw new TypeError(`No fault "${fault}" of the API. Choose one of: ${names}.`);
    }
    this.#faults.add({
      fault,
      call,
      times: String(times),
      delay: String(delay),
      'retry-after': String(retryAfter),
    });
  }

  /**
   * Creates a room without a call.
   *
   * @param {Record<string, unknown> & { name: string }} fields As in `POST /widgets`: `start_date`,
   *   `timezone` ….
   * @returns {ApiRoom}
   * @example
   * const { token, roles } = rooms.api.createRoom({ name: 'Open day' });
   * // license key '100-000-001', and a role token for the host
   */
  createRoom(fields) {
    return this.#rooms.create(fields, { origin: ROOM_ORIGIN, variants: this.#variants });
  }

  /** Expires every access token. */
  expireTokens() {
    this.#auth.expire();
  }

  /** Deletes everything and restarts the numbering of rooms. */
  reset() {
    this.#auth = new ApiAuth();
    this.#faults = new ApiFaults();
    this.#rooms = new ApiRooms();
    this.#eventTokens = new ApiEventTokens();
    this.#user = { id: 1, email: 'owner@example.com' };
  }

  /** Returns what the API knows about a visitor: `role`, and `nickname` and `email` of a personal link. */
  identify(visitor) {
    return this.#rooms.identify(visitor);
  }

  /**
   * Executes a control request: `api-faults`, `api-expire` or `api-reset`.
   *
   * @param {string} name
   * @param {string} body A form.
   * @returns {boolean} Whether there is such a request.
   */
  control(name, body) {
    const requests = {
      'api-faults': () => this.#faults.add(parseForm(body)),
      'api-expire': () => this.expireTokens(),
      'api-reset': () => this.reset(),
    };
    requests[name]?.();
    return name in requests;
  }

  /**
   * Responds to a call, or with the authorize page.
   *
   * @param {Request} request
   * @returns {Promise<Response>}
   */
  async fetch(request) {
    const { method } = request;
    const url = new URL(request.url);
    const fields = parseForm(await request.text());
    if (url.pathname === '/auth/oauth2/authorize') {
      const { status, page, location } = this.#auth.authorize(url.searchParams, fields.decision);
      const headers = { 'content-type': 'text/html; charset=utf-8', ...(location && { location }) };
      return new Response(page, { status, headers });
    }

    const path = url.pathname.slice('/api'.length);
    const planned = this.#faults.take(`${method} ${path}`) ?? { fault: '' };
    if (planned.fault === 'slow') await delay(Number(planned.delay ?? 3000));
    const { status, body, headers } = faultResponse(planned) ?? this.#route(request, path, fields);
    const json = body === undefined ? '' : JSON.stringify(body);
    const bytes = new TextEncoder().encode(json);
    // A response with 204 must not have a body, not even an empty one.
    const content = status === 204 ? null : json;
    return new Response(planned.fault === 'cut-off' ? cutOff(bytes) : content, {
      status: planned.fault === 'cut-off' && status === 204 ? 200 : status,
      headers: {
        'content-type': 'application/json',
        'content-length': String(bytes.length),
        ...headers,
      },
    });
  }

  #route({ method, url, headers }, path, fields) {
    const { searchParams, origin } = new URL(url);
    const route = findRoute(method, path);
    if (!route?.isPublic && !this.#auth.accepts(headers.get('authorization'))) {
      return refuse(401, 'Unauthenticated.');
    }
    if (!route || (route.isOfRoom && !this.#rooms.get(route.id))) return notFound();
    return route.respond({
      auth: this.#auth,
      rooms: this.#rooms,
      eventTokens: this.#eventTokens,
      user: this.#user,
      id: route.id,
      fields,
      query: Object.fromEntries(searchParams),
      options: { origin: isLocal(origin) ? origin : ROOM_ORIGIN, variants: this.#variants },
    });
  }
}

/** Creates a response whose connection breaks in the middle of the body. */
const cutOff = (bytes) =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.subarray(0, bytes.length / 2));
    },
    // Called when the client reads the second half.
    pull(controller) {
      controller.error(new Error('Stand-in: cut off.'));
    },
  });
