import { createHash } from 'node:crypto';
import { isModule, type ElementScript } from '../element-script.js';
import { VISITORS, type Finding } from '../../../findings/finding.js';
import { HttpProblem, type Get, type HttpResponse } from '../http-client.js';
import type { Page } from '../read-page.js';
import type { Rule } from '../rule.js';

/** Languages whose translations are separate files. English is a part of the element's file. */
const SEPARATE_LANGUAGES = ['ar', 'de', 'es', 'fr', 'it', 'ja', 'pl', 'pt', 'uk'];

const createFinding = (message: string, change: Finding['change']): Finding => ({
  rule: 'element-file',
  level: 'error',
  visitors: VISITORS.everyone,
  message: `The room does not open: ${message}`,
  ...(change && { change }),
});

/** The type with which consent managers keep a script from running. */
const UNTIL_CONSENT = /^text\/plain$/i;

/** Finds files of the element that do not load or run, or do not match their hash. */
export const elementFile: Rule = async ({ page, scripts, get }) => {
  const findings = await Promise.all(
    scripts.map(async ({ url, script, how, line }): Promise<Finding[]> => {
      const where = `line ${line}`;
      const { type = '', integrity } = script.attributes;
      if (how === 'src' && !isModule(script) && !UNTIL_CONSENT.test(type))
        return [
          createFinding('the script is a module, but the tag does not mark it as one.', {
            where,
            from: '<script src="…">',
            to: '<script type="module" src="…">',
          }),
        ];
      // An import map can contain the URL of a folder.
      if (url.pathname.endsWith('/')) return [];
      const file = await readFile(get, url);
      if ('problem' in file) return [createLoadFinding(file, where)];
      return [...checkType(file, page), ...checkIntegrity(file, integrity, where)];
    }),
  );
  return findings.flat();
};

/** The reason why a file does not load. */
interface Failure {
  readonly problem: string;
  /** Whether the server responded. Otherwise, browsers may be able to load the file. */
  readonly hasResponse: boolean;
}

async function readFile(get: Get, url: URL): Promise<HttpResponse | Failure> {
  try {
    const response = await get(url);
    if (response.status < 400) return response;
    return { problem: `The server responded with ${response.status}.`, hasResponse: true };
  } catch (error) {
    if (error instanceof HttpProblem) return { problem: error.message, hasResponse: false };
    throw error;
  }
}

const createLoadFinding = ({ problem, hasResponse }: Failure, where: string): Finding => {
  const change = { where, to: 'a URL that responds' };
  const finding = createFinding(`its script does not load. ${problem}`, change);
  if (hasResponse) return finding;
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
      createFinding('browsers run a module only if its type is JavaScript.', {
        where: 'the response to the script',
        from: `Content-Type: ${type.slice(0, 60)}`,
        to: 'Content-Type: text/javascript',
      }),
    ];
  const allowed = headers['access-control-allow-origin'];
  if (url.origin === page.url.origin || allowed === '*' || allowed === page.url.origin) return [];
  return [
    createFinding(
      'its script is on another host, which does not allow this page to run it as a module.',
      {
        where: 'the response to the script',
        ...(allowed && { from: `Access-Control-Allow-Origin: ${allowed.slice(0, 60)}` }),
        to: `Access-Control-Allow-Origin: ${page.url.origin}`,
      },
    ),
  ];
}

function checkIntegrity({ bytes }: HttpResponse, integrity = '', where: string): Finding[] {
  const hashes = [...integrity.matchAll(/\bsha(256|384|512)-([\w+/-]+=*)/gi)];
  // If there are several hashes, the strongest algorithm applies.
  const strongest = hashes.reduce((most, [, bits]) => Math.max(most, Number(bits)), 0);
  if (!strongest) return [];
  const computeHash = (bits: number) => createHash(`sha${bits}`).update(bytes).digest('base64');
  const right = computeHash(strongest);
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
        to: `integrity="sha384-${computeHash(384)}", if you trust the file`,
      },
    },
  ];
}

/** Matches hosts that serve any version of a package. */
const CDN =
  /^(unpkg\.com|cdn\.jsdelivr\.net|esm\.sh|esm\.run|cdn\.skypack\.dev|jspm\.dev|ga\.jspm\.io)$/;

const EXACT_VERSION = /\/livewebinar-room@\d+\.\d+\.\d+/;

/** Finds CDN URLs without an exact version, whose file can change. */
export const version: Rule = async ({ scripts, get }) => {
  const unpinned = scripts.filter(
    ({ url }) => CDN.test(url.hostname) && !EXACT_VERSION.test(url.pathname),
  );
  return Promise.all(
    unpinned.map(async ({ url, line }): Promise<Finding> => {
      // The CDN redirects to the current version.
      const file = await readFile(get, url);
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

/** Finds pages whose language needs a translation that is missing beside the element's file. */
export const translations: Rule = async ({ page, scripts, get }) => {
  const lang = findLanguage(page);
  const script = scripts.find(needsFolder);
  if (!lang || !script) return [];
  const file = await readFile(get, new URL(`translations/${lang}.js`, script.url));
  if (!('problem' in file && file.hasResponse)) return [];
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

const needsFolder = ({ url }: ElementScript) => url.pathname.endsWith('/livewebinar-room.min.js');

const findLanguage = ({ rooms }: Page) =>
  rooms
    .map(({ lang }) => lang.toLowerCase().split(/[-_]/)[0]!)
    .find((lang) => SEPARATE_LANGUAGES.includes(lang));
