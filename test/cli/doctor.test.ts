import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { diagnosePage } from '../../src/cli/doctor/diagnose-page.js';
import type { Finding } from '../../src/findings/finding.js';
import { formatFindings } from '../../src/findings/format-findings.js';
import { HEADERS as RECIPE_HEADERS } from '../hosting/headers.js';
import { buildHeadLinks } from '../../src/url/index.js';
import { FILES, HEADERS, PAGE, SCRIPT_URL, serve, type File } from './site.js';

interface Site {
  url?: string;
  /** Lines of the page to replace. */
  page?: Partial<typeof PAGE>;
  headers?: Record<string, string | undefined>;
  files?: Record<string, File>;
}

async function examine({ url = 'https://site.example/open-day', page, headers, files }: Site) {
  const sent = Object.entries({ ...HEADERS, ...headers }).filter(
    ([, value]) => value !== undefined,
  );
  const body = Object.values({ ...PAGE, ...page }).join('\n');
  const { findings } = await diagnosePage(
    new URL(url),
    serve({
      ...FILES,
      ...files,
      [url]: { body, headers: Object.fromEntries(sent) as Record<string, string> },
    }),
  );
  return findings;
}

const csp = (change: (policy: string) => string) => ({
  'content-security-policy': change(HEADERS['content-security-policy']!),
});
const replace = (from: string, to: string) => csp((policy) => policy.replace(from, to));
const tag = (attributes: string) => PAGE.tag.replace('license-key="123-123-123"', attributes);
const preloads = (room: { licenseKey: string; nickname?: string }) =>
  buildHeadLinks(room)
    .map(
      ({ href }) =>
        `<link rel="preload" as="script" referrerpolicy="strict-origin" href="${href.replaceAll('&', '&amp;')}">`,
    )
    .join('');
const UNPKG = 'https://unpkg.com/livewebinar-room';
const withUnpkg = (path: string) =>
  PAGE.script.replace('/livewebinar-room.min.js', `${UNPKG}${path}`);
const hash = (text: string) => `sha384-${createHash('sha384').update(text).digest('base64')}`;

type Fault = [what: string, rule: string, site: Site, to: string];

