import { parseArgs } from 'node:util';
import { examinePage } from './doctor/examine-page.js';
import type { Finding } from './doctor/finding.js';
import { createHttpClient, HttpProblem, type Get } from './doctor/http-client.js';
import { readPage } from './doctor/read-page.js';
import { formatFindings } from './doctor/report.js';

const HELP = `Usage: livewebinar-room doctor [options] <url>

Fetches a page with a room, without a browser, and tells for which visitors it will not work,
and what to change.

Options:
  --json   Prints the result as JSON
  --help   Shows this

It ends with exit code 0 if nothing was found, 1 if something was, and 2 if the page could not be
examined. Notes do not count.
`;

/** Together with parsing a page at the limits, less than ten seconds. */
const TIMEOUT_MS = 6000;
const MAX_BYTES = 5 * 2 ** 20;

/** Gets each URL once. */
function remember(get: Get): Get {
  const responses = new Map<string, ReturnType<Get>>();
  return (url) => {
    const response = responses.get(url.href) ?? get(url);
    responses.set(url.href, response);
    return response;
  };
}

/** Reads a URL from the command line. `site.example` is `https://site.example`. */
function readUrl(text: string | undefined): URL {
  if (!text) throw new TypeError('Which page? livewebinar-room doctor https://site.example/page');
  const url = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(url) || !/^https?:/i.test(url))
    throw new TypeError('The page must have an http or https URL.');
  return new URL(url);
}

/** A URL without its query, which can contain tokens, and without what follows a room number. */
const showUrl = ({ origin, pathname }: URL) =>
  origin + pathname.replace(/(\d{3}-\d{3}-\d{3}\/).+/, '$1…');

/** Examines one page. Rejects with an `HttpProblem` if there is none. */
export async function diagnosePage(
  start: URL,
  get: Get,
): Promise<{ url: string; findings: Finding[] }> {
  const getOnce = remember(get);
  const response = await getOnce(start);
  if (response.status >= 400)
    throw new HttpProblem(
      `The server responded with ${response.status}. The doctor sees only pages that need no login.`,
    );
  return {
    url: showUrl(response.url),
    findings: await examinePage(readPage(response), getOnce),
  };
}

/**
 * Runs `livewebinar-room doctor`.
 *
 * @returns The exit code.
 */
export async function runDoctor(args: string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) {
      process.stdout.write(HELP);
      return 0;
    }
    const start = readUrl(positionals[0]);
    const get = createHttpClient(AbortSignal.timeout(TIMEOUT_MS), MAX_BYTES);
    const result = await diagnosePage(start, get);
    process.stdout.write(
      values.json
        ? `${JSON.stringify(result, null, 2)}\n`
        : formatFindings(result.url, result.findings),
    );
    return result.findings.some(({ level }) => level !== 'note') ? 1 : 0;
  } catch (error) {
    if (!(error instanceof HttpProblem || error instanceof TypeError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}
