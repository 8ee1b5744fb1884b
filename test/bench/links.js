import { do_not_optimize as keep, measure } from 'mitata';
import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import queryString from 'query-string';
import { parseQuery, parseURL, withQuery } from 'ufo';
import { ROOT } from './paths.js';
import { alternate, median, ratios, slope } from './statistics.js';

const {
  buildEmbedScriptUrl,
  buildRoomPath,
  buildRoomUrl,
  findRoom,
  parseEmbedCode,
  parseRoomPath,
  parseRoomUrl,
} = await import(`${ROOT}dist/url/index.js`);

const ORIGIN = 'https://app.livewebinar.com';

/** The name of each option, its key in the URL of the embed script and, if it has one, in a direct room URL. */
const NAMES = [
  ['licenseKey', '_license_key'],
  ['roleToken', '_role_token'],
  ['personalToken', '_personal_token'],
  ['nickname', '_nickname', '_nickname', '_nick_name'],
  ['avatarUrl', '_avatar_url', 'avatar_url', '_avatar_url'],
  ['email', '_email'],
  ['registrantToken', '_registrant_token'],
  ['passwordToken', '_password_token', '_password_token'],
];
const IN_QUERY = NAMES.filter(([, , key]) => key);

/** The checks, the path and the names of the vendor's URLs, as one writes them around a library. */
function checkLink(link) {
  for (const [name] of NAMES) {
    const value = link[name] ?? '';
    if (typeof value !== 'string') throw new TypeError(name);
    if (/(Key|Token)$/.test(name) && value && NO_TOKEN.test(value)) throw new TypeError(name);
  }
  if (!link.licenseKey) throw new TypeError('licenseKey');
  if (link.avatarUrl && !/^https?:$/.test(new URL(link.avatarUrl).protocol)) {
    throw new TypeError('avatarUrl');
  }
}
const NO_TOKEN =
  /["'`<>{}[\]\\\p{Pi}\p{Pf}\p{Cc}\p{Cf}]|^\s|\s$|^(\.\.?|undefined|null|NaN)$|:\/\/|\.\w+\//u;
function pathOf({ licenseKey, roleToken, personalToken, registrantToken }) {
  const path = `/${encodeURIComponent(licenseKey)}`;
  if (personalToken) return `${path}/p/${encodeURIComponent(personalToken)}`;
  if (registrantToken) return `${path}/r/${encodeURIComponent(registrantToken)}`;
  return roleToken ? `${path}/x/${encodeURIComponent(roleToken)}` : path;
}
const pick = (link, names) => {
  const query = {};
  for (const [name, key] of names) if (link[name]) query[key] = link[name];
  return query;
};
const queryOf = (link) => pick(link, QUERY_NAMES);
const QUERY_NAMES = IN_QUERY.map(([name, , key]) => [name, key]);
const embedQueryOf = (link) => ({ t: link.licenseKey, ...pick(link, NAMES) });

/** Serializes the query as the vendor does. */
function likeTheVendor(url) {
  const start = (url.indexOf('?') + 1 || url.length + 1) - 1;
  const query = url.slice(start).replaceAll('+', '%20').replace(/%3A/g, ':').replace(/%2F/g, '/');
  return url.slice(0, start) + query;
}

const ROOM_SITE = /^https?:\/\/(app\.)?livewebinar\.com$/;

/** Builds a link from a path and a query; `read` returns the first value of a key that is not empty. */
function linkOf(path, read) {
  try {
    const [licenseKey, kind, token, ...rest] = path.slice(1).split('/').map(decodeURIComponent);
    if (!licenseKey?.trim() || rest.length > 0) return null;
    const link = { licenseKey };
    if (kind !== undefined) {
      const name = { x: 'roleToken', p: 'personalToken', r: 'registrantToken' }[kind];
      if (!name || !token?.trim()) return null;
      link[name] = token;
    }
    for (const [name, , key, alias] of IN_QUERY) {
      const value = read(key) || (alias && read(alias));
      if (value) link[name] = value;
    }
    return link;
  } catch {
    return null;
  }
}
/** Both libraries return an array if a key occurs several times. */
const firstOf = (query) => (key) =>
  Array.isArray(query[key]) ? query[key].find(Boolean) : query[key];

const EMBED = 'https://embed.livewebinar.com/em';

/** Nanoseconds of processor time, which exclude other processes. */
function now() {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
}

/** Each job, with the link functions, by hand with `URL`, and with two libraries. */
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
      if (!URL.canParse(address)) return null;
      const { origin, pathname, searchParams } = new URL(address);
      const read = (key) => searchParams.get(key) || searchParams.getAll(key).find(Boolean);
      return ROOM_SITE.test(origin) ? linkOf(pathname, read) : null;
    },
    ufo: (address) => {
      const { protocol, host, pathname, search } = parseURL(address);
      return ROOM_SITE.test(`${protocol}//${host}`)
        ? linkOf(pathname, firstOf(parseQuery(search)))
        : null;
    },
    'query-string': (address) => {
      const { url, query } = queryString.parseUrl(address);
      const [site] = /^\w+:\/\/[^/]+/.exec(url) ?? [];
      return ROOM_SITE.test(site) ? linkOf(url.slice(site.length), firstOf(query)) : null;
    },
  },
  'build the embed script URL': {
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
    roleToken: '&lt;?#&=+%00/..',
    nickname: '🎥\u202e"><&_license_key=%ZZ+ +'.repeat(20),
    avatarUrl: 'https://x.example/?a=b&c=d#%20/../"',
    passwordToken: '&_license_key=%ZZ+%',
  },
};

