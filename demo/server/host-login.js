// @ts-check
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { AttemptLimit } from './attempt-limit.js';
import { clientAddress } from './client-address.js';

const COOKIE = 'session';
const SESSION_SECONDS = 8 * 60 * 60;

/** @param {string} text */
const digest = (text) => createHash('sha256').update(text).digest();

/**
 * @typedef {{ isLoggedIn: true } | { isLoggedIn: false, retryAfter: number }} LoginResult `retryAfter`:
 *   seconds until this client may try again; 0 if it may now.
 */

/** The login of the host: one password, and sessions in memory. Your application has its own. */
export class HostLogin {
  #password;
  #isHttps;
  #isBehindProxy;
  /** @type {Map<string, number>} When each session ends. */
  #sessions = new Map();
  #limit = new AttemptLimit();

  /** @param {{ hostPassword: string, origin: string, isBehindProxy: boolean }} settings */
  constructor({ hostPassword, origin, isBehindProxy }) {
    this.#password = digest(hostPassword);
    this.#isHttps = origin.startsWith('https:');
    this.#isBehindProxy = isBehindProxy;
  }

  /** @param {import('hono').Context} context */
  isHost(context) {
    return (this.#sessions.get(getCookie(context, COOKIE) ?? '') ?? 0) > Date.now();
  }

  /**
   * @param {import('hono').Context} context
   * @param {string} password
   * @returns {LoginResult}
   */
  logIn(context, password) {
    const client = clientAddress(context, this.#isBehindProxy);
    const retryAfter = this.#limit.retryAfter(client);
    if (retryAfter > 0) return { isLoggedIn: false, retryAfter };
    if (!timingSafeEqual(digest(password), this.#password)) {
      this.#limit.addFailure(client);
      return { isLoggedIn: false, retryAfter: 0 };
    }
    const now = Date.now();
    for (const [id, end] of this.#sessions) if (end <= now) this.#sessions.delete(id);
    const id = randomBytes(32).toString('base64url');
    this.#sessions.set(id, now + SESSION_SECONDS * 1000);
    setCookie(context, COOKIE, id, {
      httpOnly: true,
      // Not Strict: the host may follow a link in an e-mail.
      sameSite: 'Lax',
      secure: this.#isHttps,
      maxAge: SESSION_SECONDS,
    });
    return { isLoggedIn: true };
  }

  /** @param {import('hono').Context} context */
  logOut(context) {
    this.#sessions.delete(getCookie(context, COOKIE) ?? '');
    deleteCookie(context, COOKIE);
  }
}
