import { do_not_optimize as keep, measure } from 'mitata';
import assert from 'node:assert/strict';
import queryString from 'query-string';
import { parseQuery, parseURL, withQuery } from 'ufo';
import { ROOT } from './paths.js';
import { alternate, median, ratios, slope } from './statistics.js';

const {
  buildEmbedScriptUrl,
  buildRoomPath,
  buildRoomUrl,
  parseEmbedCode,
  parseRoomPath,
  parseRoomUrl,
} = await import(`${ROOT}dist/url/index.js`);

const ORIGIN = 'https://app.livewebinar.com';

/** The checks and the escapes that the vendor's addresses need, as one writes them around a library. */
function checkLink({ licenseKey, roleToken, avatarUrl }) {
  if (!licenseKey?.trim() || /^\.\.?$/.test(licenseKey)) throw new TypeError('licenseKey');
  if (roleToken && (!roleToken.trim() || /^\.\.?$/.test(roleToken)))
    throw new TypeError('roleToken');
  if (avatarUrl && !/^https?:$/.test(new URL(avatarUrl).protocol)) throw new TypeError('avatarUrl');
}
const pathOf = ({ licenseKey, roleToken }) =>
  `/${encodeURIComponent(licenseKey)}${roleToken ? `/x/${encodeURIComponent(roleToken)}` : ''}`;
const queryOf = ({ nickname, avatarUrl, passwordToken }) => ({
  ...(nickname && { _nickname: nickname }),
  ...(avatarUrl && { avatar_url: avatarUrl }),
  ...(passwordToken && { _password_token: passwordToken }),
});
/** The query as the vendor writes it: the path keeps its escapes. */
function likeTheVendor(url) {
  const start = (url.indexOf('?') + 1 || url.length + 1) - 1;
  const query = url.slice(start).replaceAll('+', '%20').replace(/%3A/g, ':').replace(/%2F/g, '/');
  return url.slice(0, start) + query;
}

/** The link that a path and a query say. */
function linkOf(path, query) {
  try {
    const [licenseKey, kind, roleToken, ...rest] = path.slice(1).split('/').map(decodeURIComponent);
    if (!licenseKey?.trim() || rest.length > 0 || (kind !== undefined && kind !== 'x')) return null;
    return {
      licenseKey,
      ...(roleToken && { roleToken }),
      ...(query._nickname && { nickname: query._nickname }),
      ...(query.avatar_url && { avatarUrl: query.avatar_url }),
      ...(query._password_token && { passwordToken: query._password_token }),
    };
  } catch {
    return null;
  }
}

const EMBED_NAMES = {
  licenseKey: '_license_key',
  roleToken: '_role_token',
  nickname: '_nickname',
  avatarUrl: '_avatar_url',
  passwordToken: '_password_token',
};
const embedQueryOf = (link) => ({
  t: link.licenseKey,
  ...Object.fromEntries(
    Object.entries(EMBED_NAMES).flatMap(([name, key]) => (link[name] ? [[key, link[name]]] : [])),
  ),
});
const EMBED = 'https://embed.livewebinar.com/em';

/** Nanoseconds of processor time: what else the machine does is not in it. */
function now() {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
}

/** Each job, done by us, by hand with what the platform has, and with two libraries. */
const JOBS = {
  'build a room URL': {
    ours: (link) => buildRoomUrl(link),
    URL: (link) => {
      checkLink(link);
      const url = new URL(ORIGIN);
      url.pathname = pathOf(link);
      for (const [key, value] of Object.entries(queryOf(link))) url.searchParams.set(key, value);
      return likeTheVendor(url.href);
    },
    ufo: (link) => {
      checkLink(link);
      return likeTheVendor(withQuery(ORIGIN + pathOf(link), queryOf(link)));
    },
    'query-string': (link) => {
      checkLink(link);
      const url = ORIGIN + pathOf(link);
      return likeTheVendor(
        queryString.stringifyUrl({ url, query: queryOf(link) }, { sort: false }),
      );
    },
  },
  'read a room URL': {
    ours: (address) => parseRoomUrl(address),
    URL: (address) => {
      const url = new URL(address);
      return url.origin === ORIGIN
        ? linkOf(url.pathname, Object.fromEntries(url.searchParams))
        : null;
    },
    ufo: (address) => {
      const { protocol, host, pathname, search } = parseURL(address);
      return `${protocol}//${host}` === ORIGIN ? linkOf(pathname, parseQuery(search)) : null;
    },
    'query-string': (address) => {
      const { url, query } = queryString.parseUrl(address);
      return url.startsWith(`${ORIGIN}/`) ? linkOf(url.slice(ORIGIN.length), query) : null;
    },
  },
  'build the embed address': {
    ours: (link) => buildEmbedScriptUrl(link),
    URL: (link) => {
      checkLink(link);
      return `${EMBED}?${new URLSearchParams(embedQueryOf(link))}`.replaceAll('+', '%20');
    },
    ufo: (link) => {
      checkLink(link);
      return withQuery(EMBED, embedQueryOf(link)).replaceAll('+', '%20');
    },
    'query-string': (link) => {
      checkLink(link);
      return queryString.stringifyUrl({ url: EMBED, query: embedQueryOf(link) }, { sort: false });
    },
  },
};

