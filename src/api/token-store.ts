/** The tokens of one user or application. Plain data; store it like a password. */
export interface TokenSet {
  accessToken: string;
  /** Token for requesting a new access token without the user. A server login has none. */
  refreshToken?: string;
  /** When the access token expires, in milliseconds since 1970; omitted if LiveWebinar did not send it. */
  expiresAt?: number;
}

/**
 * Stores the tokens of one user or application. If several processes act for the same user, they should
 * share a store: the client reads it again before it refreshes a token.
 */
export interface TokenStore {
  /** Returns the tokens that were saved last, or `null` or `undefined` if there are none. */
  load(): Promise<TokenSet | null | undefined> | TokenSet | null | undefined;
  save(tokens: TokenSet): Promise<void> | void;
}

/** Stores tokens in memory, until the process ends. */
export class MemoryTokenStore implements TokenStore {
  #tokens: TokenSet | null = null;

  load(): TokenSet | null {
    return this.#tokens;
  }

  save(tokens: TokenSet): void {
    this.#tokens = tokens;
  }
}
