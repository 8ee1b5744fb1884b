import { invalidResponse, isObject, textOf } from './vendor-response.js';

/** The tokens of one user or application. Plain data; store it like a password. */
export interface TokenSet {
  accessToken: string;
  /** Used to request a new access token without the user. A server login has none. */
  refreshToken?: string;
  /** When the access token expires, in milliseconds since 1970; omitted if LiveWebinar did not send it. */
  expiresAt?: number;
}

/**
 * Stores the tokens of one user or application. If several processes act for the same user, they should
 * share a store: after a 401, the client reads it again before it refreshes the token.
 */
export interface TokenStore {
  /** Returns the tokens that were saved last, or `null` or `undefined`. */
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

/**
 * Parses a token response: nested in `accessToken`, flat, or the server login's `token`. The vendor's
 * documentation spells `expires_in` as `expires_id`.
 *
 * @throws {LivewebinarApiError} `invalid-response`.
 */
export function readTokens(response: unknown, now: number): TokenSet {
  const flat = isObject(response) ? response : {};
  const data = isObject(flat['accessToken']) ? flat['accessToken'] : flat;
  const accessToken = textOf(data['access_token'] ?? data['token']);
  if (accessToken === '') {
    throw invalidResponse("LiveWebinar's response contains no access token.");
  }
  const refreshToken = textOf(data['refresh_token']);
  const seconds = Number(data['expires_in'] ?? data['expires_id']);
  const expiresAt = seconds > 0 ? now + seconds * 1000 : readJwtExpiry(accessToken);
  return {
    accessToken,
    ...(refreshToken && { refreshToken }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
}

/** Returns when a token expires, in milliseconds since 1970, if it is a JWT. */
function readJwtExpiry(token: string): number | undefined {
  try {
    const [, payload = ''] = token.split('.');
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    const seconds = isObject(claims) ? claims['exp'] : undefined;
    return typeof seconds === 'number' ? seconds * 1000 : undefined;
  } catch {
    return undefined;
  }
}
