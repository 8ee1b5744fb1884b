/*
 * Starts each real server with its recipe from docs/hosting and asks all of them for the same addresses.
 * A server that is missing is installed, or skipped where that is not possible.
 */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { aptInstall, which } from '../../scripts/system-packages.mjs';
import { copyRoomPage } from '../support/room-page-folder.js';
import { ADDRESSES, type Answer } from './addresses.js';
import { SERVERS, type Place, type RealServer } from './servers.js';

const BASES = ['/room/', '/webinars/live/'];
const count = { passed: 0, failed: 0, skipped: 0 };

async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Asks for exactly these bytes: every client of a higher level tidies an address up. */
async function ask(port: number, address: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.setTimeout(10_000, () => socket.destroy(new Error('no answer')));
  socket.write(`GET ${address} HTTP/1.0\r\nHost: localhost\r\n\r\n`);
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

async function waitFor(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      await ask(port, '/');
      return;
    } catch {
      await setTimeout(100);
    }
  }
  throw new Error('it did not start');
}

/** Names what came: the page, one of its files, or something of the server's own. */
function recognise(answer: string): { status: number; kind: string; isSafe: boolean } {
  const head = answer.slice(0, answer.indexOf('\r\n\r\n'));
  const status = Number(head.split(' ')[1]);
  const type = /^content-type: *([\w/]+)/im.exec(head)?.[1] ?? '';
  let kind = type || 'nothing';
  if (answer.includes('<livewebinar-room')) kind = 'the page';
  else if (status === 301 || status === 302 || status === 308) kind = 'redirect';
  else if (status === 200 && /javascript$/.test(type)) kind = 'script';
  else if (status === 200 && type === 'text/css') kind = 'style';
  return { status, kind, isSafe: !/root:.*:0:0/.test(answer) };
}

function isRight(wanted: Answer, { status, kind, isSafe }: ReturnType<typeof recognise>): boolean {
  if (!isSafe) return false;
  if (wanted === 'room') return kind === 'the page' && status === 200;
  if (wanted === 'page') return kind === 'the page';
  if (wanted === 'outside') return kind === 'the page' || status >= 400;
  return kind === wanted;
}

const shorten = (text: string): string =>
  text.length > 60 ? `${text.slice(0, 40)}… (${text.length} bytes)` : text;

async function testPlace(server: RealServer, file: string, place: Place): Promise<void> {
  const { base, port, folder } = place;
  const child = spawn(file, server.configure(place), {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    await Promise.race([
      waitFor(port),
      ended.then(() => Promise.reject(new Error(complaint || 'it ended'))),
    ]);
    for (const [pattern, wanted] of ADDRESSES) {
      const address = pattern === '^:' ? base.slice(0, -1) : pattern.replace('^', base);
      const answer = recognise(await ask(port, address).catch(() => ''));
      const refusal = server.refuses.find(([refused]) => refused === pattern)?.[1];
      const isPassed = refusal ? answer.status === refusal : isRight(wanted, answer);
      count[isPassed ? 'passed' : 'failed'] += 1;
      const mark = isPassed ? 'ok  ' : `FAIL wanted ${wanted}:`;
      const what = refusal ? `refused by the server itself (${answer.kind})` : answer.kind;
      console.log(`${mark} ${server.name}  ${shorten(address)}  ${answer.status} ${what}`);
    }
  } finally {
    child.kill();
    await ended;
  }
}

async function testServer(server: RealServer): Promise<void> {
  if (!which(server.command)) aptInstall([server.debianPackage]);
  const file = which(server.command);
  if (!file) {
    console.log(`skipped: no ${server.command}, and it cannot be installed here`);
    count.skipped += ADDRESSES.length * BASES.length;
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
      await testPlace(server, file, { folder, root, base, port: await findPort() });
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
