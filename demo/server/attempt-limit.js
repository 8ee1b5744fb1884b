// @ts-check

const LIMIT = 10;
const WINDOW_MS = 15 * 60 * 1000;
/** How many clients are remembered; the oldest are forgotten first. */
const MAX_CLIENTS = 10_000;

/** Limits failed attempts per client: 10 in a quarter of an hour. */
export class AttemptLimit {
  /** @type {Map<string, number[]>} When each client failed. */
  #failures = new Map();

  /**
   * Returns the seconds until a client may try again; 0 if it may now.
   *
   * @param {string} client
   */
  retryAfter(client) {
    const failures = this.#recent(client);
    const first = failures.at(-LIMIT);
    return first === undefined ? 0 : Math.ceil((first + WINDOW_MS - Date.now()) / 1000);
  }

  /** @param {string} client */
  addFailure(client) {
    const failures = [...this.#recent(client), Date.now()];
    this.#failures.delete(client);
    this.#failures.set(client, failures);
    const [oldest = ''] = this.#failures.keys();
    if (this.#failures.size > MAX_CLIENTS) this.#failures.delete(oldest);
  }

  /** @param {string} client */
  #recent(client) {
    const since = Date.now() - WINDOW_MS;
    return (this.#failures.get(client) ?? []).filter((time) => time > since);
  }
}
