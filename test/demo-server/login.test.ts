import { expect } from 'chai';
import { describe, it } from 'node:test';
import { createApp } from '../../demo/server/app.js';
import { readSettings } from '../../demo/server/settings.js';

const settings = readSettings({ HOST_PASSWORD: 'pa55word' });
const { origin } = settings;

/** Logs in with the right password and returns the URL a browser would go to next. */
async function logIn(then: string): Promise<string> {
  const response = await createApp(settings).request(
    `${origin}/login?then=${encodeURIComponent(then)}`,
    { method: 'POST', headers: { origin }, body: new URLSearchParams({ password: 'pa55word' }) },
  );
  expect(response.status).to.equal(303);
  return new URL(response.headers.get('location')!, origin).href;
}

describe('the login', () => {
  for (const [then, path] of [
    ['/', '/'],
    ['/room/123-123-123/host', '/room/123-123-123/host'],
    ['/?a=b', '/?a=b'],
    ['/room/a%2F%2Fb', '/room/a%2F%2Fb'],
    ['room', '/room'],
    [`${origin}/room/1`, '/room/1'],
  ] as const) {
    it(`redirects to ${then}`, async () => {
      expect(await logIn(then)).to.equal(origin + path);
    });
  }

  for (const then of [
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/x/..//evil.example',
    '/x/../..//evil.example',
    '/./\\evil.example',
    '/.\\/evil.example',
    '/%2e//evil.example',
    '/%2e%2e//evil.example',
    '/x/%2E.//evil.example',
    './/evil.example',
    '..//evil.example',
    `${'http://localhost:4820'}//evil.example`,
    'https://evil.example',
    'https:evil.example',
    'http:evil.example',
    'https:/evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'http://localhost:4820@evil.example/',
    'http://localhost:48200/',
    'http://[/',
    '',
  ]) {
    it(`stays on its own site for ${JSON.stringify(then)}`, async () => {
      expect(new URL(await logIn(then)).origin).to.equal(origin);
    });
  }
});
