// Renders the room on the server: it has its size and text before any script runs, and a link for visitors without JavaScript.
//   node server.js [--port 3000]
import { html, render } from '@lit-labs/ssr';
import { RenderResultReadable } from '@lit-labs/ssr/lib/render-result-readable.js';
import 'livewebinar-room';
import { buildRoomUrl } from 'livewebinar-room/url';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import sirv from 'sirv';

// The local stand-in for LiveWebinar. Leave it out to open rooms of the real one.
const standIn = 'http://localhost:4810';
// The room, and the name of the signed-in user of your application.
const visitor = { licenseKey: '123-123-123', nickname: 'Ada' };

const room = html`
  <h1>Lit SSR</h1>
  <p>
    <label>
      Room
      <select>
        <option value="123-123-123">Morning</option>
        <option value="456-456-456">Afternoon</option>
        <option value="fault-script-404">Out of order</option>
      </select>
    </label>
    <button type="button">Leave</button>
  </p>
  <p><output></output></p>
  <livewebinar-room
    license-key=${visitor.licenseKey}
    nickname=${visitor.nickname}
    embed-origin=${standIn}
    room-origin=${standIn}
  >
    <a href=${buildRoomUrl(visitor, { origin: standIn })}>Open the room</a>
  </livewebinar-room>
`;

const page = (content) => html`
  <!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>Lit SSR – livewebinar-room</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/page.css" />
      <script type="importmap">
        {
          "imports": {
            "livewebinar-room": "/node_modules/livewebinar-room/dist/index.js",
            "@lit-labs/ssr-client/": "/node_modules/@lit-labs/ssr-client/",
            "lit": "/node_modules/lit/index.js",
            "@lit/reactive-element": "/node_modules/@lit/reactive-element/reactive-element.js",
            "lit-element/": "/node_modules/lit-element/",
            "lit-html": "/node_modules/lit-html/lit-html.js",
            "lit-html/": "/node_modules/lit-html/"
          }
        }
      </script>
      <script type="module" src="/page.js"></script>
    </head>
    <body>
      <nav><a href="/">Room</a> <a href="/about">About</a></nav>
      <main>${content}</main>
    </body>
  </html>
`;

const pages = { '/': page(room), '/about': page(html`<h1>About</h1>`) };
const files = sirv('.', { dev: true });
const { port } = parseArgs({ options: { port: { type: 'string', default: '3000' } } }).values;

createServer((request, response) => {
  files(request, response, () => {
    const content = pages[request.url];
    response.writeHead(content ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    if (content) new RenderResultReadable(render(content)).pipe(response);
    else response.end();
  });
}).listen(Number(port), () => console.log(`http://localhost:${port}/`));
