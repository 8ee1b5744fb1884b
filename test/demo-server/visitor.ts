import { expect } from 'chai';
import type { createApp } from '../../demo/server/app.js';

/** Sends requests to an application as one browser does, with its cookie. */
export class Visitor {
  /** The cookie of the session, as it is sent. */
  cookie = '';
  readonly #app: ReturnType<typeof createApp>;
  readonly #origin: string;
  readonly #address: string;

  /** @param address The client's IP address. */
  constructor(app: ReturnType<typeof createApp>, origin: string, address = '192.0.2.1') {
    this.#app = app;
    this.#origin = origin;
    this.#address = address;
  }

  get(path: string): Promise<Response> {
    return this.#send(path, {});
  }

  post(path: string, fields: Record<string, string> = {}, headers: HeadersInit = {}) {
    return this.#send(path, {
      method: 'POST',
      headers: { origin: this.#origin, ...headers },
      body: new URLSearchParams(fields),
    });
  }

  async logIn(password: string, headers: HeadersInit = {}): Promise<Response> {
    const response = await this.post('/login', { password }, headers);
    this.cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    return response;
  }

  /** Returns the text of a page that has to be there. */
  async read(path: string): Promise<string> {
    const response = await this.get(path);
    expect(response.status, path).to.equal(200);
    return response.text();
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const headers = { ...init.headers, cookie: this.cookie } as Record<string, string>;
    return this.#app.request(
      new Request(this.#origin + path, { ...init, headers }),
      {},
      { incoming: { socket: { remoteAddress: this.#address, remoteFamily: 'IPv4' } } },
    );
  }
}
