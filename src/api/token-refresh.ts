import { LivewebinarApiError } from './api-error.js';
import { createRedactor, redactError } from './redactor.js';
import type { TokenSet, TokenStore } from './token-store.js';

/** A token is refreshed this long before it expires. */
const EXPIRY_LEEWAY_MS = 60_000;

/** No request is sent for this long after the credentials were rejected, as in the vendor's own plugin. */
const COOLDOWN_MS = 600_000;

/** No request is sent for at least this long after a refresh failed temporarily. */
const REFRESH_BACKOFF_MS = 30_000;

/** Requests new tokens, with the previous ones if there are any. */
export type RefreshTokens = (tokens: TokenSet | null) => Promise<TokenSet>;

/**
 * Loads, refreshes and saves the tokens of one user or application. A token is refreshed before it
 * expires; concurrent requests share one refresh.
 */
export class TokenRefresher {
  readonly #store: TokenStore;
  readonly #refreshTokens: RefreshTokens;
  #refreshing: Promise<TokenSet> | null = null;
  #cooldown: { until: number; accessToken: string | undefined } | null = null;
  /** An access token that is used until it expires, because it is short-lived or could not be refreshed. */
  #usedUntilExpiry: string | undefined;

  constructor(store: TokenStore, refreshTokens: RefreshTokens) {
    this.#store = store;
    this.#refreshTokens = refreshTokens;
  }

  /** Stores the tokens of a new authorization. Waits for a pending refresh, which would overwrite them. */
  async setTokens(tokens: TokenSet): Promise<void> {
    while (this.#refreshing) await this.#refreshing.catch(() => {});
    await this.#replaceTokens(() => this.#save(tokens));
  }

  /**
   * Returns tokens whose access token is still valid.
   *
   * @param rejected An access token that LiveWebinar rejected.
   */
  async getTokens(signal: AbortSignal | undefined, rejected?: string): Promise<TokenSet> {
    const tokens = await this.#load();
    if (tokens && this.#isUsable(tokens, rejected)) return tokens;
    const refreshing = this.#refreshing ?? this.#replaceTokens(() => this.#refresh(rejected));
    return signal ? waitUnlessAborted(refreshing, signal) : refreshing;
  }

  /** Makes concurrent requests wait for the new tokens. */
  #replaceTokens(replace: () => Promise<TokenSet>): Promise<TokenSet> {
    this.#refreshing = replace().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async #refresh(rejected: string | undefined): Promise<TokenSet> {
    // Another request or process may have refreshed them while a slow store was read. A refresh token
    // may work only once.
    const tokens = await this.#load();
    if (tokens && this.#isUsable(tokens, rejected)) return tokens;
    let refreshed: TokenSet;
    try {
      refreshed = await this.#refreshTokens(tokens);
    } catch (error) {
      if (tokens && tokens.accessToken !== rejected && hasTimeLeft(tokens, 0)) {
        this.#usedUntilExpiry = tokens.accessToken;
        return tokens;
      }
      const { status, retryAfter = 0 } = error instanceof LivewebinarApiError ? error : {};
      if (status !== undefined) {
        const isTemporary = status >= 500 || status === 429;
        const duration = isTemporary ? Math.max(retryAfter, REFRESH_BACKOFF_MS) : COOLDOWN_MS;
        this.#coolDown(duration, tokens?.accessToken);
      }
      throw error;
    }
    return this.#save(refreshed);
  }

  #isUsable(tokens: TokenSet, rejected: string | undefined): boolean {
    const { accessToken } = tokens;
    const leeway = accessToken === this.#usedUntilExpiry ? 0 : EXPIRY_LEEWAY_MS;
    return accessToken !== rejected && hasTimeLeft(tokens, leeway);
  }

  async #load(): Promise<TokenSet | null> {
    const tokens = (await this.#callStore('load', () => this.#store.load())) ?? null;
    if (this.#cooldown) {
      const retryAfter = this.#cooldown.until - Date.now();
      if (retryAfter > 0 && tokens?.accessToken === this.#cooldown.accessToken) {
        const message =
          'A recent request for an access token failed, or LiveWebinar rejected the new one, so no request ' +
          'was sent. Wait for `retryAfter` milliseconds. If it happens again, check the credentials or ' +
          'authorize again.';
        throw new LivewebinarApiError('paused', message, { retryAfter });
      }
      this.#cooldown = null;
    }
    return tokens;
  }

  async #save(tokens: TokenSet): Promise<TokenSet> {
    const secrets = [tokens.accessToken, tokens.refreshToken ?? ''];
    await this.#callStore('save', () => this.#store.save(tokens), secrets);
    // Refreshing a short-lived token before it expires would refresh it for nearly every request.
    if (!hasTimeLeft(tokens, 2 * EXPIRY_LEEWAY_MS)) this.#usedUntilExpiry = tokens.accessToken;
    return tokens;
  }

  async #callStore<Result>(
    method: keyof TokenStore,
    call: () => Promise<Result> | Result,
    secrets: readonly string[] = [],
  ): Promise<Result> {
    try {
      return await call();
    } catch (error) {
      const cause = redactError(error, createRedactor(secrets));
      throw new LivewebinarApiError(
        'token-store-failed',
        `The token store's ${method}() threw an error; see its cause.`,
        { cause },
      );
    }
  }

  /** Sends no request for a while, because LiveWebinar rejected a new access token. */
  pause(accessToken: string): void {
    this.#coolDown(COOLDOWN_MS, accessToken);
  }

  #coolDown(milliseconds: number, accessToken: string | undefined): void {
    this.#cooldown = { until: Date.now() + milliseconds, accessToken };
  }
}

/** Returns whether the access token remains valid for more than a number of milliseconds, as far as is known. */
const hasTimeLeft = ({ expiresAt }: TokenSet, milliseconds: number): boolean =>
  expiresAt === undefined || expiresAt - milliseconds > Date.now();

/** Waits for a promise, or rejects when the signal aborts. The promise continues, because other requests may wait for it. */
function waitUnlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
