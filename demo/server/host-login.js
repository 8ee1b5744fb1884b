// @ts-check
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

const COOKIE = 'session';
/** Seconds a session lasts. */
const SESSION = 8 * 60 * 60;
/** Wrong passwords that are taken in so many milliseconds. */
const GUESSES = 10;
const GUESSES_WITHIN = 15 * 60 * 1000;

/** @param {string} text */
const digest = (text) => createHash('sha256').update(text).digest();

/**
 * One password and sessions in memory: enough for an example. In an application of your own, this is
 * your login.
 */
export class HostLogin {
  #password;
  #isHttps;
  /** @type {Map<string, number>} The end of each session. */
  #sessions = new Map();
  /** @type {number[]} When somebody guessed wrong. */
  #guesses = [];

  /** @param {{ hostPassword: string, origin: string }} settings */
  constructor({ hostPassword, origin }) {
    this.#password = digest(hostPassword);
    this.#isHttps = origin.startsWith('https:');
  }

  /** @param {import('hono').Context} context */
  isHost(context) {
    return (this.#sessions.get(getCookie(context, COOKIE) ?? '') ?? 0) > Date.now();
  }

  /**
   * @param {import('hono').Context} context
   * @param {string} password
   * @returns {'in' | 'wrong' | 'too-many'}
   */
  logIn(context, password) {
    const now = Date.now();
    this.#guesses = this.#guesses.filter((guess) => guess > now - GUESSES_WITHIN);
    if (this.#guesses.length >= GUESSES) return 'too-many';
    if (!timingSafeEqual(digest(password), this.#password)) {
      this.#guesses.push(now);
      return 'wrong';
    }
    for (const [id, end] of this.#sessions) if (end <= now) this.#sessions.delete(id);
    const id = randomBytes(32).toString('base64url');
    this.#sessions.set(id, now + SESSION * 1000);
    setCookie(context, COOKIE, id, {
      httpOnly: true,
      // Lax, not Strict: the host may come from a link in an e-mail.
      sameSite: 'Lax',
      secure: this.#isHttps,
      maxAge: SESSION,
    });
    return 'in';
  }

  /** @param {import('hono').Context} context */
  logOut(context) {
    this.#sessions.delete(deleteCookie(context, COOKIE) ?? '');
  }
}
