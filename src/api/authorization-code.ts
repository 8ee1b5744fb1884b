import { invalidOption, LivewebinarApiError } from './api-error.js';
import type { Credentials } from './credentials.js';
import { encodeForm } from './form.js';
import { checkBaseUrl, checkServiceUrl } from './service-url.js';
import { readTokens, type TokenSet } from './tokens.js';
import type { Transport } from './transport.js';

// The authorisation code flow of OAuth 2 (RFC 6749, 4.1) as LiveWebinar has it, which is not as the
// standard has it: the token answer nests, may have no `token_type` and may say `expires_id`, errors
// come in the vendor's shape, and refreshing has an address of its own. oauth4webapi refuses each of
// these, and puts codes and tokens into the `cause` of its errors, where every logger prints them.
// What would be left for it is the check of the redirect, so it is not a dependency: the tests hold
// these functions against it.

/** An authorisation that was started. */
export interface StartedAuthorization {
  /** Where to send the user. */
  url: string;
  /** Ties the redirect to the user it was started for: keep it in the user's session. */
  state: string;
}

/** Builds the address of the authorise page (vendor contract: A). */
export function startAuthorization(credentials: Credentials, page: string): StartedAuthorization {
  const state = crypto.randomUUID();
  const query = encodeForm({
    client_id: credentials.clientId,
    redirect_uri: checkRedirectUri(credentials),
    response_type: 'code',
    state,
  });
  return { url: `${checkBaseUrl('authorizeUrl', page)}?${query}`, state };
}

/** How many used states a client remembers. */
const MAX_USED_STATES = 10_000;

/**
 * Reads the code from the URL that the user was redirected to, and marks the state as used.
 *
 * @param state From the user's session. A session store returns `null` or `undefined` if no authorization
 *   was started, so anything but a non-empty string is refused.
 * @param usedStates The states that this client has accepted before.
 * @throws {LivewebinarApiError} `authorization-refused` or `state-mismatch`.
 */
export function readRedirect(
  redirect: string | URL,
  state: string,
  usedStates: Set<string>,
): string {
  const site = 'https://site.invalid';
  // Not every path is an address: a malformed one has nothing of ours in it.
  const query = new URL(URL.canParse(redirect, site) ? redirect : site, site).searchParams;
  // The standard allows none of them twice (RFC 6749, 3.1).
  const isPlain = ['state', 'error', 'code'].every((name) => query.getAll(name).length < 2);
  // Before the rest: without our state, anyone could have written it.
  const isOurs = isPlain && isSameState(query.get('state'), state) && markAsUsed(state, usedStates);
  const error = query.get('error');
  if (isOurs && error) {
    // Anyone can write an address: only what looks like one of the standard's words is repeated.
    const reason = /^[\w-]{1,40}$/.test(error) ? ` (${error})` : '';
    throw new LivewebinarApiError(
      'authorization-refused',
      `The authorisation was refused${reason}.`,
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

/** Compares in a time that does not depend on where the two differ. */
function isSameState(received: unknown, expected: unknown): boolean {
  if (typeof received !== 'string' || typeof expected !== 'string' || expected === '') return false;
  let difference = received.length ^ expected.length;
  for (let index = 0; index < expected.length; index += 1) {
    difference |= received.charCodeAt(index) ^ expected.charCodeAt(index);
  }
  return difference === 0;
}

/** Returns whether the state was not used before. */
function markAsUsed(state: string, usedStates: Set<string>): boolean {
  if (usedStates.has(state)) return false;
  usedStates.add(state);
  const [oldest = ''] = usedStates;
  if (usedStates.size > MAX_USED_STATES) usedStates.delete(oldest);
  return true;
}

/** Exchanges the code of a redirect for tokens (vendor contract: A). A code works once. */
export async function exchangeCode(
  transport: Transport,
  credentials: Credentials,
  code: string,
): Promise<TokenSet> {
  const answer = await transport.send({
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
  return readTokens(answer, Date.now());
}

/**
 * Gets new tokens for a user. The address is the vendor's own (vendor contract: A), the parameters are
 * the standard's (?). An answer without a refresh token leaves the old one in force (RFC 6749, 6).
 */
export async function refresh(
  transport: Transport,
  credentials: Credentials,
  tokens: TokenSet | null,
): Promise<TokenSet> {
  if (!tokens?.refreshToken) {
    throw new LivewebinarApiError(
      'unauthorized',
      'No user has authorised the application, or there is no refresh token: start an authorisation.',
    );
  }
  const { refreshToken } = tokens;
  const answer = await transport.send({
    method: 'POST',
    path: '/oauth/access_token/refresh',
    fields: {
      grant_type: 'refresh_token',
      client_id: credentials.clientId,
      client_secret: credentials.clientSecret,
      refresh_token: refreshToken,
    },
  });
  return { refreshToken, ...readTokens(answer, Date.now()) };
}

function checkRedirectUri({ redirectUri }: Credentials): string {
  if (!redirectUri) throw invalidOption('redirectUri', 'is missing: give the registered address');
  checkServiceUrl('redirectUri', redirectUri);
  // As it was given: LiveWebinar compares it with the registered one.
  return redirectUri;
}
