// Starts WebKitWebDriver, with Xvfb if there is no display. Stops both when this process ends.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { find } from '../../scripts/browsers.mjs';
import { which } from '../../scripts/system-packages.mjs';

/** On a busy machine, the first start of the driver takes long. */
const START_TIMEOUT_MS = 30_000;
const RETRY_MS = 50;

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** @returns {Promise<{ port: number, capabilities: object, stop: () => void }>} */
export async function startWebKitDriver() {
  const browser = find('webkit');
  if (!browser || !which('WebKitWebDriver')) {
    throw new Error('no WebKitGTK: run `node scripts/browsers.mjs --install webkit`');
  }
  const children = [];
  const stop = () => children.splice(0).forEach((child) => child.kill());
  process.once('exit', stop);
  // With compositing, Mesa's software renderer sometimes crashes the browser.
  const env = { ...process.env, NO_AT_BRIDGE: '1', WEBKIT_DISABLE_COMPOSITING_MODE: '1' };
  if (!env.DISPLAY) {
    // Xvfb picks a free display and writes its number to descriptor 3.
    const xvfb = spawn(
      'Xvfb',
      ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
      {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      },
    );
    children.push(xvfb);
    const number = await new Promise((resolve, reject) => {
      xvfb.once('error', reject);
      xvfb.once('exit', () => reject(new Error('Xvfb did not start')));
      xvfb.stdio[3].once('data', (data) => resolve(String(data).trim()));
    });
    env.DISPLAY = `:${number}`;
  }
  const port = await freePort();
  children.push(spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' }));
  for (let tries = 0; ; tries += 1) {
    try {
      await fetch(`http://127.0.0.1:${port}/status`);
      break;
    } catch (error) {
      if (tries * RETRY_MS > START_TIMEOUT_MS) throw error;
      await wait(RETRY_MS);
    }
  }
  return {
    port,
    stop,
    capabilities: {
      browserName: 'MiniBrowser',
      // If a page navigates before it has loaded, the driver never responds to the command that opened it.
      pageLoadStrategy: 'none',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': {
        binary: browser.executablePath,
        args: ['--automation', ...(process.env.WEBKIT_ARGS ?? '').split(' ').filter(Boolean)],
      },
    },
  };
}
