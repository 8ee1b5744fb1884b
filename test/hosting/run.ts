/*
 * Starts each real server with its recipe from docs/hosting and requests the same URLs from all of them.
 * A server that is missing is installed, or skipped if that is not possible.
 */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { connect as connectSecurely } from 'node:tls';
import { aptInstall, which } from '../../scripts/system-packages.mjs';
import { copyRoomPage } from '../support/room-page-folder.js';
import { HEADERS } from './headers.js';
import { SERVERS, type Place, type RealServer } from './servers.js';
import { ROLE_TOKEN, URLS, type Expected } from './urls.js';

const BASES = ['/room/', '/webinars/live/'];

const count = { passed: 0, failed: 0, skipped: 0 };

function report(isPassed: boolean, server: RealServer, what: string): void {
  count[isPassed ? 'passed' : 'failed'] += 1;
  console.log(`${isPassed ? 'ok  ' : 'FAIL'} ${server.name}  ${what}`);
}

async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Requests exactly these bytes: every client of a higher level normalizes a URL. */
async function request(socket: Socket, url: string): Promise<string> {
  socket.setTimeout(10_000, () => socket.destroy(new Error('no response')));
  socket.write(`GET ${url} HTTP/1.0\r\nHost: localhost\r\n\r\n`);
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const getInsecurely = (port: number, url: string) => request(connect(port, '127.0.0.1'), url);

const get = (port: number, url: string) =>
  request(
    connectSecurely({
      port,
      host: '127.0.0.1',
      servername: 'localhost',
      rejectUnauthorized: false,
    }),
    url,
  );

async function waitFor(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      await get(port, '/');
      return;
    } catch {
      await setTimeout(100);
    }
  }
  throw new Error('it did not start');
}

/** Returns the kind of a response: the room page, one of its files, or something else. */
function readResponse(response: string) {
  const head = response.slice(0, response.indexOf('\r\n\r\n')).replaceAll('\r', '');
  const status = Number(head.split(' ')[1]);
  const type = /^content-type: *([\w/]+)/im.exec(head)?.[1] ?? '';
  const location = /^location: *(.*)/im.exec(head)?.[1] ?? '';
  let kind = type || 'nothing';
  if (response.includes('<livewebinar-room')) kind = 'the page';
  else if (status >= 301 && status <= 308) kind = 'redirect';
  else if (status === 200 && /javascript$/.test(type)) kind = 'script';
  else if (status === 200 && type === 'text/css') kind = 'style';
  const isOurs = ['the page', 'script', 'style'].includes(kind);
  const headers = head.toLowerCase().split('\n');
  const hasHeaders = HEADERS.every(([name, value]) =>
    headers.includes(`${name}: ${value}`.toLowerCase()),
  );
  const isSafe = !/root:.*:0:0/.test(response) && (hasHeaders || !isOurs);
  return { status, kind, location, isSafe };
}

function isAsExpected(expected: Expected, response: ReturnType<typeof readResponse>, base: string) {
  const { status, kind, location, isSafe } = response;
  if (!isSafe) return false;
  if (expected === 'room') return kind === 'the page' && status === 200;
  if (expected === 'page') return kind === 'the page';
  if (expected === 'outside') return kind === 'the page' || status >= 300;
  if (expected === 'site') return kind !== 'the page' && status >= 400;
  if (expected === 'folder') return kind === 'the page' || location === base;
  return kind === expected;
}

const shorten = (text: string): string =>
  text.length > 60 ? `${text.slice(0, 40)}… (${text.length} bytes)` : text;

async function testUrls(server: RealServer, { base, port }: Place): Promise<void> {
  for (const [pattern, expected] of URLS) {
    const url = pattern.replace('^:', base.slice(0, -1)).replace('^', base);
    const response = readResponse(await get(port, url).catch(() => ''));
    const refusal = server.refuses.find(([refused]) => refused === pattern)?.[1];
    const isPassed = refusal
      ? response.status === refusal && response.kind !== 'the page'
      : isAsExpected(expected, response, base);
    const what = refusal ? `refused by the server itself (${response.kind})` : response.kind;
    const wanted = isPassed ? '' : `  wanted ${expected}, is safe: ${response.isSafe}`;
    report(isPassed, server, `${shorten(url)}  ${response.status} ${what}${wanted}`);
  }
}

/** Expects a redirect to HTTPS that keeps the whole URL. */
async function testHttp(server: RealServer, { base, httpPort }: Place): Promise<void> {
  const url = `${base}123-123-123/${ROLE_TOKEN}?_nickname=John%20Doe`;
  const { status, location } = readResponse(await getInsecurely(httpPort, url));
  const isPassed =
    [301, 308].includes(status) && location.replace(/:\d+/, '') === `https://localhost${url}`;
  report(isPassed, server, `http ${url}  ${status} ${location}`);
}

/** Expects logs that contain the requests to the rest of the site, and no token of a room. */
function testLogs(server: RealServer, { folder }: Place, output: string): void {
  const logs = readdirSync(folder)
    .filter((name) => name.endsWith('.log'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n')
    .concat(output);
  report(logs.includes('/elsewhere'), server, 'logs the rest of the site');
  report(!logs.includes(ROLE_TOKEN), server, 'logs no token');
}

async function testPlace(server: RealServer, file: string, place: Place): Promise<void> {
  const { port, folder } = place;
  const child = spawn(file, server.configure(place), {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise((resolve) => child.once('close', resolve));
  try {
    await Promise.race([
      waitFor(port),
      ended.then(() => Promise.reject(new Error(output || 'it ended'))),
    ]);
    await testUrls(server, place);
    if (!server.isFolderOnly) await testHttp(server, place);
  } finally {
    child.kill();
    await ended;
  }
  if (!server.isFolderOnly) testLogs(server, place, output);
}

/** Makes a self-signed certificate for localhost. */
function makeCertificate(folder: string) {
  const certificate = path.join(folder, 'certificate.pem');
  const key = path.join(folder, 'key.pem');
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const { status, stderr } = spawnSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate, ...name],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return { certificate, key };
}

async function testServer(server: RealServer): Promise<void> {
  const needed = [
    ['openssl', 'openssl'],
    [server.command, server.debianPackage],
  ] as const;
  const missing = needed.filter(([command]) => !which(command)).map(([, name]) => name);
  if (missing.length > 0) aptInstall(missing);
  const file = which(server.command);
  if (!file || !which('openssl')) {
    console.log(`skipped: no ${server.command} or openssl, and they cannot be installed here`);
    count.skipped += URLS.length * BASES.length;
    return;
  }
  const { stdout, stderr } = spawnSync(file, server.version, { encoding: 'utf8' });
  for (const base of BASES) {
    console.log(`\n${server.name} at ${base}: ${(stdout || stderr).split('\n')[0]}`);
    const folder = mkdtempSync(path.join(tmpdir(), 'hosting-'));
    // The servers' own users have to read it.
    chmodSync(folder, 0o755);
    const root = path.join(folder, 'www');
    mkdirSync(root);
    copyRoomPage(root, base);
    try {
      const [port, httpPort] = [await findPort(), await findPort()];
      await testPlace(server, file, {
        folder,
        root,
        base,
        port,
        httpPort,
        ...makeCertificate(folder),
      });
    } catch (error) {
      count.failed += 1;
      console.log(`FAIL ${server.name}: ${String(error)}`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}

for (const server of SERVERS) await testServer(server);
console.log(`\nhosting: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
process.exitCode = count.failed ? 1 : 0;
