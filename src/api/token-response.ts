import type { TokenSet } from './token-store.js';
import { invalidResponse, isObject, readText } from './vendor-response.js';

/**
 * Parses a token response: nested in `accessToken`, flat, or the server login's `token`. The vendor's
 * documentation spells `expires_in` as `expires_id`.
 *
 * @throws {LivewebinarApiError} `invalid-response` if there is no access token.
 */
export function readTokens(response: unknown, now: number): TokenSet {
  const flat = isObject(response) ? response : {};
  const data = isObject(flat['accessToken']) ? flat['accessToken'] : flat;
  const accessToken = readText(data['access_token'] ?? data['token']);
  if (accessToken === '') {
    throw invalidResponse("LiveWebinar's response contains no access token.");
  }
  const refreshToken = readText(data['refresh_token']);
  const seconds = Number(data['expires_in'] ?? data['expires_id']);
  const expiresAt = seconds > 0 ? now + seconds * 1000 : readJwtExpiry(accessToken);
  return {
    accessToken,
    ...(refreshToken && { refreshToken }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
}

/** Returns when a JWT expires, in milliseconds since 1970, or `undefined` for another token. */
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
