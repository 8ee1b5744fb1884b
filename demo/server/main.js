// @ts-check
// An application around livewebinar-room/api; README.md says what it shows and how to set it up.
import { serve } from '@hono/node-server';
import { startStandIn } from '../../src/testing/stand-in/start.js';
import { createApp } from './app.js';
import { readSettings } from './settings.js';

try {
  const settings = readSettings(process.env);
  if (settings.isStandIn) await startStandIn();
  const { host: hostname, port, origin, isStandIn, hostPassword } = settings;
  serve({ fetch: createApp(settings).fetch, hostname, port }, () => {
    console.log(`Rooms: ${origin}/`);
    if (isStandIn) {
      console.log(`It runs against the local stand-in. The host's password is ${hostPassword}`);
    }
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
