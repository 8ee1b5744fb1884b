import { createServer } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright';
import { launchOptions } from '../../scripts/browsers.mjs';

/** Starts Chromium; its version goes to the results. */
export const startBrowser = (args = []) => chromium.launch({ ...launchOptions('chromium'), args });

/**
 * Serves files from memory on a port of its own, compressed as a CDN does.
 *
 * @param {(url: URL) => { type: string, body: string | Buffer } | undefined} respond
 */
export async function serve(respond) {
  /** @type {Map<string, Buffer>} */
  const compressed = new Map();
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://localhost');
    const file = respond(url);
    if (!file) return response.writeHead(404).end();
    const text = String(file.body);
    if (!compressed.has(text)) compressed.set(text, brotliCompressSync(text));
    const body = compressed.get(text);
    response.writeHead(200, {
      'content-type': `${file.type}; charset=utf-8`,
      'content-encoding': 'br',
      'content-length': body.length,
      'cache-control': 'no-store',
    });
    return response.end(body);
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  return {
    origin: `http://localhost:${server.address().port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

export const html = (body) => ({ type: 'text/html', body });
export const script = (body) => ({ type: 'text/javascript', body });

/** Collects garbage until the heap no longer shrinks, and returns the counts of the page's process. */
export async function settle(session) {
  for (let times = 0; times < 3; times += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { documents, nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { heap: usedSize, documents, nodes, listeners: jsEventListeners };
}
