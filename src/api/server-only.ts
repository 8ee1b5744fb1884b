import { LivewebinarApiError } from './api-error.js';

// Must be the first import, before other modules run. Deno and web workers have no `window`.
if ('window' in globalThis) {
  throw new LivewebinarApiError(
    'server-only',
    'livewebinar-room/api is for servers: in a browser page, everyone could read the client secret. ' +
      'Call it on your server and send the page only the link of its visitor.',
  );
}
