import { execFileSync } from 'node:child_process';
import { createHash, createPublicKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** Creates a key and a self-signed certificate. Node has no API for that. */
function createCertificate() {
  const folder = mkdtempSync(path.join(tmpdir(), 'certificate-'));
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => path.join(folder, name));
  try {
    const options = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2';
    execFileSync(
      'openssl',
      [...options.split(' '), '-subj', '/CN=bench', '-keyout', key, '-out', cert],
      { stdio: 'pipe' },
    );
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const certificate = createCertificate();

const publicKey = createPublicKey(certificate.cert).export({ type: 'spki', format: 'der' });

/** Makes Chromium trust the certificate. Without trust, it would not cache anything. */
export const TRUST = `--ignore-certificate-errors-spki-list=${createHash('sha256').update(publicKey).digest('base64')}`;

/**
 * Starts an HTTP/2 server with files from memory.
 *
 * @typedef {{ type: string, body: string | Buffer, cache?: string, isCompressed?: boolean } | { redirect: string, cache?: string }} File
 * @param {(url: URL) => File | undefined} respond
 */
export async function startSecureServer(respond) {
  const compressed = new Map();
  const compress = (body) => {
    if (!compressed.has(body)) compressed.set(body, brotliCompressSync(body));
    return compressed.get(body);
  };
  const server = createSecureServer(certificate, (request, response) => {
    const file = respond(new URL(request.url, 'https://bench'));
    if (!file) return response.writeHead(404).end();
    const headers = {
      'cache-control': file.cache ?? 'no-cache',
      'access-control-allow-origin': '*',
    };
    if (file.redirect)
      return response.writeHead(302, { ...headers, location: file.redirect }).end();
    const body = file.isCompressed ? file.body : compress(file.body);
    return response
      .writeHead(200, {
        ...headers,
        'content-type': `${file.type}; charset=utf-8`,
        ...(!file.isCompressed && { 'content-encoding': 'br' }),
      })
      .end(body);
  });
  const sessions = new Set();
  server.on('session', (session) => {
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
    session.on('error', () => {});
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    stop() {
      server.close();
      for (const session of sessions) session.destroy();
    },
  };
}
