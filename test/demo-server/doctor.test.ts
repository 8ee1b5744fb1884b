import { expect } from 'chai';
import { it } from 'node:test';
import { createApp } from '../../demo/server/app.js';
import { readSettings } from '../../demo/server/settings.js';
import { diagnosePage } from '../../src/cli/doctor/diagnose-page.js';
import type { Get } from '../../src/cli/doctor/http-client.js';
import { StandIn } from '../../src/testing/index.js';
import { Visitor } from './visitor.js';

it('the doctor finds nothing on a public room of the demo server', async () => {
  const standIn = new StandIn();
  const settings = readSettings({ HOST_PASSWORD: 'pa55word' });
  settings.client.fetch = (url, init) => standIn.fetch(new Request(url, init));
  const { token } = standIn.api.createRoom({ name: 'Open day' });
  const visitor = new Visitor(createApp(settings), settings.origin);
  const get: Get = async (url) => {
    // The element's own file exists only after a build.
    const response = url.pathname.startsWith('/tag/')
      ? new Response('', { headers: { 'content-type': 'text/javascript' } })
      : await visitor.get(url.pathname);
    const bytes = Buffer.from(await response.arrayBuffer());
    const headers = Object.fromEntries(response.headers);
    return { url, status: response.status, headers, body: bytes.toString(), bytes };
  };
  const { findings } = await diagnosePage(new URL(`/room/${token}`, settings.origin), get);
  expect(findings).to.deep.equal([]);
});
