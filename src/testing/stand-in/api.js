import { setTimeout as wait } from 'node:timers/promises';
import { ApiAuth } from './api-auth.js';
import { ApiFaults, faultyAnswer } from './api-faults.js';
import { parseForm } from './api-form.js';
import { ApiRooms } from './api-rooms.js';

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

  constructor() {
    this.#reset();
  }

  /** Says who comes into a room: `role`, and `nickname` and `email` of a personal link. */
  recognise(visitor) {
    return this.#rooms.recognise(visitor);
  }

  /**
   * Answers a request, unless it is not for the API.
   *
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   * @param {URL} url
   * @returns {Promise<boolean>} Whether it did.
   */
  async answer(request, response, url) {
    const { method = 'GET' } = request;
    const { pathname } = url;
    const isOrder = method === 'POST' && pathname.startsWith('/stand-in/api-');
    if (!pathname.startsWith('/api/') && pathname !== '/auth/oauth2/authorize' && !isOrder)
      return false;
    let text = '';
    for await (const chunk of request) text += chunk;
    const fields = parseForm(text);

    if (isOrder) {
      response.writeHead(this.#obey(pathname, fields) ? 204 : 404).end();
      return true;
    }
    if (pathname === '/auth/oauth2/authorize') {
      const { status, page, location } = this.#auth.authorize(url.searchParams, fields.decision);
      response.writeHead(status, {
        'content-type': 'text/html; charset=utf-8',
        ...(location && { location }),
      });
      response.end(page);
      return true;
    }

    const path = pathname.slice('/api'.length);
    const order = this.#faults.take(`${method} ${path}`) ?? { fault: '' };
    // It does not keep a stand-in alive that has been stopped.
    if (order.fault === 'slow') await wait(Number(order.delay ?? 3000), undefined, { ref: false });
    const { status, body, headers } =
      faultyAnswer(order) ??
      this.#route(method, path, fields, url.searchParams, request.headers.authorization);
    const json = body === undefined ? '' : JSON.stringify(body);
    const length = Buffer.byteLength(json);
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-length': length,
      ...headers,
    });
    if (order.fault !== 'cut-off') response.end(json);
    else if (json === '') response.destroy();
    else response.write(json.slice(0, length / 2), () => response.destroy());
    return true;
  }

  #reset() {
    this.#auth = new ApiAuth();
    this.#faults = new ApiFaults();
    this.#rooms = new ApiRooms();
    this.#user = { id: 1, email: 'owner@example.com' };
  }

  #obey(pathname, fields) {
    const orders = {
      '/stand-in/api-faults': () => this.#faults.add(fields),
      '/stand-in/api-expire': () => this.#auth.expire(),
      '/stand-in/api-reset': () => this.#reset(),
    };
    orders[pathname]?.();
    return pathname in orders;
  }

  #route(method, path, fields, query, authorization) {
    if (method === 'POST') {
      if (path === '/oauth/clients') return this.#auth.register(fields);
      if (path === '/oauth/access_token') return this.#auth.exchange(fields);
      if (path === '/oauth/access_token/refresh') return this.#auth.refresh(fields);
      if (path === '/auth/login') return this.#auth.logIn(fields);
    }
    if (!this.#auth.accepts(authorization)) return refuse(401, 'Unauthenticated.');
    if (path === '/me' && method === 'GET') return ok({ data: this.#user });
    if (path === `/users/${this.#user.id}` && method === 'PUT') {
      return ok({ data: Object.assign(this.#user, fields) });
    }
    const [, collection, id, part] = path.split('/');
    if (collection !== 'widgets') return notFound();
    if (id === undefined) return this.#routeRooms(method, fields, query);
    if (!this.#rooms.get(id)) return notFound();
    return part === undefined
      ? this.#routeRoom(method, id, fields)
      : this.#routePart(method, id, part, fields);
  }

  #routeRooms(method, fields, query) {
    if (method === 'GET') return ok({ data: this.#rooms.list(Object.fromEntries(query)) });
    if (method !== 'POST') return notFound();
    return fields.name ? ok({ data: this.#rooms.create(fields) }, 201) : required('name');
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
