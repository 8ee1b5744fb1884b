import { expect } from 'chai';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, it } from 'node:test';
import { startStandIn, type RunningStandIn } from '../../src/testing/index.js';

const running: { stop(): unknown }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()));
});
const start = async (options: Parameters<typeof startStandIn>[0]): Promise<RunningStandIn> => {
  const standIn = await startStandIn(options);
  running.push(standIn);
  return standIn;
};
const portOf = (origin: string) => Number(new URL(origin).port);
const rejection = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('did not reject'),
    (error: Error) => error.message,
  );

/** Starts another server. */
async function startOther(host: string): Promise<number> {
  const server: Server = createServer((_, response) => response.end('other'));
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  running.push({ stop: () => server.close() });
  return (server.address() as AddressInfo).port;
}

/** Returns the lines that `console.error()` prints while a function runs. */
async function linesOf(run: () => Promise<unknown>): Promise<string[]> {
  const { error } = console;
  const lines: string[] = [];
  console.error = (line: string) => lines.push(line);
  try {
    await run();
    return lines;
  } finally {
    console.error = error;
  }
}

describe('startStandIn', () => {
  it('listens on 127.0.0.1 and ::1, and applies the options', async () => {
    const { origin, standIn } = await start({ port: 0, fault: 'script-404' });
    for (const host of ['localhost', '127.0.0.1', '[::1]'])
      expect((await fetch(origin.replace('localhost', host) + '/1')).status, host).to.equal(404);
    standIn!.reset();
    expect(await fetch(`${origin}/1`)).to.include({ status: 200 });
    expect(standIn!.visitors()).to.deep.equal([{ licenseKey: '1' }]);
  });

  it('lists all rooms of the API if no limit is set', async () => {
    const { origin, standIn } = await start({ port: 0 });
    standIn!.api.createRoom({ name: 'Open day' });
    const login = {
      identifier: 'livewebinar',
      client_id: 'stand-in',
      client_secret: 'stand-in-secret',
    };
    const response = await fetch(`${origin}/api/auth/login`, {
      method: 'POST',
      body: new URLSearchParams(login),
    });
    const { token } = (await response.json()) as { token: string };
    const list = await fetch(`${origin}/api/widgets`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(((await list.json()) as { data: unknown[] }).data).to.have.length(1);
  });

  it('reads the body of a call, and breaks the connection for the fault cut-off', async () => {
    const { origin, standIn } = await start({ port: 0 });
    const logIn = () =>
      fetch(`${origin}/api/auth/login`, {
        method: 'POST',
        body: new URLSearchParams({
          identifier: 'livewebinar',
          client_id: 'stand-in',
          client_secret: 'stand-in-secret',
        }),
      });
    expect(await (await logIn()).json()).to.have.keys('token', 'expires_in');
    standIn!.api.fail('POST /auth/login', 'cut-off');
    await rejection(logIn().then((response) => response.text()));
    expect(await logIn()).to.include({ status: 200 });
  });

  it('stops while a request is pending, and frees the port', async () => {
    const { origin, stop } = await start({ port: 0, fault: 'script-hangs' });
    const hanging = rejection(fetch(`${origin}/1`));
    await new Promise((resolve) => setTimeout(resolve));
    await stop();
    await hanging;
    await start({ port: portOf(origin), fault: 'script-404' });
  });

  it('rejects requests for another host name that resolves to this machine', async () => {
    const { origin } = await start({ port: 0 });
    const status = await new Promise((resolve, reject) => {
      const headers = { host: `evil.example:${portOf(origin)}` };
      request(`${origin}/stand-in/requests`, { headers }, ({ statusCode }) => resolve(statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).to.equal(403);
  });

  it('names the program that uses the port', async () => {
    for (const host of ['127.0.0.1', '::1']) {
      const port = await startOther(host);
      expect(await rejection(startStandIn({ port })), host)
        .to.include(`Port ${port} is taken by `)
        .and.include(process.platform === 'linux' ? `(process ${process.pid})` : '')
        .and.include('not the stand-in');
    }
  });

  it('shares the stand-in of another process, and prints a line about it', async () => {
    const first = await start({ port: 0 });
    let second: RunningStandIn | undefined;
    const lines = await linesOf(async () => {
      second = await start({ port: portOf(first.origin) });
    });
    expect(lines.join('\n')).to.match(/^Sharing the stand-in .*it ends with that process\.$/);
    expect(second).to.deep.include({ origin: first.origin, standIn: undefined });
    await second!.stop();
    expect(await fetch(`${first.origin}/1`)).to.include({ status: 200 });
  });

  it('does not share a stand-in that does not support the options', async () => {
    const { origin } = await start({ port: 0 });
    expect(await rejection(startStandIn({ port: portOf(origin), variants: ['frame'] }))).to.include(
      'does not know these options',
    );
  });
});
