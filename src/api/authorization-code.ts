import { invalidOption, LivewebinarApiError } from './api-error.js';
import { checkBaseUrl, checkUrl } from './check-url.js';
import type { Credentials } from './credentials.js';
import { encodeRequest } from './encode-request.js';
import { encodeForm } from './form.js';
import { readTokens } from './token-response.js';
import type { TokenSet } from './token-store.js';
import type { Transport } from './transport.js';

// LiveWebinar's version of the OAuth 2 authorization code flow (RFC 6749, 4.1). It differs from the
// standard: the token response is nested, may lack `token_type` and may contain `expires_id`, errors have
// the vendor's shape, and refreshing has an endpoint of its own. oauth4webapi rejects each of these, and
// puts codes and tokens into the `cause` of its errors, so it is not a dependency; the tests compare these
// functions with it.

/** An authorization that was started. */
export interface StartedAuthorization {
  /** The page of LiveWebinar to redirect the user to. */
  url: string;
  /** Connects the redirect with the user who started the authorization. Store it in the user's session. */
  state: string;
}

/** Creates a state and builds the URL of the authorize page. */
export function startAuthorization(
  credentials: Credentials,
  authorizeUrl: string,
): StartedAuthorization {
  const state = crypto.randomUUID();
  const query = encodeForm({
    client_id: credentials.clientId,
    redirect_uri: checkRedirectUri(credentials),
    response_type: 'code',
    state,
  });
  return { url: `${checkBaseUrl('authorizeUrl', authorizeUrl)}?${query}`, state };
}

/** Maximum number of used states that a client remembers. */
const MAX_USED_STATES = 10_000;

/**
 * Reads the code from the URL that the user was redirected to, and marks the state as used.
 *
 * @param state The state in the user's session. Session stores return `null` or `undefined` if no
 *   authorization was started, so anything but a non-empty string is rejected.
 * @param usedStates The states that this client has accepted before.
 * @throws {LivewebinarApiError} `authorization-refused`, `state-mismatch`, or `invalid-option` if the
 *   redirect is not a URL.
 */
export function readRedirect(
  redirect: string | URL,
  state: string,
  usedStates: Set<string>,
): string {
  const base = 'https://site.invalid';
  const isUrl = typeof redirect === 'string' || redirect instanceof URL;
  if (!isUrl || !URL.canParse(redirect, base)) throw invalidOption('redirect', 'must be a URL');
  const query = new URL(redirect, base).searchParams;
  // The standard forbids repeated parameters (RFC 6749, 3.1).
  const hasNoDuplicates = ['state', 'error', 'code'].every((name) => query.getAll(name).length < 2);
  // Checked first, because anyone can create a URL without the state.
  const isOurs =
    hasNoDuplicates && isSameState(query.get('state'), state) && markAsUsed(state, usedStates);
  const error = query.get('error');
  if (isOurs && error) {
    // Anyone can create a URL, so the message only repeats text that looks like a standard error code.
    const reason = /^[\w-]{1,40}$/.test(error) ? ` (${error})` : '';
    throw new LivewebinarApiError(
      'authorization-refused',
      `The authorization was refused${reason}.`,
    );
  }
  const code = query.get('code');
  if (!isOurs || !code) {
    throw new LivewebinarApiError(
      'state-mismatch',
      'This redirect does not belong to an authorization that is under way. Start a new one.',
    );
  }
  return code;
}

/** Compares two states in constant time. */
function isSameState(received: unknown, expected: unknown): boolean {
  if (typeof received !== 'string' || typeof expected !== 'string' || expected === '') return false;
  let difference = received.length ^ expected.length;
  for (let index = 0; index < expected.length; index += 1) {
    difference |= received.charCodeAt(index) ^ expected.charCodeAt(index);
  }
  return difference === 0;
}

/** Marks a state as used. Returns `false` if it was used before. */
function markAsUsed(state: string, usedStates: Set<string>): boolean {
  if (usedStates.has(state)) return false;
  usedStates.add(state);
  const [oldest = ''] = usedStates;
  if (usedStates.size > MAX_USED_STATES) usedStates.delete(oldest);
  return true;
}

/** Exchanges the code of a redirect for tokens. A code works once, so the request is retried only after a 429. */
export async function exchangeCode(
  transport: Transport,
  credentials: Credentials,
  code: string,
): Promise<TokenSet> {
  const request = encodeRequest({
    method: 'POST',
    path: '/oauth/access_token',
    fields: {
      grant_type: 'authorization_code',
      client_id: credentials.clientId,
      client_secret: credentials.clientSecret,
      code,
      redirect_uri: checkRedirectUri(credentials),
    },
  });
  return readTokens(await transport.send(request), Date.now());
}

/**
 * Requests new tokens for a user, with the parameters of the standard, at the vendor's own endpoint. If the
 * response contains no refresh token, the previous one remains valid (RFC 6749, 6).
 *
 * @throws {LivewebinarApiError} `unauthorized` if there is no refresh token.
 */
export async function refreshTokens(
  transport: Transport,
  credentials: Credentials,
  tokens: TokenSet | null,
): Promise<TokenSet> {
  if (!tokens?.refreshToken) {
    throw new LivewebinarApiError(
      'unauthorized',
      'No user has authorized the application, or there is no refresh token: start an authorization.',
    );
  }
  const { refreshToken } = tokens;
  const request = encodeRequest({
    method: 'POST',
    path: '/oauth/access_token/refresh',
    fields: {
      grant_type: 'refresh_token',
      client_id: credentials.clientId,
      client_secret: credentials.clientSecret,
      refresh_token: refreshToken,
    },
  });
  return { refreshToken, ...readTokens(await transport.send(request), Date.now()) };
}

function checkRedirectUri({ redirectUri }: Credentials): string {
  if (!redirectUri) throw invalidOption('redirectUri', 'is missing: pass the registered URL');
  checkUrl('redirectUri', redirectUri);
  // Returned unchanged, because LiveWebinar compares it with the registered URL.
  return redirectUri;
}
