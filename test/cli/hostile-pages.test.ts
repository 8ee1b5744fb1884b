import { expect } from 'chai';
import { createServer, type RequestListener, type Server } from 'node:http';
import {
  createServer as createTcpServer,
  type AddressInfo,
  type Server as TcpServer,
} from 'node:net';
import { afterEach, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { diagnosePage } from '../../src/cli/doctor/diagnose-page.js';
import { createHttpClient, HttpProblem } from '../../src/cli/doctor/http-client.js';
import { isPrivateAddress } from '../../src/cli/doctor/private-address.js';

const servers: { close(): void; closeAllConnections?(): void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections?.();
    server.close();
  }
});

async function listen(server: Server | TcpServer): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const HTML = { 'content-type': 'text/html' };
const MEGABYTE = 2 ** 20;

interface Options {
  /** Ends the examination early; the client's own deadline takes seconds. */
  deadline?: AbortController;
  isPrivate?: (address: string) => boolean;
}

/** Returns the message that explains why a page cannot be examined. */
async function problemOf(url: string, { deadline, isPrivate }: Options = {}): Promise<string> {
  const { signal } = deadline ?? new AbortController();
  const get = createHttpClient(signal, MEGABYTE, isPrivate);
  try {
    await diagnosePage(new URL(url), get);
  } catch (error) {
    if (error instanceof HttpProblem) return error.message;
    throw error;
  }
  return expect.fail('found a page');
}

const serve = (listener: RequestListener) => listen(createServer(listener));
/** Ends the examination after the request has arrived. */
const afterRequest = (deadline: AbortController) => setImmediate(() => deadline.abort());