/** Pages with one fault: the rule that finds it, the page, and a part of the line to change it to. */
const FAULTS: Fault[] = [
  [
    'a policy without the embed script',
    'csp-script',
    { headers: replace("script-src 'self' https://embed.livewebinar.com", "script-src 'self'") },
    "script-src 'self' https://embed.livewebinar.com",
  ],
  [
    'a policy that falls back to default-src',
    'csp-script',
    { headers: replace("script-src 'self' https://embed.livewebinar.com; ", '') },
    "script-src 'self' https://embed.livewebinar.com",
  ],
  [
    "a policy without the element's own host",
    'csp-script',
    { headers: replace("script-src 'self'", 'script-src') },
    'script-src https://embed.livewebinar.com https://site.example',
  ],
  [
    'a nonce without strict-dynamic',
    'csp-script',
    {
      headers: replace("script-src 'self' https://embed.livewebinar.com", "script-src 'nonce-abc'"),
      page: { script: PAGE.script.replace('type', 'nonce="abc" type') },
    },
    "script-src 'nonce-abc' 'strict-dynamic'",
  ],
  [
    'strict-dynamic without a nonce on the script',
    'csp-script',
    {
      headers: replace(
        "script-src 'self' https://embed.livewebinar.com",
        "script-src 'nonce-abc' 'strict-dynamic' https:",
      ),
    },
    'nonce="…"',
  ],
  [
    'a policy in a <meta>',
    'csp-script',
    {
      page: {
        rest: `<meta http-equiv="Content-Security-Policy" content="script-src 'self'">${PAGE.rest}`,
      },
    },
    "script-src 'self' https://embed.livewebinar.com",
  ],
  [
    'a second policy that is stricter',
    'csp-script',
    { headers: csp((policy) => `${policy}, script-src-elem 'self'`) },
    "script-src-elem 'self' https://embed.livewebinar.com",
  ],
  [
    'a policy without frames',
    'csp-frame',
    {
      headers: replace('frame-src https://app.livewebinar.com https://embed.livewebinar.com; ', ''),
    },
    "frame-src 'self' https://app.livewebinar.com https://embed.livewebinar.com",
  ],
  [
    'a policy with one of the two origins of the frame',
    'csp-frame',
    { headers: replace('frame-src https://app.livewebinar.com', 'frame-src') },
    'frame-src https://embed.livewebinar.com https://app.livewebinar.com',
  ],
  [
    'a policy without connections, in iframe mode',
    'csp-connect',
    { page: { tag: tag('mode="iframe" license-key="123-123-123"') } },
    "connect-src 'self' https://app.livewebinar.com",
  ],
  [
    'a style attribute that the policy blocks',
    'csp-style',
    { page: { tag: tag('license-key="123-123-123" style="height: 30rem"') } },
    '.room { height: 30rem; }',
  ],
  [
    'an avatar that the policy blocks',
    'csp-image',
    {
      page: {
        tag: tag('license-key="1" loading="click" avatar-url="https://images.example/a.png"'),
        rest: `<meta name="livewebinar-room-origins" content="https://images.example">${PAGE.rest}`,
      },
    },
    "img-src 'self' https://images.example",
  ],
  [
    'a sandbox',
    'csp-sandbox',
    { headers: csp((policy) => `${policy}; sandbox allow-forms allow-scripts`) },
    'sandbox allow-forms allow-scripts allow-same-origin',
  ],
  [
    'Trusted Types in script mode',
    'trusted-types',
    {
      headers: csp(
        (policy) =>
          `${policy}; require-trusted-types-for 'script'; trusted-types lit-html livewebinar-room`,
      ),
    },
    'mode="iframe"',
  ],
  [
    "Trusted Types without the element's policies",
    'trusted-types-names',
    {
      headers: csp(
        (policy) =>
          `${policy}; connect-src https://app.livewebinar.com; require-trusted-types-for 'script'; trusted-types 'none'`,
      ),
      page: { tag: tag('mode="iframe" license-key="123-123-123"') },
    },
    'trusted-types lit-html livewebinar-room',
  ],
  [
    'a policy that denies the camera to everyone',
    'permissions-policy',
    { headers: { 'permissions-policy': 'camera=(), geolocation=()' } },
    'camera=(self "https://app.livewebinar.com" "https://embed.livewebinar.com")',
  ],
  [
    'a policy that allows fullscreen only for the page',
    'permissions-policy',
    { headers: { 'permissions-policy': 'fullscreen=self' } },
    'fullscreen=(self "https://app.livewebinar.com" "https://embed.livewebinar.com")',
  ],
  [
    'cross-origin isolation',
    'isolation',
    {
      headers: {
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-opener-policy': 'same-origin',
      },
    },
    'unsafe-none',
  ],
  [
    'a referrer policy that sends the whole URL',
    'referrer-policy',
    { headers: { 'referrer-policy': 'no-referrer, unsafe-url' } },
    'strict-origin-when-cross-origin',
  ],
  [
    'a referrer policy that sends the whole URL, in a <meta>',
    'referrer-policy',
    { page: { rest: `<meta name="referrer" content="unsafe-url">${PAGE.rest}` } },
    'strict-origin-when-cross-origin',
  ],
  [
    'an X-Frame-Options that no browser supports',
    'framing',
    {
      headers: {
        ...replace("; frame-ancestors 'self'", ''),
        'x-frame-options': 'ALLOW-FROM https://portal.example',
      },
    },
    "frame-ancestors 'self' https://portal.example",
  ],
  [
    'an embed origin without https',
    'mixed-content',
    {
      headers: csp((policy) =>
        policy.replaceAll('https://embed.livewebinar.com', 'http://embed.livewebinar.com'),
      ),
      page: { tag: tag('license-key="1" embed-origin="http://embed.livewebinar.com"') },
    },
    'https://embed.livewebinar.com',
  ],
  [
    'a page without https',
    'insecure-page',
    {
      url: 'http://site.example/open-day',
      files: {
        'http://site.example/livewebinar-room.min.js': FILES[SCRIPT_URL]!,
        'http://site.example/page.css': FILES['https://site.example/page.css']!,
      },
    },
    'https://site.example',
  ],
  [
    'no reserved space before the script has run',
    'layout-shift',
    { page: { style: '<style>livewebinar-room { color: red } p { height: 1px }</style>' } },
    ':not(:defined)',
  ],
  [
    'nothing inside the tag',
    'fallback-link',
    { page: { inside: '<!-- nothing -->' } },
    '<a href="https://app.livewebinar.com/123-123-123">',
  ],
  [
    'a text without a link inside the tag',
    'fallback-link',
    { page: { inside: 'Loading…<a slot="error" href="/help">Help</a>' } },
    '<a href="https://app.livewebinar.com/123-123-123">',
  ],
  [
    'a role token in the tag',
    'public-token',
    { page: { tag: tag('license-key="123-123-123" role-token="s3cret"') } },
    '',
  ],
  [
    'a role token in a link',
    'public-token',
    { page: { inside: '<a href="https://app.livewebinar.com/123-123-123/x/s3cret">Open</a>' } },
    '',
  ],
  [
    "a role token in the vendor's snippet",
    'public-token',
    {
      page: {
        rest: `${PAGE.rest}<script>var _options = { '_license_key': '123-123-123', '_role_token': 's3cret' };</script>`,
      },
      headers: csp((policy) => policy),
    },
    '',
  ],
  [
    'a URL without a version',
    'unpinned-version',
    {
      headers: replace("script-src 'self'", 'script-src https://unpkg.com'),
      page: { script: withUnpkg('') },
      files: {
        [UNPKG]: {
          ...(FILES[UNPKG] as object),
          url: new URL(`${UNPKG}@0.1.0/dist/cdn/livewebinar-room.min.js`),
        },
      },
    },
    `${UNPKG}@0.1.0/dist/cdn/livewebinar-room.min.js`,
  ],
  [
    'a URL with a partial version, in an import map',
    'unpinned-version',
    {
      headers: replace("script-src 'self'", "script-src 'unsafe-inline' https://unpkg.com"),
      page: {
        script: `<script type="importmap">{"imports": {"livewebinar-room": "${UNPKG}@0/dist/index.js"}}</script><script type="module">import 'livewebinar-room';</script>`,
      },
      files: { [`${UNPKG}@0/dist/index.js`]: FILES[UNPKG]! },
    },
    'https://unpkg.com/livewebinar-room@<version>/dist/index.js',
  ],
  [
    'a hash of another file',
    'integrity',
    { page: { script: PAGE.script.replace('src', `integrity="${hash('other')}" src`) } },
    hash('export {};'),
  ],
  [
    'a preload for another room',
    'preload',
    { page: { rest: preloads({ licenseKey: '456-456-456', nickname: 'Ada' }) + PAGE.rest } },
    '_license_key=123-123-123&amp;_nickname=Ada',
  ],
  ...['loading="click"', 'isolated', 'ask-name', 'starts-at="9000-01-01T00:00Z"'].map(
    (attribute): Fault => [
      `a preload for a room with ${attribute}`,
      'preload',
      {
        page: {
          rest:
            preloads({ licenseKey: '123-123-123', nickname: 'Ada' }).split('>')[0]! +
            '>' +
            PAGE.rest,
          tag: tag(`license-key="123-123-123" ${attribute}`),
        },
      },
      '',
    ],
  ),
  [
    'a preload in CORS mode',
    'preload',
    {
      page: {
        rest:
          preloads({ licenseKey: '123-123-123', nickname: 'Ada' }).replace(
            '<link',
            '<link crossorigin',
          ) + PAGE.rest,
      },
    },
    'rel="preload" as="script" referrerpolicy',
  ],
  ['the script twice', 'duplicate-script', { page: { script: PAGE.script + PAGE.script } }, ''],
  [
    'no translations folder next to the script',
    'translations',
    { page: { head: PAGE.head.replace('"en"', '"pl-PL"') } },
    'translations/',
  ],
  [
    'a script without type="module"',
    'element-file',
    { page: { script: PAGE.script.replace(' type="module"', '') } },
    'type="module"',
  ],
  [
    'a script that is not found',
    'element-file',
    { files: { [SCRIPT_URL]: { status: 404 } } },
    'URL',
  ],
  [
    'a script that is plain text',
    'element-file',
    { files: { [SCRIPT_URL]: { headers: { 'content-type': 'text/plain' } } } },
    'Content-Type: text/javascript',
  ],
  [
    'a script of another host without CORS',
    'element-file',
    {
      headers: replace("script-src 'self'", 'script-src https://static.example'),
      page: { script: PAGE.script.replace('src="', 'src="https://static.example') },
      files: { 'https://static.example/livewebinar-room.min.js': FILES[SCRIPT_URL]! },
    },
    'Access-Control-Allow-Origin: https://site.example',
  ],
  [
    'a self-closing tag',
    'unclosed-tag',
    {
      page: { tag: PAGE.tag.replace('>', '/>'), end: PAGE.end.replace('</livewebinar-room>', '') },
    },
    '</livewebinar-room>',
  ],
  [
    'a name in camel case',
    'attribute-name',
    { page: { tag: tag('licenseKey="123-123-123"') } },
    'license-key="…"',
  ],
  [
    'a template placeholder',
    'license-key',
    { page: { tag: tag('license-key="{{ room.key }}"') } },
    'license-key="123-123-123"',
  ],
  [
    'an origin that the page has not allowed',
    'origin',
    {
      headers: csp((policy) => policy.replaceAll('app.livewebinar.com', 'rooms.example')),
      page: { tag: tag('license-key="123-123-123" room-origin="https://rooms.example"') },
    },
    '<meta name="livewebinar-room-origins" content="https://rooms.example">',
  ],
];

