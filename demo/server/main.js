// @ts-check
// An application around livewebinar-room/api; README.md describes it and its settings.
import { serve } from '@hono/node-server';
import { startStandIn } from '../../src/testing/stand-in/start.js';
import { createApp } from './app.js';
import { createExampleRooms } from './example-rooms.js';
import { readSettings } from './settings.js';

/** How long requests in flight may take after a signal to stop. */
const STOP_TIMEOUT_MS = 12_000;

/** @param {unknown} error */
function fail(error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

try {
  const settings = readSettings(process.env);
  const { host: hostname, port, origin, isStandIn, hostPassword } = settings;
  /** @type {import('../../src/testing/stand-in/start.js').RunningStandIn | undefined} */
  let standIn;
  const start = async () => {
    if (isStandIn) {
      standIn = await startStandIn();
      await createExampleRooms(settings);
    }
    console.log(`Rooms: ${origin}/`);
    if (isStandIn) {
      console.log(`It runs against the local stand-in. The host's password is ${hostPassword}`);
    }
  };
  const server = serve({ fetch: createApp(settings).fetch, hostname, port }, () => {
    start().catch(fail);
  });
  server.on('error', (/** @type {NodeJS.ErrnoException} */ error) =>
    fail(
      error.code === 'EADDRINUSE'
        ? `Port ${port} of ${hostname} is in use: stop the other program, or set PORT to another number.`
        : error,
    ),
  );

  const stop = () => {
    // No new connections; requests in flight are finished first, and may need the stand-in for that.
    server.close(() => standIn?.stop());
    setTimeout(() => process.exit(1), STOP_TIMEOUT_MS).unref();
  };
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, stop);
} catch (error) {
  fail(error);
}
