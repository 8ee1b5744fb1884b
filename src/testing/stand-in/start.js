// The stand-in alone, for the tests of an application of your own: docs/server.md
import { STAND_IN_ORIGIN } from './origin.js';
import { startStandIn } from './server.js';

await startStandIn();
console.log(`Stand-in for LiveWebinar: ${STAND_IN_ORIGIN}`);