describe('doctor on a hostile page', () => {
  it('stops reading an endless page', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, HTML);
      const write = () => {
        while (response.write('<p>more</p>'.repeat(1000)));
        response.once('drain', write);
      };
      write();
    });
    expect(await problemOf(url)).to.include('more than 1 MB');
  });

  it('stops decompressing a small file with huge contents', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * MEGABYTE));
    const url = await serve((_, response) =>
      response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end(bomb),
    );
    expect(await problemOf(url)).to.include('more than 1 MB');
  });

  it('does not wait for a server that never responds', async () => {
    const deadline = new AbortController();
    const url = await serve(() => afterRequest(deadline));
    expect(await problemOf(url, { deadline })).to.include('took too long');
  });

  it('does not wait for a page that arrives byte by byte', async () => {
    const deadline = new AbortController();
    const url = await serve((_, response) => {
      response.writeHead(200, HTML).write('<');
      afterRequest(deadline);
    });
    expect(await problemOf(url, { deadline })).to.include('took too long');
  });

  it('rejects a response that is not an HTML page', async () => {
    const url = await serve(({ url: path }, response) =>
      path === '/image'
        ? response.writeHead(200, { 'content-type': 'image/png' }).end('PNG')
        : response.writeHead(200, HTML).end(Buffer.alloc(100)),
    );
    expect(await problemOf(`${url}/image`)).to.equal('It is not an HTML page but image/png.');
    expect(await problemOf(url)).to.include('It is not an HTML page');
  });

  it('does not follow a redirect loop', async () => {
    const url = await serve(({ url: path }, response) =>
      response.writeHead(302, { location: path === '/a' ? '/b' : '/a' }).end(),
    );
    expect(await problemOf(url)).to.equal('It redirects more than 10 times.');
  });

  it('follows only http(s) redirects', async () => {
    for (const location of [
      'file:///etc/passwd',
      'ftp://site.example/',
      'data:text/html,x',
      'http://[',
    ]) {
      const url = await serve((_, response) => response.writeHead(302, { location }).end());
      expect(await problemOf(url), location).to.match(/^It redirects to /);
    }
  });

  it('does not follow a redirect of a public page to a private IP address', async () => {
    let visits = 0;
    const inner = await serve((_, response) => {
      visits += 1;
      response.writeHead(200, HTML).end('secret');
    });
    const port = new URL(inner).port;
    // In this test, only 127.0.0.1 is public.
    const isPrivate = (address: string) => address !== '127.0.0.1';
    for (const host of [
      '127.0.0.2',
      '2130706434',
      '0x7f.2',
      '[::ffff:127.0.0.2]',
      '[::1]',
      '169.254.169.254',
    ]) {
      const url = await serve((_, response) =>
        response.writeHead(302, { location: `http://${host}:${port}/` }).end(),
      );
      expect(await problemOf(url, { isPrivate }), host).to.include('is a private address');
    }
    expect(visits).to.equal(0);
  });

  it('does not follow a redirect or script URL whose host name resolves to a private IP address', async () => {
    let visits = 0;
    const inner = await serve((_, response) => {
      visits += 1;
      response.end();
    });
    const { port } = new URL(inner);
    let isInside = false;
    const isPrivate = () => isInside;
    const url = await serve(({ url: path }, response) => {
      // From now on, the host name resolves to a private IP address: each lookup is checked.
      isInside = true;
      if (path === '/redirect')
        return response.writeHead(302, { location: `http://localhost:${port}/` }).end();
      return response
        .writeHead(200, HTML)
        .end(
          `<script type=module src="http://localhost:${port}/livewebinar-room.min.js"></script>`,
        );
    });
    expect(await problemOf(`${url}/redirect`, { isPrivate })).to.include('is a private address');
    isInside = false;
    await diagnosePage(
      new URL(url),
      createHttpClient(new AbortController().signal, MEGABYTE, isPrivate),
    );
    expect(visits).to.equal(0);
  });

  it('does not parse HTML that is nested too deeply', async () => {
    for (const body of [
      '<div>'.repeat(100_000),
      // Each paragraph reopens every tag that the previous one has left open.
      `<p>${Array.from({ length: 500 }, (_, i) => `<b id=${i}>`).join('')}${'</p><p>x'.repeat(5000)}`,
      '<livewebinar-room>'.repeat(50_000),
    ]) {
      const url = await serve((_, response) => response.writeHead(200, HTML).end(body));
      expect(await problemOf(url)).to.include('nested too deeply');
    }
  });

  it('explains why a server does not respond', async () => {
    const noHttp = await listen(createTcpServer((socket) => socket.end('SSH-2.0\r\n')));
    expect(await problemOf(noHttp)).to.match(/could not be read|ended the connection/);
    expect(await problemOf(noHttp.replace('http:', 'https:'))).to.match(/\.$/);
    const gone = await serve((_, response) => response.socket!.destroy());
    expect(await problemOf(gone)).to.include('ended the connection');
    const broken = await serve((_, response) =>
      response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end('not gzip'),
    );
    expect(await problemOf(broken)).to.include('could not be read');
    const huge = await serve((_, response) => {
      response.socket!.write(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(100_000)}\r\n\r\n`);
    });
    expect(await problemOf(huge)).to.include('headers that are too large');
    const missing = await serve((_, response) => response.writeHead(404, HTML).end());
    expect(await problemOf(missing)).to.include('responded with 404. Check the URL');
    const locked = await serve((_, response) => response.writeHead(401, HTML).end());
    expect(await problemOf(locked)).to.include('responded with 401. The doctor sees only pages');
    expect(await problemOf('http://127.0.0.1:9/')).to.include('refuses the connection');
  });
});

describe('isPrivateAddress', () => {
  it('recognizes addresses that are not on the public internet', () => {
    for (const address of [
      '10.0.0.1',
      '100.64.0.1',
      '127.0.0.1',
      '169.254.169.254',
      '172.16.0.1',
      '192.168.1.1',
      '0.0.0.0',
      '255.255.255.255',
      '224.0.0.1',
      '::1',
      '::',
      'fe80::1',
      'fd00::1',
      '::ffff:10.0.0.1',
      '64:ff9b::a00:1',
    ])
      expect(isPrivateAddress(address), address).to.equal(true);
    for (const address of [
      '8.8.8.8',
      '172.32.0.1',
      '100.128.0.1',
      '2606:4700::1111',
      '::ffff:8.8.8.8',
    ])
      expect(isPrivateAddress(address), address).to.equal(false);
  });
});
