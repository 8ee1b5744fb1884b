import { escapeHtml } from './escape-html.js';

/** The application that is always registered. */
export const STAND_IN_CLIENT = { id: 'stand-in', secret: 'stand-in-secret' };

const refuse = (status, message) => ({ status, body: { error: { message } } });

/** The applications, codes and tokens of the stand-in. */
export class ApiAuth {
  #clients = new Map([[STAND_IN_CLIENT.id, { secret: STAND_IN_CLIENT.secret }]]);
  #codes = new Map();
  #access = new Set();
  #refresh = new Set();
  #count = 0;

  accepts(authorization) {
    return this.#access.has(authorization?.replace(/^Bearer /, ''));
  }

  register({ name, redirect }) {
    if ([...this.#clients.values()].some((client) => client.name === name)) {
      return refuse(500, '3rd party client already exists.');
    }
    const id = `client-${(this.#count += 1)}`;
    const secret = `client-secret-${this.#count}`;
    this.#clients.set(id, { name, secret, redirect });
    return {
      status: 201,
      body: { name, client_id: id, client_secret: secret, redirect_uri: redirect },
    };
  }

  logIn({ client_id: id, client_secret: secret, identifier }) {
    if (!this.#knows(id, secret) || identifier !== 'livewebinar') {
      return refuse(401, 'Invalid credentials.');
    }
    const { access_token: token, expires_in } = this.#issue();
    return { status: 200, body: { token, expires_in } };
  }

  exchange({ grant_type, client_id: id, client_secret: secret, code, redirect_uri }) {
    const grant = this.#codes.get(code);
    this.#codes.delete(code);
    if (grant_type !== 'authorization_code' || !this.#knows(id, secret)) {
      return refuse(401, 'Invalid client.');
    }
    if (grant?.id !== id || grant.redirect !== redirect_uri) return refuse(400, 'Invalid code.');
    return { status: 200, body: { accessToken: this.#issue() } };
  }

  /** Issues new tokens. A refresh token works once; the response contains the next one. */
  refresh({ client_id: id, client_secret: secret, refresh_token: token }) {
    if (!this.#knows(id, secret)) return refuse(401, 'Invalid client.');
    if (!this.#refresh.delete(token)) return refuse(401, 'The refresh token is invalid.');
    return { status: 200, body: { accessToken: this.#issue() } };
  }

  /** Expires every access token. */
  expire() {
    this.#access.clear();
  }

  /**
   * Responds with the authorize page, or with the redirect once the user has decided.
   *
   * @param {URLSearchParams} query
   * @param {string | undefined} decision `allow` or `deny`, once the user has decided.
   */
  authorize(query, decision) {
    const [id, redirect, type] = ['client_id', 'redirect_uri', 'response_type'].map((name) =>
      query.get(name),
    );
    const client = this.#clients.get(id);
    const isRegistered = !client?.redirect || client.redirect === redirect;
    if (!client || !isRegistered || type !== 'code' || !URL.canParse(redirect ?? ''))
      return { status: 400 };
    if (!decision) return { status: 200, page: authorizePage(id) };
    const back = new URL(redirect);
    if (decision === 'allow') {
      const code = `stand-in-code-${(this.#count += 1)}`;
      this.#codes.set(code, { id, redirect });
      back.searchParams.set('code', code);
    } else back.searchParams.set('error', 'access_denied');
    if (query.has('state')) back.searchParams.set('state', query.get('state'));
    return { status: 302, location: back.href };
  }

  #knows(id, secret) {
    return secret !== undefined && this.#clients.get(id)?.secret === secret;
  }

  #issue() {
    const number = (this.#count += 1);
    const tokens = {
      token_type: 'Bearer',
      access_token: `stand-in-access-${number}`,
      refresh_token: `stand-in-refresh-${number}`,
      expires_in: 3600,
    };
    this.#access.add(tokens.access_token);
    this.#refresh.add(tokens.refresh_token);
    return tokens;
  }
}

const authorizePage = (client) => `<!doctype html>
<html lang="en">
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>Stand-in: authorize an application</title>
<style>
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  body { max-width: 30rem; margin: 15vh auto; padding: 0 1rem; }
  button { min-height: 44px; padding: 0 1rem; font: inherit; }
</style>
<h1>May ${escapeHtml(client)} use your account?</h1>
<p>This is not LiveWebinar; it runs on your machine.</p>
<form method="post">
  <button name="decision" value="allow">Allow</button>
  <button name="decision" value="deny">Deny</button>
</form>
</html>
`;
