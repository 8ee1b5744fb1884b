import { LivewebinarApiError } from './api-error.js';
import { flattenFields } from './form.js';
import type { TokenSet, TokenStore } from './tokens.js';
import type { Call, Transport } from './transport.js';

/** Milliseconds before its end at which a token is renewed. */
const EARLY = 60_000;

/** Milliseconds without requests after repeated 401s, as the vendor's plugin has it (vendor contract: B). */
const PAUSE = 600_000;

/** Gives new tokens in place of the old ones. */
export type Renew = (tokens: TokenSet | null) => Promise<TokenSet>;

/**
 * Sends calls with a valid access token. It is renewed before it ends and once after a 401; calls at
 * the same time share one renewal.
 */
export class Session {
  readonly #transport: Transport;
  readonly #store: TokenStore;
  readonly #renew: Renew;
  #renewal: Promise<TokenSet> | null = null;
  #paused: { until: number; accessToken: string | undefined } | null = null;

  constructor(transport: Transport, store: TokenStore, renew: Renew) {
    this.#transport = transport;
    this.#store = store;
    this.#renew = renew;
  }

  async send(call: Call): Promise<unknown> {
    call.signal?.throwIfAborted();
    // Throws for a field that cannot be written, before anything is sent to log in.
    flattenFields(call.fields ?? {});
    const tokens = await this.#tokens(call.signal);
    try {
      return await this.#transport.send({ ...call, accessToken: tokens.accessToken });
    } catch (error) {
      if (!isUnauthorized(error)) throw error;
    }
    const { accessToken } = await this.#tokens(call.signal, tokens.accessToken);
    try {
      return await this.#transport.send({ ...call, accessToken });
    } catch (error) {
      if (isUnauthorized(error)) this.#pause(accessToken);
      throw error;
    }
  }

  /** Stores the tokens of a new authorisation; after a renewal under way, which would overwrite them. */
  async adopt(tokens: TokenSet): Promise<void> {
    while (this.#renewal) await this.#renewal.catch(() => {});
    await this.#replace(async () => {
      await this.#store.save(tokens);
      return tokens;
    });
  }

  /** @param rejected The access token that LiveWebinar no longer takes. */
  async #tokens(signal: AbortSignal | undefined, rejected?: string): Promise<TokenSet> {
    const tokens = await this.#load();
    if (tokens && isUsable(tokens, rejected)) return tokens;
    const renewal = this.#renewal ?? this.#replace(() => this.#renewAndSave(rejected));
    return signal ? orAborted(renewal, signal) : renewal;
  }

  /** Whoever needs tokens meanwhile waits for the new ones. */
  #replace(renew: () => Promise<TokenSet>): Promise<TokenSet> {
    this.#renewal = renew().finally(() => {
      this.#renewal = null;
    });
    return this.#renewal;
  }

  async #load(): Promise<TokenSet | null> {
    const tokens = (await this.#store.load()) ?? null;
    if (this.#paused) {
      const retryAfter = this.#paused.until - Date.now();
      if (retryAfter > 0 && tokens?.accessToken === this.#paused.accessToken) {
        const message =
          'LiveWebinar did not accept the credentials, so nothing was sent. Check them, or authorise again.';
        throw new LivewebinarApiError('paused', message, { retryAfter });
      }
      this.#paused = null;
    }
    return tokens;
  }

  async #renewAndSave(rejected: string | undefined): Promise<TokenSet> {
    // Once more: while a slow store was read, another call or process may have renewed them, and a
    // refresh token may count once only.
    const tokens = await this.#load();
    if (tokens && isUsable(tokens, rejected)) return tokens;
    try {
      const renewed = await this.#renew(tokens);
      await this.#store.save(renewed);
      return renewed;
    } catch (error) {
      // For a refresh token that no longer counts the standard has 400.
      if (isUnauthorized(error) || (error instanceof LivewebinarApiError && error.status === 400)) {
        this.#pause(tokens?.accessToken);
      }
      throw error;
    }
  }

  #pause(accessToken: string | undefined): void {
    this.#paused = { until: Date.now() + PAUSE, accessToken };
  }
}

/** Whether LiveWebinar itself answered 401. */
const isUnauthorized = (error: unknown): boolean =>
  error instanceof LivewebinarApiError && error.status === 401;

/** Whether a call can be sent with these tokens: not the ones it was refused with, nor some that end soon. */
const isUsable = ({ accessToken, expiresAt }: TokenSet, rejected: string | undefined): boolean =>
  accessToken !== rejected && (expiresAt === undefined || expiresAt - EARLY >= Date.now());

/** Stops waiting for a promise that others wait for as well. */
function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
