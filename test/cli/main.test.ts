import { expect } from 'chai';
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runInProcess } from '../../src/cli/run-in-process.js';
import { startStandIn, type RunningStandIn } from '../../src/testing/index.js';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** Runs the command and returns its exit code and output. */
const run = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', MAIN, ...args], (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    );
  });

describe('livewebinar-room', () => {
  let standIn: RunningStandIn;
  let site: string;
  const tag = (attributes: string, inside: string) =>
    `<html lang="en"><script src="/app.js"></script><livewebinar-room license-key="1" style="height: 9em"${attributes}>${inside}</livewebinar-room>`;
  const pages: Record<string, string> = {
    '/good': tag('', '<a href="#">Open</a>'),
    '/bad': tag(' role-token="s3cret"', ''),
  };
  const server = createServer(({ url = '' }, response) => {
    const page = pages[url.split('?')[0]!];
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html' }).end(page);
  });
  before(async () => {
    standIn = await startStandIn({ port: 0 });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    site = `http://localhost:${(server.address() as AddressInfo).port}`;
  });
  after(async () => {
    server.close();
    await standIn.stop();
  });

  it('lists its commands', async () => {
    const [help, none, wrong] = await Promise.all([run('--help'), run(), run('toString')]);
    expect(help.code).to.equal(0);
    for (const name of ['doctor', 'stand-in']) expect(help.out).to.include(name);
    expect(none).to.deep.equal({ code: 2, out: '', err: help.out });
    expect(wrong).to.deep.equal(none);
  });

  it('describes each command', async () => {
    const [doctor, stand] = await Promise.all([run('doctor', '--help'), run('stand-in', '-h')]);
    expect(doctor).to.include({ code: 0, err: '' });
    expect(doctor.out).to.include('--json').and.include('exit code');
    expect(stand).to.include({ code: 0, err: '' });
    expect(stand.out).to.include('script-404').and.include('frame');
  });

  it('doctor exits with 1 for a fault, as text and as JSON, and does not print the token', async () => {
    const [words, json] = await Promise.all([
      run('doctor', `${site}/bad?_role_token=s3cret`),
      run('doctor', '--json', `${site}/bad`),
    ]);
    expect(words.code).to.equal(1);
    expect(words.out)
      .to.include('The owner of the room')
      .and.include('role-token="…"')
      .and.include('1 error, 1 warning')
      // eslint-disable-next-line no-control-regex -- No color.
      .and.not.match(/s3cret|\u001b/);
    const { url, findings } = JSON.parse(json.out) as { url: string; findings: { rule: string }[] };
    expect(url).to.equal(`${site}/bad`);
    expect(findings.map(({ rule }) => rule)).to.include.members(['public-token', 'fallback-link']);
    expect(json.code).to.equal(1);
  });

  it('doctor exits with 0 for a page without faults, and with 2 if there is no page', async () => {
    const [good, gone, none, file] = await Promise.all([
      run('doctor', `${site}/good`),
      run('doctor', `${site}/gone`),
      run('doctor'),
      run('doctor', 'file:///etc/passwd'),
    ]);
    expect(good.code, good.out).to.equal(0);
    for (const result of [gone, none, file]) {
      expect(result).to.include({ code: 2, out: '' });
      expect(result.err).to.match(/^[^\n]+\n$/);
    }
  });

  it('doctor prints errors as JSON, and rejects arguments that have no effect', async () => {
    const results = await Promise.all([
      run('doctor', '--json', `${site}/gone`),
      run('doctor', '--json'),
      run('doctor', '--json', '--nope'),
      run('doctor', '--json', `${site}/good`, `${site}/bad`),
      run('doctor', '--json', '--origin', site, `${site}/good`),
      run('doctor', '--json', '--vendor', '123-123-123', `${site}/good`),
      run('doctor', '--json', '--vendor', '<>'),
    ]);
    for (const { code, out, err } of results) {
      expect(code, out).to.equal(2);
      expect(JSON.parse(out)).to.have.all.keys('error');
      expect(err).to.equal('');
    }
  });

  it('doctor accepts a loopback host without a scheme', async () => {
    const { code, out } = await run('doctor', `${site.replace('http://', '')}/good`);
    expect(code, out).to.equal(0);
  });

  it('prints an error when a page takes too long to examine', async () => {
    const outcome = await runInProcess(
      new URL('endless.ts', import.meta.url).href,
      ['--json', site],
      100,
    );
    expect(outcome.code).to.equal(2);
    expect(JSON.parse(outcome.out)).to.deep.equal({ error: 'The page takes too long to examine.' });
  });

  it('prints an error when the examination crashes', async () => {
    const outcome = await runInProcess('file:///no/such/file.js', [site]);
    expect(outcome).to.deep.equal({
      code: 2,
      out: '',
      err: 'The page is too large or too unusual to examine.\n',
    });
  });

  it('doctor --vendor compares the stand-in with the contract', async () => {
    const [good, bad, noKey] = await Promise.all([
      run('doctor', '--vendor', '123-123-123', '--origin', standIn.origin),
      run('doctor', '--vendor', 'fault-x-frame-options', '--json', '--origin', standIn.origin),
      run('doctor', '--vendor', '<>', '--origin', standIn.origin),
    ]);
    expect(good.code, good.out + good.err).to.equal(0);
    expect(good.out).to.include('15 hold, 0 differ, 2 not seen.');
    expect(bad.code).to.equal(1);
    expect(JSON.parse(bad.out)).to.deep.include({
      name: 'room-framing',
      section: 'Direct room URLs',
      fact: 'Other sites can show the room in an iframe',
      verdict: 'differs',
      detail: 'x-frame-options: DENY',
    });
    expect(noKey.code).to.equal(2);
  });

  it('stand-in prints an error without a stack for invalid options', async () => {
    const results = await Promise.all([
      run('stand-in', '--fault', 'nope'),
      run('stand-in', '--variant', 'nope'),
      run('stand-in', '--port', 'x'),
      run('stand-in', '--nope'),
    ]);
    for (const { code, err } of results) {
      expect(code).to.equal(2);
      expect(err).to.not.match(/^\s+at /m);
    }
    const busy = await run('stand-in', '--port', String((server.address() as AddressInfo).port));
    expect(busy.code).to.equal(1);
    expect(busy.err).to.include('not the stand-in');
  });
});
