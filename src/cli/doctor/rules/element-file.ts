import { createHash } from 'node:crypto';
import { isModule, type ElementScript } from '../element-script.js';
import { VISITORS, type Finding } from '../../../findings/finding.js';
import { HttpProblem, type Get, type HttpResponse } from '../http-client.js';
import type { Page } from '../read-page.js';
import type { Rule } from '../rule.js';

/** Languages that are loaded on demand. English is part of the file. */
const ON_DEMAND = ['ar', 'de', 'es', 'fr', 'it', 'ja', 'pl', 'pt', 'uk'];

const notRun = (message: string, change: Finding['change']): Finding => ({
  rule: 'element-file',
  level: 'error',
  visitors: VISITORS.everyone,
  message: `The room does not open: ${message}`,
  ...(change && { change }),
});

/** The type with which consent managers keep a script from running. */
const UNTIL_CONSENT = /^text\/plain$/i;

/** Finds element files that do not load, or are not the right file. */
export const elementFile: Rule = async ({ page, scripts, get }) => {
  const findings = await Promise.all(
    scripts.map(async ({ url, script, how, line }): Promise<Finding[]> => {
      const where = `line ${line}`;
      const { type = '', integrity } = script.attributes;
      if (how === 'src' && !isModule(script) && !UNTIL_CONSENT.test(type))
        return [
          notRun('the script is a module, but the tag does not mark it as one.', {
            where,
            from: '<script src="…">',
            to: '<script type="module" src="…">',
          }),
        ];
      // An import map can map a folder.
      if (url.pathname.endsWith('/')) return [];
      const file = await read(get, url);
      if ('problem' in file) return [unreadable(file, where)];
      return [...checkType(file, page), ...checkIntegrity(file, integrity, where)];
    }),
  );
  return findings.flat();
};

/** Why a file does not load. */
interface Failure {
  readonly problem: string;
  /** Whether the server responded. Otherwise, browsers may load what the doctor cannot. */
  readonly isResponse: boolean;
}

async function read(get: Get, url: URL): Promise<HttpResponse | Failure> {
  try {
    const response = await get(url);
    if (response.status < 400) return response;
    return { problem: `The server responded with ${response.status}.`, isResponse: true };
  } catch (error) {
    if (error instanceof HttpProblem) return { problem: error.message, isResponse: false };
    throw error;
  }
}

const unreadable = ({ problem, isResponse }: Failure, where: string): Finding => {
  const change = { where, to: 'a URL that responds' };
  const finding = notRun(`its script does not load. ${problem}`, change);
  if (isResponse) return finding;
  return {
    ...finding,
    level: 'warning',
    message: `The room does not open if browsers cannot load its script either. ${problem}`,
  };
};

function checkType({ headers, url }: HttpResponse, page: Page): Finding[] {
  const type = headers['content-type'] ?? '';
  if (!/\b(java|ecma)script\b/i.test(type))
    return [
      notRun('browsers run a module only if its type is JavaScript.', {
        where: 'the response to the script',
        from: `Content-Type: ${type.slice(0, 60)}`,
        to: 'Content-Type: text/javascript',
      }),
    ];
  const allowed = headers['access-control-allow-origin'];
  if (url.origin === page.url.origin || allowed === '*' || allowed === page.url.origin) return [];
  return [
    notRun('its script is on another host, which does not allow this page to run it as a module.', {
      where: 'the response to the script',
      ...(allowed && { from: `Access-Control-Allow-Origin: ${allowed.slice(0, 60)}` }),
      to: `Access-Control-Allow-Origin: ${page.url.origin}`,
    }),
  ];
}