const faultsOf = (findings: readonly Finding[]) => findings.filter(({ level }) => level !== 'note');

describe('doctor', () => {
  for (const [what, rule, site, to] of FAULTS) {
    it(`finds ${what}, and nothing else`, async () => {
      // These rows are not about permissions for another origin.
      const isOtherOrigin = rule === 'origin' || rule === 'mixed-content';
      const headers = isOtherOrigin ? { 'permissions-policy': undefined } : {};
      const findings = faultsOf(
        await examine({ ...site, headers: { ...site.headers, ...headers } }),
      );
      expect(new Set(findings.map((one) => one.rule))).to.deep.equal(new Set([rule]));
      expect(findings.map(({ change }) => change!.to).join('\n')).to.include(to);
      expect(formatFindings('', findings)).to.not.match(/s3cret|undefined/);
    });
  }

  const HEALTHY: [what: string, site: Site][] = [
    ['a careful page', {}],
    [
      'a page without headers',
      {
        headers: Object.fromEntries(
          Object.keys(HEADERS)
            .slice(1)
            .map((name) => [name, undefined]),
        ),
      },
    ],
    [
      'a nonce with strict-dynamic',
      {
        headers: replace(
          "script-src 'self' https://embed.livewebinar.com",
          "script-src 'nonce-abc' 'strict-dynamic'",
        ),
        page: { script: PAGE.script.replace('type', 'nonce="abc" type') },
      },
    ],
    [
      'iframe mode under Trusted Types',
      {
        headers: csp(
          () =>
            "script-src 'self'; frame-src https://*.livewebinar.com; require-trusted-types-for 'script'; trusted-types lit-html livewebinar-room 'allow-duplicates'",
        ),
        page: { tag: tag('mode="iframe" license-key="123-123-123"') },
      },
    ],
    [
      'a version and a hash, preloaded',
      {
        headers: replace("script-src 'self'", 'script-src https://unpkg.com'),
        page: {
          script: withUnpkg('@0.1.0/dist/cdn/livewebinar-room.min.js').replace(
            'src',
            `integrity="${hash('export {};')}" crossorigin src`,
          ),
          rest: preloads({ licenseKey: '123-123-123', nickname: 'Ada' }) + PAGE.rest,
        },
        files: { [`${UNPKG}@0.1.0/dist/cdn/livewebinar-room.min.js`]: FILES[UNPKG]! },
      },
    ],
    [
      'a preload for a room whose start has passed',
      {
        page: {
          rest: preloads({ licenseKey: '123-123-123', nickname: 'Ada' }) + PAGE.rest,
          tag: tag('license-key="123-123-123" starts-at="2020-01-01T00:00Z"'),
        },
      },
    ],
    [
      'a language with its translations',
      {
        page: { head: PAGE.head.replace('"en"', '"pl_PL"') },
        files: {
          'https://site.example/translations/pl.js': {
            headers: { 'content-type': 'text/javascript' },
          },
        },
      },
    ],
    [
      'an origin that the page has allowed',
      {
        headers: { 'content-security-policy': undefined, 'permissions-policy': undefined },
        page: {
          rest: `<meta name="livewebinar-room-origins" content="https://rooms.example">${PAGE.rest}`,
          tag: tag('license-key="123-123-123" room-origin="https://rooms.example"'),
        },
      },
    ],
    [
      'an avatar that the element does not show, because the page has not allowed its origin',
      {
        page: {
          tag: tag(
            'license-key="123-123-123" loading="click" avatar-url="https://images.example/a.png"',
          ),
        },
      },
    ],
    [
      'a room that was rendered on the server',
      {
        page: {
          style: '',
          inside: `<template shadowrootmode="open"><p>Room</p></template>${PAGE.inside}`,
        },
      },
    ],
    [
      'a page on this machine',
      {
        url: 'http://localhost:5173/',
        files: {
          'http://localhost:5173/livewebinar-room.min.js': FILES[SCRIPT_URL]!,
          'http://localhost:5173/page.css': FILES['https://site.example/page.css']!,
        },
      },
    ],
  ];
  for (const [what, site] of HEALTHY) {
    it(`finds nothing on ${what}`, async () => {
      expect(faultsOf(await examine(site))).to.deep.equal([]);
    });
  }

  for (const [what, sent] of [
    ['with the headers of the hosting recipes', RECIPE_HEADERS],
    ['without headers', []],
  ] as const) {
    it(`finds nothing on the room page ${what}`, async () => {
      const body = readFileSync(
        new URL('../../src/room-page/public/index.html', import.meta.url),
        'utf8',
      );
      const headers = {
        'content-type': 'text/html',
        ...Object.fromEntries(sent.map(([name, value]) => [name.toLowerCase(), value])),
      };
      const url = 'https://site.example/room/';
      const { findings } = await diagnosePage(new URL(url), serve({ [url]: { body, headers } }));
      expect(findings).to.deep.equal([]);
    });
  }

  it('finds nothing under the documented policy lines', async () => {
    const docs = readFileSync(new URL('../../docs/csp.md', import.meta.url), 'utf8');
    for (const mode of ['script', 'iframe']) {
      const [, lines] = new RegExp(`<!-- csp:${mode} -->\\s+\`\`\`\\n([^\`]+)\`\`\``).exec(docs)!;
      const findings = await examine({
        headers: {
          'content-security-policy': lines!
            .replace('https://unpkg.com', "'self'")
            .replaceAll('\n', ' '),
        },
        page: { tag: tag(`mode="${mode}" license-key="123-123-123"`) },
      });
      expect(faultsOf(findings), mode).to.deep.equal([]);
    }
  });

  it('reports no-tag as a note for a page without the element', async () => {
    const findings = await examine({ page: { tag: '', inside: '', end: '' } });
    expect(findings).to.have.length(1);
    expect(findings[0]).to.include({ rule: 'no-tag', level: 'note' });
  });
});
