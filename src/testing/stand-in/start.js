// @ts-check
import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isLocal, STAND_IN_PORT } from './origin.js';
import { findPortOwner } from './port-owner.js';
import { StandIn } from './stand-in.js';

/** Value of the `Server` header, by which another process recognizes the stand-in. */
const NAME = 'livewebinar-room stand-in';

/**
 * Serves a stand-in over HTTP, to this machine only.
 *
 * @param {StandIn} standIn
 */
const createHttpServer = (standIn) =>
  createServer(async (incoming, outgoing) => {
    outgoing.setHeader('server', NAME);
    const { host = '' } = incoming.headers;
    // Otherwise, a site whose host name resolves to this machine could read everything (DNS rebinding).
    if (!isLocal(`http://${host}`)) {
      outgoing.writeHead(403).end('Stand-in: call it localhost.');
      return;
    }
    try {
      const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD';
      const request = new Request(`http://${host}${incoming.url}`, {
        method: incoming.method ?? 'GET',
        headers: /** @type {Record<string, string>} */ (incoming.headers),
        .../** @type {object} */ (
          hasBody ? { body: Readable.toWeb(incoming), duplex: 'half' } : {}
        ),
      });
      const response = await standIn.fetch(request);
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      if (!response.body || incoming.method === 'HEAD') outgoing.end();
      else await pipeline(Readable.fromWeb(/** @type {any} */ (response.body)), outgoing);
    } catch {
      // The client disconnected, or a fault breaks the connection.
      outgoing.destroy();
    }
  });

/**
 * A stand-in with a port.
 *
 * @typedef {object} RunningStandIn
 * @property {string} origin For `embed-origin` and `room-origin`: `http://localhost:4810`.
 * @property {StandIn | undefined} standIn The stand-in; `undefined` if another process serves it.
 * @property {() => Promise<void>} stop Stops it, unless another process serves it.
 */

/**
 * Starts the stand-in for LiveWebinar on a port of this machine. If another process already serves the
 * stand-in on that port and there are no options, both share it, and a line on stderr reports that.
 *
 * @param {import('./stand-in.js').StandInOptions & { port?: number, standIn?: StandIn }} [options] `port`: 0
 *   takes a free one. Defaults to 4810. `standIn`: serves an existing one instead of a new one.
 * @returns {Promise<RunningStandIn>}
 * @throws {Error} If another program uses the port. The message names it.
 * @example
 * const { origin, standIn, stop } = await startStandIn({ port: 0, fault: 'script-404' });
 */
export async function startStandIn({
  port = STAND_IN_PORT,
  standIn: customStandIn,
  ...options
} = {}) {
  const standIn = customStandIn ?? new StandIn(options);
  const server = createHttpServer(standIn);
  const second = createHttpServer(standIn);
  /** @type {number} */
  let taken;
  try {
    await listen(server, port, '127.0.0.1');
    ({ port: taken } = /** @type {import('node:net').AddressInfo} */ (server.address()));
    // Browsers try both IP addresses of localhost. Not every machine supports IPv6.
    await listen(second, taken, '::1').catch((error) => {
      if (isPortInUse(error)) throw error;
    });
  } catch (error) {
    server.close();
    if (!isPortInUse(error)) throw error;
    return share(port, Boolean(customStandIn) || Object.keys(options).length > 0);
  }
  return {
    origin: `http://localhost:${taken}`,
    standIn,
    async stop() {
      for (const one of [server, second]) {
        one.close();
        one.closeAllConnections();
      }
    },
  };
}

/** @param {unknown} error */
const isPortInUse = (error) => /** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE';

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<void>}
 */
const listen = (server, port, host) =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });

/**
 * Uses the stand-in of another process.
 *
 * @param {number} port
 * @param {boolean} hasOptions
 * @returns {Promise<RunningStandIn>}
 */
async function share(port, hasOptions) {
  const origin = `http://localhost:${port}`;
  const server = await fetch(`${origin}/stand-in/`, { signal: AbortSignal.timeout(2000) }).then(
    ({ headers }) => headers.get('server'),
    () => null,
  );
  const owner = await findPortOwner(port);
  const by = owner ? ` of ${owner}` : '';
  if (server !== NAME)
    throw new Error(
      `Port ${port} is taken by ${owner ?? 'another program'}, which is not the stand-in. End it, or choose another port.`,
    );
  if (hasOptions)
    throw new Error(
      `Port ${port} has the stand-in${by} already, which does not know these options. Choose another port; 0 takes a free one.`,
    );
  console.error(`Sharing the stand-in${by} on ${origin}; it ends with that process.`);
  return { origin, standIn: undefined, stop: async () => {} };
}
