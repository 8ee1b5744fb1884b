import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { diagnosePage } from '../../src/cli/doctor/diagnose-page.js';
import { decode, HttpProblem } from '../../src/cli/doctor/http-client.js';
import { formatFindings } from '../../src/findings/format-findings.js';
import { FILES, SCRIPT_URL, serve, type File } from './site.js';

interface Site {
  url?: string;
  headers?: Record<string, string>;
  head?: string;
  script?: string;
  room?: string;
  /** The whole page, instead of its parts. */
  html?: string;
  files?: Record<string, File>;
}

const SCRIPT = '<script type="module" src="/livewebinar-room.min.js"></script>';
const LINK = '<a href="https://app.livewebinar.com/123-123-123">Open the room</a>';
const tag = (attributes: string, inside = LINK) =>
  `<livewebinar-room ${attributes}>${inside}</livewebinar-room>`;
const ROOM = tag('license-key="123-123-123"');
const VENDOR = 'https://embed.livewebinar.com';
const JS = { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' };
const sha = (text: string, bits = 256) =>
  `sha${bits}-${createHash(`sha${bits}`).update(text).digest('base64')}`;

function pageOf({ head = '', script = SCRIPT, room = ROOM, html }: Site): string {
  const style = '<style>livewebinar-room:not(:defined) { display: block; height: 20rem }</style>';
  return (
    html ??
    `<!doctype html><html lang="en"><head>${head}${style}${script}</head><body><main>${room}</main></body></html>`
  );
}

async function examine(site: Site) {
  const { url = 'https://site.example/open-day', headers, files } = site;
  const page = { body: pageOf(site), headers: { 'content-type': 'text/html', ...headers } };
  return diagnosePage(new URL(url), serve({ ...FILES, [url]: page, ...files }));
}

const csp = (policy: string) => ({ 'content-security-policy': policy });
const permissions = (policy: string) => ({ 'permissions-policy': policy });
const UNPKG = 'https://unpkg.com/livewebinar-room@0.1.0/dist/cdn/livewebinar-room.min.js';
const JSDELIVR =
  'https://cdn.jsdelivr.net/npm/livewebinar-room@0.1.0/dist/cdn/livewebinar-room.min.js';
const CDN_FILES = { [UNPKG]: { headers: JS }, [JSDELIVR]: { headers: JS } };
const INLINE = `import '${UNPKG}';`;
const inline = (attributes = '') => `<script type="module"${attributes}>${INLINE}</script>`;

/** Pages, with a part of the suggested change for each rule that finds something. */
const ROWS: [what: string, site: Site, expected: Record<string, string>][] = [
  // Content-Security-Policy
  [
    'only default-src',
    { headers: csp("default-src 'self'") },
    {
      'csp-script': `script-src 'self' ${VENDOR}`,
      'csp-frame': "frame-src 'self' https://app.livewebinar.com https://embed.livewebinar.com",
    },
  ],
  [
    'default-src with everything',
    { headers: csp("default-src 'self' https://*.livewebinar.com") },
    {},
  ],
  ['frames by child-src', { headers: csp('child-src https://*.livewebinar.com') }, {}],
  [
    'child-src without the frame',
    { headers: csp("child-src 'none'") },
    {
      'csp-frame': 'child-src https://app.livewebinar.com https://embed.livewebinar.com',
    },
  ],
  [
    'script-src-elem next to script-src',
    {
      headers: csp(`script-src 'self' ${VENDOR}; script-src-elem 'self'`),
    },
    { 'csp-script': `script-src-elem 'self' ${VENDOR}` },
  ],
  [
    'hosts without a scheme, in upper case',
    {
      headers: csp("Script-Src 'SELF' EMBED.livewebinar.com; FRAME-SRC *.LiveWebinar.com:443"),
    },
    {},
  ],
  [
    'schemes instead of hosts',
    { headers: csp("script-src https: 'unsafe-inline'; frame-src https:") },
    {},
  ],
  [
    'a directive twice, of which the first applies',
    {
      headers: csp(`script-src 'self'; script-src 'self' ${VENDOR}`),
    },
    { 'csp-script': `script-src 'self' ${VENDOR}` },
  ],
  [
    'a nonce and a host',
    {
      headers: csp(`script-src 'nonce-abc' 'self' ${VENDOR}`),
      script: SCRIPT.replace('<script', '<script nonce="abc"'),
    },
    {},
  ],
  [
    'a nonce and hosts, without the embed script',
    {
      headers: csp("script-src 'nonce-abc' 'self' https://code.jquery.com"),
      script: SCRIPT.replace('<script', '<script nonce="abc"'),
    },
    { 'csp-script': `script-src 'nonce-abc' 'self' https://code.jquery.com ${VENDOR}` },
  ],
  [
    'strict-dynamic in default-src, which frames ignore',
    {
      headers: csp("default-src 'nonce-abc' 'strict-dynamic' https://*.livewebinar.com"),
      script: SCRIPT.replace('<script', '<script nonce="abc"'),
    },
    {},
  ],
  [
    'an import in a script with a nonce',
    {
      headers: csp("script-src 'nonce-abc' 'strict-dynamic'"),
      script: inline(' nonce="abc"'),
      files: CDN_FILES,
    },
    {},
  ],
  [
    'an import in a script without the nonce',
    {
      headers: csp("script-src 'nonce-abc' 'strict-dynamic'"),
      script: inline(),
      files: CDN_FILES,
    },
    { 'csp-script': '<script nonce="…">' },
  ],
  [
    'an inline import that the policy blocks',
    {
      headers: csp(`script-src https://unpkg.com ${VENDOR}`),
      script: inline(),
      files: CDN_FILES,
    },
    { 'csp-script': `script-src https://unpkg.com ${VENDOR} '${sha(INLINE)}'` },
  ],
  [
    'an inline import with its hash',
    {
      headers: csp(`script-src '${sha(INLINE, 384)}' https://unpkg.com ${VENDOR}`),
      script: inline(),
      files: CDN_FILES,
    },
    {},
  ],
  [
    'a file with its hash',
    {
      headers: csp(`script-src '${sha('export {};')}' ${VENDOR}`),
      script: SCRIPT.replace('src', `integrity="${sha('export {};')}" src`),
    },
    {},
  ],
  [
    'a WordPress policy for the whole site, in a header, and a stricter <meta>',
    {
      headers: csp("default-src 'self' 'unsafe-inline' 'unsafe-eval' https: data: blob:"),
      head: `<meta http-equiv="content-security-policy" content="default-src 'self' 'unsafe-inline'">`,
    },
    {
      'csp-script': `script-src 'self' 'unsafe-inline' ${VENDOR}`,
      'csp-frame': "frame-src 'self' 'unsafe-inline' https://app.livewebinar.com",
    },
  ],
  [
    'a <meta> policy in the body, which browsers ignore',
    {
      room: `<meta http-equiv="Content-Security-Policy" content="script-src 'none'">${ROOM}`,
    },
    {},
  ],
  [
    'a <meta> policy in a template',
    {
      head: `<template><meta http-equiv="Content-Security-Policy" content="script-src 'none'"></template>`,
    },
    {},
  ],
  ['report-only', { headers: { 'content-security-policy-report-only': "script-src 'none'" } }, {}],

  // Permissions-Policy
  [
    'spaces between members and in lists',
    {
      headers: permissions(
        'camera=( self  "https://app.livewebinar.com" ) ,\tmicrophone=*,  geolocation=()',
      ),
    },
    {
      'permissions-policy':
        'camera=(self "https://app.livewebinar.com" "https://embed.livewebinar.com")',
    },
  ],
  [
    'a header in the syntax of Feature-Policy, which browsers ignore',
    {
      headers: permissions("camera 'none'; microphone 'none'"),
    },
    {},
  ],
  [
    'a header with a name in upper case, which browsers ignore',
    {
      headers: permissions('Camera=(), microphone=()'),
    },
    {},
  ],
  [
    'an origin without quotes, which browsers ignore',
    {
      headers: permissions(
        'camera=(self https://app.livewebinar.com https://embed.livewebinar.com)',
      ),
    },
    {
      'permissions-policy':
        'camera=(self "https://app.livewebinar.com" "https://embed.livewebinar.com")',
    },
  ],
  [
    'an allowlist without the page itself',
    {
      headers: permissions('microphone=("https://*.livewebinar.com")'),
    },
    { 'permissions-policy': 'microphone=(self "https://*.livewebinar.com")' },
  ],
  [
    'parameters and other types',
    {
      headers: permissions(
        'ch-ua=?0, camera=*;report-to="x", interest-cohort=(), unload=(self);a=1',
      ),
    },
    {},
  ],

  [
    'Feature-Policy',
    { headers: { 'feature-policy': "camera 'none'; microphone *; geolocation 'self'" } },
    {
      'permissions-policy':
        "camera 'self' https://app.livewebinar.com https://embed.livewebinar.com",
    },
  ],
  [
    'Feature-Policy beside a Permissions-Policy, which counts',
    { headers: { 'feature-policy': "camera 'none'", ...permissions('camera=*') } },
    {},
  ],

  // Headers of the page
  ['X-Frame-Options: ALLOWALL', { headers: { 'x-frame-options': 'ALLOWALL' } }, {}],
  [
    'X-Frame-Options twice, with the same value',
    { headers: { 'x-frame-options': 'SAMEORIGIN, sameorigin' } },
    {},
  ],
  [
    'X-Frame-Options twice, with two values',
    { headers: { 'x-frame-options': 'DENY, SAMEORIGIN' } },
    {
      framing: "frame-ancestors 'self'",
    },
  ],
  [
    'credentialless',
    { headers: { 'cross-origin-embedder-policy': 'credentialless' } },
    { isolation: 'unsafe-none' },
  ],
  [
    'a referrer policy whose last value is unknown',
    {
      headers: { 'referrer-policy': 'unsafe-url, strict-origin-when-crossorigin' },
    },
    { 'referrer-policy': 'strict-origin-when-cross-origin' },
  ],
  [
    'a referrer policy in a <meta> that overrides the header',
    {
      headers: { 'referrer-policy': 'unsafe-url' },
      head: '<META NAME="Referrer" CONTENT="origin">',
    },
    {},
  ],

  // Markup
  [
    'names and values in upper case',
    {
      html: pageOf({})
        .replace('<script type="module" src=', '<SCRIPT TYPE="Module" SRC=')
        .replace('license-key', 'LICENSE-KEY'),
    },
    {},
  ],
  [
    'the tag in a comment',
    {
      room: `<!-- <livewebinar-room license-key="{{ key }}" role-token="s3cret99" /> -->${ROOM}`,
    },
    {},
  ],
  [
    'the tag in a script',
    {
      room: `<script>main.innerHTML = '<livewebinar-room license-key="123-123-123"></livewebinar-room>';</script>`,
    },
    {},
  ],
  ['a script in a template', { room: `<template>${SCRIPT}</template>${ROOM}` }, {}],
  [
    'the tag without an end',
    { room: '<livewebinar-room license-key="123-123-123"><h2>Agenda</h2>' + LINK },
    {
      'unclosed-tag': '</livewebinar-room>',
    },
  ],
  [
    'the tag in a template, which a script fills in',
    {
      html: pageOf({
        room: '<template><livewebinar-room class="small"></livewebinar-room></template>',
      }).replace(/<style>.*?<\/style>/, ''),
    },
    {},
  ],
  ['a self-closing tag with an end', { room: ROOM.replace('>', ' />') }, {}],
  [
    'a self-closing tag in XHTML',
    {
      headers: { 'content-type': 'application/xhtml+xml' },
      room: `<livewebinar-room license-key="123-123-123" />`,
    },
    { 'fallback-link': '<a href="https://app.livewebinar.com/123-123-123">' },
  ],
  ['a byte order mark', { html: `\ufeff${pageOf({})}` }, {}],
  ['a zero byte', { html: `${pageOf({})}\0` }, {}],
  [
    '<base href>, of which the first applies',
    {
      head: '<base href="/static/"><base href="https://other.example/">',
      script: SCRIPT.replace('"/', '"'),
      files: { 'https://site.example/static/livewebinar-room.min.js': FILES[SCRIPT_URL]! },
    },
    {},
  ],
  [
    'a <base> for another host',
    {
      head: '<base href="https://static.example/">',
      files: {
        'https://static.example/livewebinar-room.min.js': {
          headers: { 'content-type': 'text/javascript' },
        },
      },
    },
    { 'element-file': 'Access-Control-Allow-Origin: https://site.example' },
  ],
  [
    'a link as the license key',
    { room: tag('license-key="https://app.livewebinar.com/123-123-123"') },
    {
      'license-key': 'license-key="123-123-123"',
    },
  ],
  [
    'a value that the element rejects',
    { room: tag('license-key="123-123-123" mode="IFRAME" loading="onclick"') },
    { 'attribute-value': '="' },
  ],
  ['a license key that the element corrects', { room: tag('license-key=" 123–123–123 "') }, {}],
  [
    'a PHP placeholder',
    { room: tag('license-key="<?php echo $key ?>"', 'Room') },
    {
      'license-key': '123-123-123',
      'fallback-link': '<a href=',
    },
  ],
  [
    'a role token with a wrong name',
    { room: tag('license-key="123-123-123" roleToken="s3cret99"') },
    {
      'attribute-name': 'role-token="…"',
      'public-token': '',
    },
  ],
  [
    "the embed script's own tag with a role token",
    {
      room: `${ROOM}<script src="${VENDOR}/em?t=123-123-123&amp;_license_key=123-123-123&amp;_role_token=s3cret99"></script>`,
    },
    { 'public-token': '' },
  ],
  [
    'a role token in an iframe with srcdoc',
    {
      room: `${ROOM}<iframe srcdoc="<script>var o = {'_license_key': '123-123-123', '_role_token': 's3cret99'}</script>"></iframe>`,
    },
    { 'public-token': '' },
  ],
  [
    'a role token as a part of the license key',
    {
      room: tag('license-key="https://app.livewebinar.com/123-123-123/x/s3cret99"'),
    },
    { 'license-key': '123-123-123', 'public-token': '' },
  ],
  [
    'a size by a class',
    {
      html: pageOf({ room: tag('class="wide room" license-key="123-123-123"') }).replace(
        /<style>.*?<\/style>/,
        '<style>@media all { .room { display: block; min-height: 30rem } }</style>',
      ),
    },
    {},
  ],
  [
    'a style sheet that imports others',
    {
      html: pageOf({}).replace(/<style>.*?<\/style>/, "<style>@import 'theme.css';</style>"),
    },
    {},
  ],
  [
    'more style sheets than the doctor reads',
    {
      html: pageOf({}).replace(
        /<style>.*?<\/style>/,
        '<link rel="stylesheet" href="/plugin.css">'.repeat(40),
      ),
    },
    {},
  ],

  // Scripts
  [
    'a version range',
    {
      script: SCRIPT.replace(
        '/livewebinar',
        UNPKG.replace('@0.1.0', '@^0.1').replace(/livewebinar-room\.min\.js$/, 'livewebinar'),
      ),
      files: { [UNPKG.replace('@0.1.0', '@^0.1')]: { headers: JS } },
    },
    {
      'unpinned-version': 'livewebinar-room@<version>/',
    },
  ],
  [
    'a range in an inline import',
    {
      script: inline().replace('@0.1.0', '@1'),
      files: { [UNPKG.replace('@0.1.0', '@1')]: { headers: JS } },
    },
    {
      'unpinned-version': 'livewebinar-room@<version>/',
    },
  ],
  [
    'an exact beta version',
    {
      script: inline().replace('@0.1.0', '@1.0.0-beta.2'),
      files: { [UNPKG.replace('@0.1.0', '@1.0.0-beta.2')]: { headers: JS } },
    },
    {},
  ],
  [
    'a prefix in an import map',
    {
      script:
        '<script type="importmap">{"imports": {"livewebinar-room/": "https://unpkg.com/livewebinar-room@1/dist/"}}</script><script type="module">import "livewebinar-room/define.js";</script>',
    },
    { 'unpinned-version': 'livewebinar-room@<version>/' },
  ],
  [
    'several hashes, of which one of the strongest is right',
    {
      script: SCRIPT.replace(
        'src',
        `integrity="${sha('old', 512)} ${sha('export {};', 512)} ${sha('old')}" src`,
      ),
    },
    {},
  ],
  [
    'several hashes, of which only a weak one is right',
    {
      script: SCRIPT.replace('src', `integrity="${sha('export {};')} ${sha('old', 384)}" src`),
    },
    { integrity: sha('export {};', 384) },
  ],
  [
    'a script from two CDNs',
    {
      script: `<script type="module" src="${UNPKG}"></script><script type="module" src="${JSDELIVR}"></script>`,
      files: CDN_FILES,
    },
    { 'duplicate-script': '' },
  ],
  [
    'a script and an import',
    { script: SCRIPT + inline(), files: CDN_FILES },
    { 'duplicate-script': '' },
  ],
  [
    'an import map and its import',
    {
      script: `<script type="importmap">{"imports": {"livewebinar-room": "${UNPKG}"}}</script><script type="module">import 'livewebinar-room';</script>`,
      files: CDN_FILES,
    },
    {},
  ],
  [
    'the link functions and the element',
    {
      script: `${SCRIPT}<script type="module">import { buildRoomUrl } from '${UNPKG.replace('livewebinar-room.min', 'url.min')}';</script>`,
    },
    {},
  ],
  ["Cloudflare's Rocket Loader", { script: SCRIPT.replace('"module"', '"7d5c6e-module"') }, {}],
  [
    'a script that waits for consent',
    { script: SCRIPT.replace('"module"', '"text/plain" data-category="video"') },
    {},
  ],
  [
    'a CDN that does not exist',
    {
      script: SCRIPT.replace('/live', 'https://unpkg.co/live'),
      files: {
        'https://unpkg.co/livewebinar-room.min.js': new HttpProblem('unpkg.co has no IP address.'),
      },
    },
    { 'element-file': 'a URL that responds' },
  ],
  [
    'a preload from another origin',
    {
      head: `<link rel="preload" as="script" href="https://embed.archiebot.com/em?t=123-123-123&amp;_license_key=123-123-123">`,
    },
    { preload: `href="${VENDOR}/em?` },
  ],

  [
    'an editor that has removed the script',
    { script: '' },
    { 'no-script': 'livewebinar-room.min.js' },
  ],
  [
    'a bundle with the element',
    {
      script: '<script src="/app.js"></script>',
      files: { 'https://site.example/app.js': { body: "define('livewebinar-room')" } },
    },
    {},
  ],

  // URLs
  [
    'a room on its own host',
    {
      room: tag(
        'license-key="123-123-123" embed-origin="https://rooms.acme.example" room-origin="https://rooms.acme.example"',
      ),
      head: '<meta name="livewebinar-room-origins" content="https://rooms.acme.example">',
      headers: csp(
        "script-src 'self' https://rooms.acme.example; frame-src https://*.acme.example",
      ),
    },
    {},
  ],
  [
    'a <meta> that redirects to the room',
    {
      html: `<!doctype html><meta http-equiv="refresh" content="0; URL='/room'"><p>One moment…`,
      files: {
        'https://site.example/room': {
          body: pageOf({ room: tag('license-key="{{ key }}"') }),
          headers: { 'content-type': 'text/html' },
        },
      },
    },
    { 'license-key': '123-123-123' },
  ],
  ['a page that reloads itself', { head: '<meta http-equiv="refresh" content="300">' }, {}],
];

describe('doctor on real-world pages', () => {
  for (const [what, site, expected] of ROWS) {
    it(`examines ${what}`, async () => {
      const { url, findings } = await examine(site);
      const faults = findings.filter(({ level }) => level !== 'note');
      const rules = Object.keys(expected);
      const shown = formatFindings(url, faults);
      expect([...new Set(faults.map(({ rule }) => rule))], shown).to.have.members(rules);
      for (const { rule, change } of faults) {
        expect(change!.where, rule).to.not.equal('');
        expect(change!.to, shown).to.include(expected[rule]);
      }
      expect(JSON.stringify(findings) + shown).to.not.match(/s3cret|undefined/);
    });
  }

  it('decodes UTF-16 and the encoding of the Content-Type header', () => {
    const text = '<p>Öffnen';
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    expect(decode(utf16, 'text/html')).to.equal(text);
    expect(decode(utf16.swap16(), 'text/html; charset=utf-8')).to.equal(text);
    expect(decode(Buffer.from(text, 'latin1'), 'text/html; charset="ISO-8859-1"')).to.equal(text);
    expect(decode(Buffer.from(text), 'text/html; charset=nonsense')).to.equal(text);
  });

  it('hides possible tokens in the URL of the page', async () => {
    for (const path of [
      'room/123-123-123/s3cret99',
      'room/123-123-123/x/s3cret99',
      'room/open-day/s3cret99',
      '123/p/s3cret',
      'room?_role_token=s3cret99',
    ]) {
      const { url } = await examine({ url: `https://site.example/${path}` });
      expect(url).to.not.include('s3cret');
    }
  });

  it('removes control characters from the output', async () => {
    const { url, findings } = await examine({
      headers: csp(`script-src 'self' ${VENDOR}; style-src 'self'`),
      room: tag('license-key="123-123-123" style="color: red;\u001b]0;gotcha\u0007\n height: 1px"'),
    });
    const text = formatFindings(url, findings);
    expect(text).to.include('color: red; ]0;gotcha');
    // eslint-disable-next-line no-control-regex -- The output must not contain them.
    expect(text).to.not.match(/[\u001b\u0007]/);
  });
});
