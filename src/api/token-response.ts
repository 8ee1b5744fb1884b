import type { TokenSet } from './token-store.js';
import { invalidResponse, isObject, textOf } from './vendor-response.js';

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
