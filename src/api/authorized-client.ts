import { LivewebinarApiError } from './api-error.js';
import { encodeRequest, type ApiRequest } from './encode-request.js';
import { TokenRefresher, type RefreshTokens } from './token-refresh.js';
import type { TokenSet, TokenStore } from './token-store.js';
import type { Transport } from './transport.js';

/** Sends requests with a valid access token. After a 401, refreshes the token once and repeats the request. */
export class AuthorizedClient {
  readonly #transport: Transport;
  readonly #refresher: TokenRefresher;

  constructor(transport: Transport, store: TokenStore, refreshTokens: RefreshTokens) {
    this.#transport = transport;
    this.#refresher = new TokenRefresher(store, refreshTokens);
  }

  async send(request: ApiRequest): Promise<unknown> {
    request.signal?.throwIfAborted();
    const encoded = encodeRequest(request);
    const tokens = await this.#refresher.getTokens(encoded.signal);
    try {
      return await this.#transport.send(encoded, tokens.accessToken);
    } catch (error) {
      if (!isUnauthorized(error)) throw error;
    }
    const { accessToken } = await this.#refresher.getTokens(encoded.signal, tokens.accessToken);
    try {
      return await this.#transport.send(encoded, accessToken);
    } catch (error) {
      if (isUnauthorized(error)) this.#refresher.pause(accessToken);
      throw error;
    }
  }

  /** Stores the tokens of a new authorization. */
  setTokens(tokens: TokenSet): Promise<void> {
    return this.#refresher.setTokens(tokens);
  }
}

const isUnauthorized = (error: unknown): boolean =>
  error instanceof LivewebinarApiError && error.status === 401;