const SIZES = {
  short: { licenseKey: '123-123-123' },
  usual: { licenseKey: '123-123-123', roleToken: 'IYuUtn2P', nickname: 'John Doe' },
  long: {
    licenseKey: '123-123-123',
    roleToken: 'd9dd6a1f46965843abe286ed9ca0a365',
    nickname: 'Ada Lovelace, Countess '.repeat(40),
    avatarUrl: `https://images.example.com/${'folder/'.repeat(60)}ada.png?size=64`,
    passwordToken: 'p4'.repeat(100),
  },
  hostile: {
    licenseKey: '..%2f?#&=/x/ü',
    roleToken: '<script>"\'+%00',
    nickname: '🎥\u202e"><&_license_key=%ZZ+ +'.repeat(20),
    avatarUrl: 'https://x.example/?a=b&c=d#%20/../"',
    passwordToken: '\u0000\t\n%',
  },
};

/** The same answer: for a link the same object, for an address what `URL` reads in it. */
const meaning = (answer) => {
  if (typeof answer !== 'string') return answer;
  const url = new URL(answer);
  return [url.origin, url.pathname, [...url.searchParams]];
};

async function compare(quick) {
  const results = [];
  for (const [job, contenders] of Object.entries(JOBS)) {
    for (const [size, link] of Object.entries(SIZES)) {
      const input = job.startsWith('read') ? buildRoomUrl(link) : link;
      for (const [name, run] of Object.entries(contenders)) {
        assert.deepEqual(
          meaning(run(input)),
          meaning(contenders.ours(input)),
          `${job}, ${size}, ${name}`,
        );
      }
      const samples = await alternate(contenders, quick ? 3 : 15, async (run) => {
        const { p50 } = await measure(() => keep(run(input)), {
          min_cpu_time: quick ? 2e6 : 20e6,
          min_samples: 4,
          batch_samples: quick ? 16 : 128,
          gc: false,
          now,
        });
        return p50;
      });
      results.push({
        job,
        size,
        perSecond: Object.fromEntries(
          Object.entries(samples).map(([name, times]) => [name, Math.round(1e9 / median(times))]),
        ),
        // Above 1: we are faster.
        ahead: Object.fromEntries(
          Object.keys(samples)
            .filter((name) => name !== 'ours')
            .map((name) => [name, ratios(samples[name], samples.ours)]),
        ),
        nanoseconds: samples,
      });
    }
  }
  return results;
}

/** Inputs that grow: what makes a careless pattern or a careless loop explode. */
const GROWING = {
  'buildRoomUrl, nickname': (size) => [
    buildRoomUrl,
    { licenseKey: 'k', nickname: '🎥a b&'.repeat(size / 6) },
  ],
  'buildEmbedScriptUrl, options': (size) => [
    buildEmbedScriptUrl,
    {
      licenseKey: 'k',
      embedOptions: Object.fromEntries(
        Array.from({ length: size / 16 }, (_, i) => [`_o${i}`, 'value']),
      ),
    },
  ],
  'buildRoomPath, base': (size) => [
    (base) => buildRoomPath({ licenseKey: 'k' }, { base }),
    '/a'.repeat(size / 2),
  ],
  'parseRoomUrl, path': (size) => [parseRoomUrl, `${ORIGIN}/${'%C3%BC'.repeat(size / 6)}`],
  'parseRoomUrl, slashes': (size) => [parseRoomUrl, `${ORIGIN}/${'/'.repeat(size)}x`],
  'parseRoomUrl, parameters': (size) => [
    parseRoomUrl,
    `${ORIGIN}/k?${'_nickname=&a=b&'.repeat(size / 15)}`,
  ],
  'parseRoomPath, segments': (size) => [parseRoomPath, `/room/${'a/'.repeat(size / 2)}`],
  'parseEmbedCode, snippets': (size) => [
    parseEmbedCode,
    `{ '_license_key': '1-2-3', '_nickname': 'O'Brien' };\n`.repeat(size / 50),
  ],
  'parseEmbedCode, open quotes': (size) => [parseEmbedCode, `_a:'${`' b`.repeat(size / 3)}`],
  'parseEmbedCode, open comments': (size) => [parseEmbedCode, '<!--/*<?{{'.repeat(size / 10)],
  'parseEmbedCode, braces': (size) => [
    parseEmbedCode,
    '{{'.repeat(size / 4) + '}'.repeat(size / 2),
  ],
  'parseEmbedCode, spaces': (size) => [parseEmbedCode, `_a${' '.repeat(size)}`],
  'parseEmbedCode, word': (size) => [parseEmbedCode, '_'.repeat(size)],
  'parseEmbedCode, backslashes': (size) => [parseEmbedCode, `_a='${'\\'.repeat(size)}`],
  'parseEmbedCode, addresses': (size) => [
    parseEmbedCode,
    'https://x.example/em?'.repeat(size / 21),
  ],
  'parseEmbedCode, entities': (size) => [
    parseEmbedCode,
    `&lt;script&gt;${'&amp;'.repeat(size / 5)}`,
  ],
};

const SIZES_OF_GROWTH = [125_000, 250_000, 500_000, 1_000_000];

/** Measures growth: the exponent is 1 where twice the input takes twice the time, 2 where four times. */
function grow(quick) {
  return Object.entries(GROWING).map(([name, make]) => {
    const milliseconds = SIZES_OF_GROWTH.map((size) => {
      const [run, input] = make(size);
      const times = Array.from({ length: quick ? 1 : 5 }, () => {
        const start = now();
        keep(run(input));
        return (now() - start) / 1e6;
      });
      return Math.min(...times);
    });
    const points = milliseconds.map((time, index) => [
      Math.log(SIZES_OF_GROWTH[index]),
      Math.log(Math.max(time, 0.001)),
    ]);
    const { growth, error } = slope(points);
    return { name, exponent: growth, error, milliseconds };
  });
}

/** Link functions per second beside others that do the same, and how time grows with the input. */
export async function links({ quick }) {
  const growth = grow(quick);
  return { sizes: SIZES_OF_GROWTH, growth, comparison: await compare(quick) };
}