/** Inputs that each contender has to reject or understand, so that all do the same job. */
const ASKED = {
  build: [
    { licenseKey: '' },
    { licenseKey: '..' },
    { licenseKey: 5 },
    { licenseKey: 'k', roleToken: ' ' },
    { licenseKey: '[object Object]' },
    { licenseKey: 'https://app.livewebinar.com/k' },
    { licenseKey: 'k', roleToken: 'r', registrantToken: 'g' },
    { licenseKey: 'k', avatarUrl: 'javascript:alert(1)' },
    { licenseKey: 'k', avatarUrl: 'ada.png' },
    { licenseKey: 'k', roleToken: 'r', personalToken: 'p', email: 'a+b@x.example' },
  ],
  read: [
    '',
    'no address',
    `${ORIGIN}/`,
    `${ORIGIN}/%20`,
    `${ORIGIN}/%ZZ`,
    `${ORIGIN}/k/y/z`,
    `${ORIGIN}/k/x/r/more`,
    `${ORIGIN}/k/r/g`,
    `${ORIGIN}/k/p/p?_nick_name=A`,
    `${ORIGIN}/k?_nickname=&_nickname=B&other=1`,
    'https://livewebinar.com/k',
    'https://livewebinar.com.example/k',
    'ftp://app.livewebinar.com/k',
  ],
};

/** Normalizes a result for the comparison: the link, the URL as `URL` parses it, or the rejection. */
function meaning(run, input) {
  let result;
  try {
    result = run(input);
  } catch {
    return 'refused';
  }
  if (typeof result !== 'string') return result;
  const url = new URL(result);
  return [url.origin, url.pathname, [...url.searchParams]];
}

function checkSameJob(job, inputs) {
  for (const input of inputs) {
    for (const [name, run] of Object.entries(JOBS[job])) {
      const wanted = meaning(JOBS[job].ours, input);
      assert.deepEqual(meaning(run, input), wanted, `${job}, ${name}, ${JSON.stringify(input)}`);
    }
  }
}

