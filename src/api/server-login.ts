import type { Credentials } from './credentials.js';
import { encodeRequest } from './encode-request.js';
import { readTokens } from './token-response.js';
import type { TokenSet } from './token-store.js';
import type { Transport } from './transport.js';

/** Logs the application in to its own account. */
export async function logIn(transport: Transport, credentials: Credentials): Promise<TokenSet> {
  const request = encodeRequest({
    method: 'POST',
    path: '/auth/login',
    fields: {
      identifier: transport.identifier,
      client_id: credentials.clientId,
      client_secret: credentials.clientSecret,
    },
    isIdempotent: true,
  });
  return readTokens(await transport.send(request), Date.now());
}
