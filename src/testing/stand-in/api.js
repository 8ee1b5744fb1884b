import { ApiAuth } from './api-auth.js';
import { API_FAULTS, ApiFaults, faultyAnswer } from './api-faults.js';
import { parseForm } from './api-form.js';
import { ApiRooms } from './api-rooms.js';
import { isLocal, ROOM_ORIGIN } from './origin.js';
import { wait } from './wait.js';

const ok = (body, status = 200) => ({ status, body });
const refuse = (status, message) => ({ status, body: { error: { message } } });
const notFound = () => refuse(404, 'Not found.');
const required = (field) => refuse(422, `The ${field} field is required.`);

/**
 * The HTTP API of the stand-in, in memory: what the vendor contract says, and nothing beyond it.
 *
 * - `/api/…`: the calls. The application `stand-in` with the secret `stand-in-secret` is registered.
 * - `/auth/oauth2/authorize`: the page that asks the user.
 * - `POST /stand-in/api-faults`: what the next calls get, see `api-faults.js`:
 *   `fault=429&call=POST /widgets&times=2&retry-after=1`.
 * - `POST /stand-in/api-expire`: ends every access token.
 * - `POST /stand-in/api-reset`: forgets everything; the first room is the first one again.
 */
export class Api {
  #auth;
  #faults;
  #rooms;
  #user;
  #plays;

  /** @param {readonly string[]} [plays] What to play for rooms that name nothing: see `plays.js`. */
  constructor(plays = []) {
    this.#plays = plays;
    this.reset();
  }

  /**
   * Makes the next calls fail.
   *
   * @param {string} call Method and path: `POST /widgets`, `GET /widgets/7`.
   * @param {`${keyof typeof API_FAULTS}`} fault
   * @param {object} [options]
   * @param {number} [options.times] How many calls. Default: 1.
   * @param {number} [options.retryAfter] Seconds, for `429`. Default: 0.
   * @param {number} [options.delay] Milliseconds, for `slow`. Default: 3000.
   * @throws {TypeError} If there is no such fault; the message lists those that exist.
   */
  fail(call, fault, { times = 1, retryAfter = 0, delay = 3000 } = {}) {
    if (!Object.hasOwn(API_FAULTS, fault)) {
      const names = Object.keys(API_FAULTS).join(', ');
      throw new TypeError(`No fault "${fault}" of the API. Choose one of: ${names}.`);
    }
    const order = { fault, call, times: String(times), delay: String(delay) };
    this.#faults.add({ ...order, 'retry-after': String(retryAfter) });
  }

  /**
   * Creates a room without a call.
   *
   * @param {Record<string, any>} fields As in `POST /widgets`: `name`, `start_date`, `timezone` ….
   */
  createRoom(fields) {
    return this.#rooms.create(fields, { origin: ROOM_ORIGIN, plays: this.#plays });
  }

  /** Ends every access token, as time would. */
  expireTokens() {
    this.#auth.expire();
  }

  /** Forgets everything: the next room is the first one again. */
  reset() {
    this.#auth = new ApiAuth();
    this.#faults = new ApiFaults();
    this.#rooms = new ApiRooms();
    this.#user = { id: 1, email: 'owner@example.com' };
  }

  /** Returns who enters a room: `role`, and `nickname` and `email` of a personal link. */
  recognise(visitor) {
    return this.#rooms.recognise(visitor);
  }

  /**
   * Follows an order: `api-faults`, `api-expire` or `api-reset`.
   *
   * @param {string} name
   * @param {string} body A form.
   * @returns {boolean} Whether there is such an order.
   */
  obey(name, body) {
    const orders = {
      'api-faults': () => this.#faults.add(parseForm(body)),
      'api-expire': () => this.expireTokens(),
      'api-reset': () => this.reset(),
    };
    orders[name]?.();
    return name in orders;
  }

  /**
   * Responds to a call, or with the page that asks the user.
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
    const order = this.#faults.take(`${method} ${path}`) ?? { fault: '' };
    if (order.fault === 'slow') await wait(Number(order.delay ?? 3000));
    const { status, body, headers } = faultyAnswer(order) ?? this.#route(request, path, fields);
    const json = body === undefined ? '' : JSON.stringify(body);
    const bytes = new TextEncoder().encode(json);
    return new Response(order.fault === 'cut-off' ? cutOff(bytes) : json, {
      status,
      headers: {
        'content-type': 'application/json',
        'content-length': String(bytes.length),
        ...headers,
      },
    });
  }

  #route({ method, url, headers }, path, fields) {
    const { searchParams: query, origin } = new URL(url);
    if (method === 'POST') {
      if (path === '/oauth/clients') return this.#auth.register(fields);
      if (path === '/oauth/access_token') return this.#auth.exchange(fields);
      if (path === '/oauth/access_token/refresh') return this.#auth.refresh(fields);
      if (path === '/auth/login') return this.#auth.logIn(fields);
    }
    if (!this.#auth.accepts(headers.get('authorization'))) return refuse(401, 'Unauthenticated.');
    if (path === '/me' && method === 'GET') return ok({ data: this.#user });
    if (path === `/users/${this.#user.id}` && method === 'PUT') {
      return ok({ data: Object.assign(this.#user, fields) });
    }
    const [, collection, id, part] = path.split('/');
    if (collection !== 'widgets') return notFound();
    if (id === undefined) return this.#routeRooms(method, fields, query, origin);
    if (!this.#rooms.get(id)) return notFound();
    return part === undefined
      ? this.#routeRoom(method, id, fields)
      : this.#routePart(method, id, part, fields);
  }

  #routeRooms(method, fields, query, requestOrigin) {
    if (method === 'GET') return ok({ data: this.#rooms.list(Object.fromEntries(query)) });
    if (method !== 'POST') return notFound();
    if (!fields.name) return required('name');
    const origin = isLocal(requestOrigin) ? requestOrigin : ROOM_ORIGIN;
    return ok({ data: this.#rooms.create(fields, { origin, plays: this.#plays }) }, 201);
  }

  #routeRoom(method, id, fields) {
    if (method === 'GET') return ok({ data: this.#rooms.get(id) });
    if (method === 'PUT') return ok({ data: this.#rooms.update(id, fields) });
    if (method !== 'DELETE') return notFound();
    this.#rooms.delete(id);
    return { status: 204 };
  }

  #routePart(method, id, part, fields) {
    if (method !== 'POST') return notFound();
    if (part === 'registrants') return ok({ data: { ...fields } }, 201);
    if (part !== 'personal') return notFound();
    return fields.emails
      ? ok({ data: this.#rooms.createLink(id, fields) }, 201)
      : required('emails');
  }
}

/** Breaks off in the middle of a response. */
const cutOff = (bytes) =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.subarray(0, bytes.length / 2));
    },
    // Asked for the second half.
    pull(controller) {
      controller.error(new Error('Stand-in: cut off.'));
    },
  });