function checkIntegrity({ bytes }: HttpResponse, integrity = '', where: string): Finding[] {
  const hashes = [...integrity.matchAll(/\bsha(256|384|512)-([\w+/-]+=*)/gi)];
  // If there are several hashes, the strongest algorithm applies.
  const strongest = hashes.reduce((most, [, bits]) => Math.max(most, Number(bits)), 0);
  if (!strongest) return [];
  const hashOf = (bits: number) => createHash(`sha${bits}`).update(bytes).digest('base64');
  const right = hashOf(strongest);
  const isRight = hashes.some(
    ([, bits, hash]) =>
      Number(bits) === strongest && hash!.replaceAll('-', '+').replaceAll('_', '/') === right,
  );
  if (isRight) return [];
  return [
    {
      rule: 'integrity',
      level: 'error',
      visitors: VISITORS.everyone,
      message: 'The room does not open: the script is not the one that the page expects.',
      change: {
        where,
        from: `integrity="${integrity.slice(0, 120)}"`,
        to: `integrity="sha384-${hashOf(384)}", if you trust the file`,
      },
    },
  ];
}

/** Hosts that serve any version of a package. */
const CDN =
  /^(unpkg\.com|cdn\.jsdelivr\.net|esm\.sh|esm\.run|cdn\.skypack\.dev|jspm\.dev|ga\.jspm\.io)$/;

const EXACT_VERSION = /\/livewebinar-room@\d+\.\d+\.\d+/;

/** Finds CDN URLs whose file can change. */
export const version: Rule = async ({ scripts, get }) => {
  const unpinned = scripts.filter(
    ({ url }) => CDN.test(url.hostname) && !EXACT_VERSION.test(url.pathname),
  );
  return Promise.all(
    unpinned.map(async ({ url, line }): Promise<Finding> => {
      // The CDN redirects to the current version.
      const file = await read(get, url);
      const isResolved = 'url' in file && EXACT_VERSION.test(file.url.pathname);
      const withVersion = url.href.replace(
        /\/livewebinar-room(@[^/]*)?/,
        '/livewebinar-room@<version>',
      );
      return {
        rule: 'unpinned-version',
        level: 'warning',
        visitors: VISITORS.everyone,
        message: 'A new version of the element reaches the page untested.',
        change: {
          where: `line ${line}`,
          from: url.href,
          to: isResolved ? file.url.href : withVersion,
        },
      };
    }),
  );
};

/** Finds pages that load the element more than once. */
export const duplicateScripts: Rule = ({ scripts }) => {
  const [first, ...further] = scripts.filter(({ how }) => how !== 'map');
  return further.map(({ url, line, how }) => ({
    rule: 'duplicate-script',
    level: 'warning',
    visitors: VISITORS.everyone,
    message:
      url.href === first!.url.href
        ? `The page has the script of the element twice: the one in line ${line} has no effect.`
        : `The page loads the element twice: the first script that arrives defines it, such as the one in line ${first!.line}.`,
    change: {
      where: `line ${line}`,
      from: how === 'src' ? '<script src="…livewebinar-room…">' : "import '…livewebinar-room…'",
      to: '',
    },
  }));
};

/** The folder beside the file, with the texts of other languages. */
export const translations: Rule = async ({ page, scripts, get }) => {
  const lang = languageOf(page);
  const script = scripts.find(isWithFolder);
  if (!lang || !script) return [];
  const file = await read(get, new URL(`translations/${lang}.js`, script.url));
  if (!('problem' in file && file.isResponse)) return [];
  return [
    {
      rule: 'translations',
      level: 'warning',
      visitors: `Everyone, on a page whose language is ${lang}`,
      message: `They read English in the room's messages: the translations are missing beside the script. ${file.problem}`,
      change: {
        where: script.url.origin + new URL('.', script.url).pathname,
        to: 'the folder translations/ of dist/cdn/, or livewebinar-room.all.min.js, which contains them',
      },
    },
  ];
};

const isWithFolder = ({ url }: ElementScript) => url.pathname.endsWith('/livewebinar-room.min.js');

const languageOf = ({ rooms }: Page) =>
  rooms
    .map(({ lang }) => lang.toLowerCase().split(/[-_]/)[0]!)
    .find((lang) => ON_DEMAND.includes(lang));
