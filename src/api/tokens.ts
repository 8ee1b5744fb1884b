import { badAnswer, isObject, textOf } from './vendor-answer.js';

/** What LiveWebinar gives for one user or application. Plain data, to be stored as a secret. */
export interface TokenSet {
  accessToken: string;
  /** For a new access token without the user (vendor contract: A). A server login has none (B). */
  refreshToken?: string;
  /** When the access token ends, in milliseconds since 1970; left out if LiveWebinar did not say. */
  expiresAt?: number;
}

/**
 * Keeps the tokens of one user or application. What several processes share should be shared here too:
 * after a 401 the store is read again before anything is refreshed.
 */
export interface TokenStore {
  /** Gives the tokens that were saved last; nothing if there are none. */
  load(): Promise<TokenSet | null | undefined> | TokenSet | null | undefined;
  save(tokens: TokenSet): Promise<void> | void;
}

/** Keeps tokens as long as the process runs. */
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
 * Reads LiveWebinar's token answer: nested in `accessToken` (vendor contract: C), flat, or the server
 * login's `token` (B). The vendor's page writes `expires_id` for `expires_in`.
 *
 * @throws {LivewebinarApiError} `bad-answer`.
 */
export function readTokens(answer: unknown, now: number): TokenSet {
  const flat = isObject(answer) ? answer : {};
  const data = isObject(flat['accessToken']) ? flat['accessToken'] : flat;
  const accessToken = textOf(data['access_token'] ?? data['token']);
  if (accessToken === '') throw badAnswer("There is no access token in LiveWebinar's answer.");
  const refreshToken = textOf(data['refresh_token']);
  const seconds = Number(data['expires_in'] ?? data['expires_id']);
  const expiresAt = seconds > 0 ? now + seconds * 1000 : readJwtEnd(accessToken);
  return {
    accessToken,
    ...(refreshToken && { refreshToken }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
}

/** Reads when a JWT ends, in milliseconds since 1970. The server login gives one (vendor contract: B). */
function readJwtEnd(token: string): number | undefined {
  try {
    const [, payload = ''] = token.split('.');
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    const seconds = isObject(claims) ? claims['exp'] : undefined;
    return typeof seconds === 'number' ? seconds * 1000 : undefined;
  } catch {
    return undefined;
  }
}
