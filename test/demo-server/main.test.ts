import { expect } from 'chai';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const ROOMS = { data: [{ id: 7, token: '123-123-123', name: 'Open day' }] };

/** Starts the server of the example in a process of its own. */
function start(port: number, api: number): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', at('demo/server/main.js')], {
    env: {
      ...process.env,
      TSX_TSCONFIG_PATH: at('demo/server/tsconfig.json'),
      PORT: String(port),
      HOST_PASSWORD: 'pa55word',
      LIVEWEBINAR_CLIENT_ID: 'ID',
      LIVEWEBINAR_CLIENT_SECRET: 's3cret',
      LIVEWEBINAR_API_URL: `http://127.0.0.1:${api}/api`,
    },
  });
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

/** Returns a port that is free. */
async function findPort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const port = portOf(server);
  server.close();
  return port;
}

describe('the process of the server', () => {
  /** Requests for the list of rooms that wait for their response. */
  const waiting: ServerResponse[] = [];
  const api = createServer((request, response) => {
    if (request.url === '/api/auth/login') response.end('{"token":"ACCESS1"}');
    else waiting.push(response);
  });
  let server: ChildProcess;
  let port: number;

  before(async () => {
    api.listen(0, '127.0.0.1');
    await once(api, 'listening');
    port = await findPort();
    server = start(port, portOf(api));
    await once(server.stdout!, 'data');
  });
  after(() => {
    server.kill('SIGKILL');
    api.close().closeAllConnections();
  });

  it('ends with one sentence if its port is in use', async () => {
    const second = start(port, portOf(api));
    let stderr = '';
    second.stderr!.on('data', (text: Buffer) => (stderr += String(text)));
    const [code] = (await once(second, 'close')) as [number];
    expect(code).to.equal(1);
    expect(stderr).to.equal(
      `Port ${port} of localhost is in use: stop the other program, or set PORT to another number.\n`,
    );
  });

  it('finishes a request in flight after SIGTERM, and takes no new one', async () => {
    const inFlight = fetch(`http://localhost:${port}/room/123-123-123`);
    await once(api, 'request'); // the login
    await once(api, 'request');
    server.kill('SIGTERM');
    let isOpen = true;
    while (isOpen) {
      isOpen = await fetch(`http://localhost:${port}/login`).then(
        () => true,
        () => false,
      );
    }
    for (const response of waiting) response.end(JSON.stringify(ROOMS));
    // A second page, which may be empty.
    api.on('request', (_, response) => response.end('{"data":[]}'));
    const response = await inFlight;
    expect(response.status).to.equal(200);
    expect(await response.text()).to.include('license-key="123-123-123"');
    const [code] = (await once(server, 'close')) as [number];
    expect(code).to.equal(0);
  });
});
