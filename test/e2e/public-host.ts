import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SITE = fileURLToPath(new URL('../../site', import.meta.url));
const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** Name of a host on the public internet. Browsers need `PUBLIC_HOST_ARGS` to resolve it. */
export const PUBLIC_HOST = 'site.example';

/** Arguments with which Chromium finds the host on this machine, and accepts its certificate. */
export const PUBLIC_HOST_ARGS = [
  `--host-resolver-rules=MAP ${PUBLIC_HOST} 127.0.0.1`,
  '--ignore-certificate-errors',
];

function createCertificate(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(path.join(tmpdir(), 'certificate-'));
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => path.join(folder, name));
  const subject = ['-subj', `/CN=${PUBLIC_HOST}`, '-addext', `subjectAltName=DNS:${PUBLIC_HOST}`];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key!, '-out', cert!, ...subject],
    { stdio: 'ignore' },
  );
  const pair = { key: readFileSync(key!), cert: readFileSync(cert!) };
  rmSync(folder, { recursive: true });
  return pair;
}

const findFile = (file: string): string | undefined => {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.isDirectory() ? findFile(path.join(file, 'index.html')) : stats && file;
};

/**
 * Serves the built site as a static host does: files in a folder, and nothing else.
 *
 * @param folder Path of the folder on the host, such as `/` or `/docs/`.
 * @returns URL of the folder, the paths that were not found, and a function that stops the server.
 */
export async function servePublicly(
  folder: string,
): Promise<{ url: string; missing: string[]; stop: () => void }> {
  const missing: string[] = [];
  const server = createServer(createCertificate(), (request, response) => {
    const { pathname } = new URL(request.url!, 'https://site.example');
    const file = pathname.startsWith(folder)
      ? findFile(path.join(SITE, pathname.slice(folder.length)))
      : undefined;
    if (!file) {
      missing.push(request.url!);
      response.statusCode = 404;
      response.end('Not found');
      return;
    }
    response.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream');
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://${PUBLIC_HOST}:${port}${folder}`,
    missing,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
