import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import * as oauth from 'oauth4webapi';
import { LivewebinarApiError, LivewebinarClient } from '../../src/api/index.js';
import {
  exchangeCode,
  readRedirect,
  startAuthorization,
} from '../../src/api/authorization-code.js';
import { Transport } from '../../src/api/transport.js';
import { errorOf, recordFetch } from './recorded-fetch.js';

const BACK = 'https://site.example/back';
const PAGE = 'https://app.livewebinar.com/auth/oauth2/authorize';
const CREDENTIALS = { clientId: 'ID', clientSecret: 'SE/CRET', redirectUri: BACK };
const SERVER = {
  issuer: 'https://app.livewebinar.com',
  token_endpoint: 'https://api.archiebot.com/api/oauth/access_token',
};

/** Returns the code of a redirect, or the code of the error. */
const read = (query: string, state: unknown = 'S') => {
  try {
    return readRedirect(`${BACK}?${query}`, state as string, new Set());
  } catch (error) {
    return (error as LivewebinarApiError).code;
  }
};

describe('startAuthorization', () => {
  it('creates a new state each time', () => {
    const states = Array.from({ length: 100 }, () => startAuthorization(CREDENTIALS, PAGE).state);
    expect(new Set(states)).to.have.property('size', 100);
  });

  for (const redirectUri of ['', 'http://site.example/back', 'https://a:b@site.example/', 'back']) {
    it(`rejects "${redirectUri}" as redirectUri`, () => {
      expect(() => startAuthorization({ ...CREDENTIALS, redirectUri }, PAGE)).to.throw(
        LivewebinarApiError,
        'redirectUri',
      );
    });
  }

  it('names a redirectUri that is missing', () => {
    const { clientId, clientSecret } = CREDENTIALS;
    expect(() => startAuthorization({ clientId, clientSecret }, PAGE)).to.throw(
      LivewebinarApiError,
      'redirectUri is missing',
    );
  });

  it('rejects an authorizeUrl with a query', () => {
    const start = () => startAuthorization(CREDENTIALS, `${PAGE}?lang=pl`);
    expect(start).to.throw(LivewebinarApiError, 'authorizeUrl');
  });
});

