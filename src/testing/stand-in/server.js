import { createServer } from 'node:http';
import { Api } from './api.js';
import { embedScript, SECOND_SCRIPT, secondScript } from './embed-script.js';
import { faultOf } from './faults.js';
import { STAND_IN_ORIGIN, STAND_IN_PORT } from './origin.js';
import { roomPage } from './room-page.js';

const AVATAR = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
<rect width="64" height="64" fill="#2f6b5e"/><circle cx="32" cy="25" r="11" fill="#f3d9b1"/>
<path d="M10 64a22 22 0 0 1 44 0" fill="#f3d9b1"/></svg>`;

/**
 * A small LiveWebinar for demo and tests: what the vendor contract says, and nothing beyond it.
 *
 * - `/em`, `/widget/wea/wea.min.js`: the embed script and the one it adds.
 * - `/<room>`, `/<room>/x/<role token>`, `/<room>/p/<personal token>`: direct room URLs.
 * - `/stand-in/frame`: what the embed script frames.
 * - `/stand-in/avatar.svg`: an image to be an avatar.
 * - `/api/…`, `/auth/oauth2/authorize`: the HTTP API, see `api.js`.
 * - `/stand-in/requests?room=<room>`: the queries `/em` was asked with, for tests.
 *
 * Room tokens that begin with `fault-` make it misbehave: see `faults.js`.
 */
export function createStandIn() {
  /** @type {Map<string, string[]>} */
  const requests = new Map();
  const api = new Api();

  return createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', STAND_IN_ORIGIN);
    if (await api.answer(request, response, url)) return;
    const answer = (status, type, body) => {
      response.writeHead(status, {
        'content-type': `${type}; charset=utf-8`,
        'cache-control': 'no-store',
        'access-control-allow-origin': '*',
      });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    const notFound = () => answer(404, 'text/plain', 'Stand-in: not found.');

    if (url.pathname === SECOND_SCRIPT) {
      return url.search
        ? notFound()
        : answer(200, 'text/javascript', secondScript(STAND_IN_ORIGIN));
    }
    if (url.pathname === '/stand-in/avatar.svg') return answer(200, 'image/svg+xml', AVATAR);
    if (url.pathname === '/stand-in/requests') {
      return answer(
        200,
        'application/json',
        JSON.stringify(requests.get(url.searchParams.get('room') ?? '') ?? []),
      );
    }

    const room =
      url.pathname === '/em' ? url.searchParams.get('_license_key') : readVisitor(url)?.licenseKey;
    if (!room) return notFound();
    const asked = requests.get(room) ?? [];
    // Only what opens a room counts; the embed script's frame belongs to its script.
    if (url.pathname !== '/stand-in/frame' && request.method !== 'HEAD')
      requests.set(room, [...asked, url.search]);

    const fault = faultOf(room);
    const framed = url.pathname === '/stand-in/frame';
    if (!framed) {
      if (fault === 'fault-script-404') return notFound();
      if (fault === 'fault-twice' && asked.length < 2) return notFound();
      if (fault === 'fault-script-hangs') return;
      if (fault === 'fault-script-slow') await new Promise((resolve) => setTimeout(resolve, 3000));
    }
    if (url.pathname === '/em') {
      return answer(200, 'text/javascript', embedScript(STAND_IN_ORIGIN, url.searchParams));
    }
    if (fault === 'fault-no-framing')
      response.setHeader('content-security-policy', "frame-ancestors 'none'");
    const visitor = readVisitor(url);
    const page = roomPage({ ...visitor, ...api.recognise(visitor) });
    if (fault === 'fault-endless' && request.method !== 'HEAD') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      return response.write(page);
    }
    return answer(200, 'text/html', page);
  });
}

/** @param {URL} url Reads who comes in, from a direct room URL or from what `/em` was given. */
function readVisitor(url) {
  const get = (...names) => names.map((name) => url.searchParams.get(name)).find(Boolean) ?? '';
  const query = {
    nickname: get('_nickname'),
    avatarUrl: get('avatar_url', '_avatar_url'),
    passwordToken: get('_password_token'),
  };
  if (url.pathname === '/stand-in/frame') {
    return {
      ...query,
      licenseKey: get('_license_key'),
      roleToken: get('_role_token'),
      personalToken: get('_personal_token'),
      email: get('_email'),
    };
  }
  const [, room, , kind, token] = /^\/([^/]+)(\/([xp])\/([^/]+))?\/?$/.exec(url.pathname) ?? [];
  if (!room || room === 'favicon.ico') return null;
  return {
    ...query,
    licenseKey: decodeURIComponent(room),
    roleToken: kind === 'x' ? decodeURIComponent(token) : '',
    personalToken: kind === 'p' ? decodeURIComponent(token) : '',
    email: '',
  };
}

/**
 * Starts the stand-in on its port, unless one already runs there.
 *
 * @returns {Promise<() => void>} Stops it.
 */
export async function startStandIn() {
  const server = createStandIn();
  await new Promise((resolve, reject) => {
    server.once('error', (error) =>
      // Another of the project's servers has it already: they share it.
      /** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE'
        ? resolve(undefined)
        : reject(error),
    );
    server.listen(STAND_IN_PORT, 'localhost', () => resolve(undefined));
  });
  return () => {
    server.close();
    server.closeAllConnections();
  };
}
