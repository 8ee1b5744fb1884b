import type { Credentials } from './credentials.js';
import { readTokens, type TokenSet } from './tokens.js';
import type { Transport } from './transport.js';

/** Logs the application in for itself (vendor contract: B). */
export async function logIn(transport: Transport, credentials: Credentials): Promise<TokenSet> {
  const answer = await transport.send({
    method: 'POST',
    path: '/auth/login',
    fields: {
      identifier: credentials.identifier ?? 'livewebinar',
      client_id: credentials.clientId,
      client_secret: credentials.clientSecret,
    },
    isRepeatable: true,
  });
  return readTokens(answer, Date.now());
}