describe('readRedirect', () => {
  for (const [query, expected] of [
    ['code=C&state=S', 'C'],
    ['state=S&code=C%2F1%2B2', 'C/1+2'],
    ['error=access_denied&state=S', 'authorization-refused'],
    ['error=access_denied&code=C&state=S', 'authorization-refused'],
    ['code=C', 'state-mismatch'],
    ['code=C&state=T', 'state-mismatch'],
    ['code=C&state=s', 'state-mismatch'],
    ['error=access_denied', 'state-mismatch'],
    ['error=access_denied&state=T', 'state-mismatch'],
    ['code=C&state=S&state=T', 'state-mismatch'],
    ['code=C&code=D&state=S', 'state-mismatch'],
    ['error=access_denied&error=login_required&state=S', 'state-mismatch'],
    ['code=&state=S', 'state-mismatch'],
    ['state=S', 'state-mismatch'],
  ]) {
    it(`returns ${expected} for ${query}`, () => {
      expect(read(query!)).to.equal(expected);
    });
  }

  // A session store returns null or undefined if this user started no authorization.
  for (const [query, state] of [
    ['code=C', null],
    ['code=C', undefined],
    ['code=C&state=', ''],
    ['code=C&state=null', null],
    ['code=C&state=undefined', undefined],
    ['code=C&state=0', 0],
    ['code=C&state=true', true],
    ['code=C&state=S', ['S']],
    ['code=C&state=S', { toString: () => 'S' }],
    ['code=C&state=S', new String('S')],
    ['error=access_denied', null],
  ] as const) {
    it(`rejects ${query} for the state ${inspect(state)}`, () => {
      expect(read(query, state)).to.equal('state-mismatch');
    });
  }

  it('rejects a state that is a prefix of the expected one, or longer', () => {
    expect(read('code=C&state=S', 'ST')).to.equal('state-mismatch');
    expect(read('code=C&state=ST', 'S')).to.equal('state-mismatch');
  });

  it('accepts a state once', async () => {
    const { sent, fetch } = recordFetch(Response.json({ access_token: 'ACCESS1' }));
    const client = new LivewebinarClient({ ...CREDENTIALS, fetch });
    const { state } = client.startAuthorization();
    const finish = (query: string) => client.finishAuthorization(`${BACK}?${query}`, state);
    await finish(`code=C&state=${state}`);
    for (const query of [`code=D&state=${state}`, `error=access_denied&state=${state}`]) {
      expect(await errorOf(finish(query))).to.include({ code: 'state-mismatch' });
    }
    expect(sent).to.have.length(1);
  });

  it('rejects a state again after the user has refused', async () => {
    const client = new LivewebinarClient({ ...CREDENTIALS, fetch: recordFetch().fetch });
    const { state } = client.startAuthorization();
    const finish = (query: string) => client.finishAuthorization(`${BACK}?${query}`, state);
    expect(await errorOf(finish(`error=access_denied&state=${state}`))).to.include({
      code: 'authorization-refused',
    });
    expect(await errorOf(finish(`code=C&state=${state}`))).to.include({ code: 'state-mismatch' });
  });

  it('still accepts a state after a redirect with another one', () => {
    const used = new Set<string>();
    expect(() => readRedirect(`${BACK}?code=C&state=T`, 'S', used)).to.throw(LivewebinarApiError);
    expect(readRedirect(`${BACK}?code=C&state=S`, 'S', used)).to.equal('C');
  });

  it('keeps no more than 10,000 used states in memory', () => {
    const used = new Set<string>();
    for (let count = 0; count < 10_010; count += 1) {
      readRedirect(`/back?code=C&state=S${count}`, `S${count}`, used);
    }
    expect(used.size).to.equal(10_000);
    expect(used.has('S10009')).to.equal(true);
  });

  it('accepts a path with its query', () => {
    expect(readRedirect('/back?code=C&state=S', 'S', new Set())).to.equal('C');
  });

  for (const [error, message] of [
    ['access_denied', 'The authorization was refused (access_denied).'],
    ['a'.repeat(40), `The authorization was refused (${'a'.repeat(40)}).`],
    ['a'.repeat(41), 'The authorization was refused.'],
    ['call 555-0100', 'The authorization was refused.'],
    ['<b>', 'The authorization was refused.'],
  ] as const) {
    it(`repeats ${error} only if it looks like an error code`, () => {
      const query = new URLSearchParams({ error, state: 'S' }).toString();
      expect(() => readRedirect(`${BACK}?${query}`, 'S', new Set()))
        .to.throw(LivewebinarApiError)
        .with.property('message', message);
    });
  }

  it('rejects what is not a URL', () => {
    expect(() => readRedirect('//?code=C&state=S', 'S', new Set())).to.throw(
      LivewebinarApiError,
      'redirect',
    );
  });

  it('does not quote the redirect in an error', () => {
    for (const query of ['code=C0DE&state=ST4TE', 'error=%3Cb%3EC0DE&state=S']) {
      try {
        readRedirect(`${BACK}?${query}`, 'S', new Set());
      } catch (error) {
        expect(String(error)).to.not.match(/C0DE|ST4TE/);
      }
    }
  });

  it('accepts and rejects the same redirects as oauth4webapi', () => {
    const pair = fc.tuple(
      fc.constantFrom('code', 'state', 'error', 'scope'),
      fc.constantFrom('S', 'T', 'access_denied'),
    );
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 5 }), (pairs) => {
        const query = new URLSearchParams(pairs);
        let isAccepted: boolean;
        try {
          const response = oauth.validateAuthResponse(SERVER, { client_id: 'ID' }, query, 'S');
          // oauth4webapi rejects a repeated code later, when it is exchanged.
          isAccepted = response.getAll('code').length === 1;
        } catch {
          isAccepted = false;
        }
        const code = read(query.toString());
        if (isAccepted) expect(code).to.equal(query.get('code'));
        else expect(code).to.be.oneOf(['authorization-refused', 'state-mismatch']);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('exchangeCode', () => {
  it('sends the parameters that oauth4webapi sends', async () => {
    const { sent, fetch } = recordFetch(Response.json({ access_token: 'ACCESS1' }));
    await exchangeCode(new Transport({ fetch }), CREDENTIALS, 'C/1');

    const theirs: URLSearchParams[] = [];
    const client = { client_id: 'ID' };
    const query = new URLSearchParams({ code: 'C/1', state: 'S' });
    await oauth.authorizationCodeGrantRequest(
      SERVER,
      client,
      oauth.ClientSecretPost('SE/CRET'),
      oauth.validateAuthResponse(SERVER, client, query, 'S'),
      BACK,
      oauth.nopkce,
      {
        [oauth.customFetch]: (_url, { body }) => {
          theirs.push(body);
          return Promise.resolve(Response.json({}));
        },
      },
    );
    const sorted = (parameters: URLSearchParams) => [...parameters].sort();
    expect(sorted(new URLSearchParams(sent[0]!.body))).to.deep.equal(sorted(theirs[0]!));
  });

  it('is not retried, as a code works once', async () => {
    const { sent, fetch } = recordFetch(new TypeError('fetch failed'));
    const error = await errorOf(exchangeCode(new Transport({ fetch }), CREDENTIALS, 'C'));
    expect(error).to.include({ code: 'network' });
    expect(sent).to.have.length(1);
  });

  it('rejects a response without an access token', async () => {
    const { fetch } = recordFetch(Response.json({ accessToken: { token_type: 'Bearer' } }));
    const error = await errorOf(exchangeCode(new Transport({ fetch }), CREDENTIALS, 'C'));
    expect(error).to.include({ code: 'invalid-response' });
  });
});