async function compare(quick) {
  const cases = Object.entries(JOBS).flatMap(([job, contenders]) => {
    const isRead = job.startsWith('read');
    const inputs = Object.entries(SIZES).map(([size, link]) => [
      size,
      isRead ? buildRoomUrl(link) : link,
    ]);
    checkSameJob(job, [...inputs.map(([, input]) => input), ...ASKED[isRead ? 'read' : 'build']]);
    return inputs.map(([size, input]) => ({ job, contenders, size, input }));
  });
  // Run everything once before the measurement, because the first runs are not compiled yet.
  for (let times = 0; times < 10_000; times += 1) {
    for (const { contenders, input } of cases) {
      for (const run of Object.values(contenders)) keep(run(input));
    }
  }
  const results = [];
  for (const { job, contenders, size, input } of cases) {
    const samples = await alternate(contenders, quick ? 3 : 15, async (run) => {
      const { p50 } = await measure(() => keep(run(input)), {
        min_cpu_time: quick ? 5e6 : 20e6,
        min_samples: 4,
        batch_samples: 128,
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
      // Above 1: the link functions are faster.
      ahead: Object.fromEntries(
        Object.keys(samples)
          .filter((name) => name !== 'ours')
          .map((name) => [name, ratios(samples[name], samples.ours)]),
      ),
      nanoseconds: samples,
    });
  }
  return results;
}

/** Inputs of growing length that are slow for regular expressions and loops with quadratic time. */
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
  'findRoom, prose': (size) => [findRoom, 'Join us tomorrow at ten. '.repeat(size / 25)],
  'findRoom, URLs': (size) => [findRoom, 'https://example.com/a?b=c '.repeat(size / 26)],
  'findRoom, nested URLs': (size) => [findRoom, 'https://a/?u=https%3A%2F%2F'.repeat(size / 27)],
  'findRoom, host names': (size) => [findRoom, 'a.'.repeat(size / 2)],
  'findRoom, slashes': (size) => [findRoom, '/'.repeat(size)],
  'findRoom, parentheses': (size) => [findRoom, '(https://a/)'.repeat(size / 12)],
  'findRoom, backslashes': (size) => [findRoom, '\\'.repeat(size)],
  'findRoom, entities': (size) => [findRoom, '&amp;amp;'.repeat(size / 9)],
  'findRoom, percent signs': (size) => [findRoom, '%25'.repeat(size / 3)],
  'findRoom, folded lines': (size) => [findRoom, '\r\n a'.repeat(size / 4)],
  'findRoom, open comments': (size) => [findRoom, '<!--'.repeat(size / 4)],
  'findRoom, tags': (size) => [findRoom, "<livewebinar-room a='b ".repeat(size / 23)],
  'findRoom, digits': (size) => [findRoom, '123-'.repeat(size / 4)],
  'findRoom, one word': (size) => [findRoom, `${'a'.repeat(size)}/`],
  'findRoom, invisible characters': (size) => [findRoom, '\u200b'.repeat(size)],
  'parseEmbedCode, entities': (size) => [
    parseEmbedCode,
    `&lt;script&gt;${'&amp;'.repeat(size / 5)}`,
  ],
};

/** Length from which V8 allocates each string separately. At that length, times jump. */
const SIZES_OF_GROWTH = [250_000, 350_000, 500_000, 700_000, 1_000_000];

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

/** Measures growth: the exponent is 1 if twice the input takes twice the time, and 2 if it takes four times as long. */
function grow(quick) {
  return Object.entries(GROWING).map(([name, make]) => {
    const milliseconds = SIZES_OF_GROWTH.map(() => Infinity);
    for (let round = 0; round < (quick ? 3 : 8); round += 1) {
      for (const [index, size] of SIZES_OF_GROWTH.entries()) {
        const [run, input] = make(size);
        collectGarbage();
        const start = now();
        keep(run(input));
        milliseconds[index] = Math.min(milliseconds[index], (now() - start) / 1e6);
      }
    }
    const points = milliseconds.map((time, index) => [
      Math.log(SIZES_OF_GROWTH[index]),
      Math.log(time),
    ]);
    const { growth, error } = slope(points);
    return { name, exponent: growth, error, milliseconds };
  });
}

/** Compares the speed of the link functions with others that do the same, and measures how time grows with the input. */
export async function links({ quick }) {
  const growth = grow(quick);
  return { sizes: SIZES_OF_GROWTH, growth, comparison: await compare(quick) };
}
