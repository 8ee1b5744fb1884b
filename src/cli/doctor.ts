import { parseArgs } from 'node:util';
import { findRoom } from '../url/index.js';
import { examinePage } from './doctor/examine-page.js';
import type { Finding } from '../findings/finding.js';
import { createHttpClient, HttpProblem, type Get } from './doctor/http-client.js';
import { readPage } from './doctor/read-page.js';
import { formatFindings } from '../findings/format-findings.js';
import { checkVendor, formatVendor } from './vendor/check-vendor.js';
import { hostsAt, VENDOR_HOSTS } from './vendor/vendor-hosts.js';

const HELP = `Usage: livewebinar-room doctor [options] <url>
       livewebinar-room doctor --vendor <license key> [--origin <origin>]

Fetches a page with a room, without a browser, and tells for which visitors it will not work,
and what to change.

With --vendor, it compares what LiveWebinar responds for a room with each line of
docs/vendor-contract.md: holds, differs, or not seen. It never sends a token.

Options:
  --json              Prints the result as JSON
  --origin <origin>   With --vendor: asks this origin, a white label or the stand-in
  --help              Shows this

It ends with exit code 0 if nothing was found or everything that was seen holds, 1 otherwise,
and 2 if there was nothing to examine. Notes do not count.
`;

/** Together with parsing a page at the limits, less than ten seconds. */
const TIMEOUT_MS = 6000;
const MAX_BYTES = 5 * 2 ** 20;

/** Caches responses, so that each URL is requested once. */
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

/** Reads a license key, also from a pasted link. Everything else in the link is ignored. */
function readLicenseKey(text: string): string {
  const room = findRoom(text);
  if (!room) throw new TypeError('--vendor takes a license key, such as 123-123-123.');
  return room.licenseKey;
}

/** Formats a URL without its query and without what follows a room number, which can be tokens. */
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
        vendor: { type: 'string' },
        origin: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) {
      process.stdout.write(HELP);
      return 0;
    }
    const get = createHttpClient(AbortSignal.timeout(TIMEOUT_MS), MAX_BYTES);
    const print = (result: object, text: string) =>
      process.stdout.write(values.json ? `${JSON.stringify(result, null, 2)}\n` : text);
    if (values.vendor !== undefined) {
      const hosts = values.origin ? hostsAt(readUrl(values.origin).origin) : VENDOR_HOSTS;
      const rows = await checkVendor(readLicenseKey(values.vendor), hosts, get);
      print(rows, formatVendor(rows));
      if (rows.every(({ verdict }) => verdict === 'not seen')) return 2;
      return rows.some(({ verdict }) => verdict === 'differs') ? 1 : 0;
    }
    const result = await diagnosePage(readUrl(positionals[0]), get);
    print(result, formatFindings(result.url, result.findings));
    return result.findings.some(({ level }) => level !== 'note') ? 1 : 0;
  } catch (error) {
    if (!(error instanceof HttpProblem || error instanceof TypeError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}
