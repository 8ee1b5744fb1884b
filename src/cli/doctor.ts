import { parseArgs } from 'node:util';
import { formatFindings } from '../findings/format-findings.js';
import { isLoopback } from '../url/is-loopback.js';
import { findRoom } from '../url/index.js';
import { diagnosePage } from './doctor/diagnose-page.js';
import { createHttpClient, HttpProblem } from './doctor/http-client.js';
import { checkVendor, formatVendorRows } from './vendor/check-vendor.js';
import { createHosts, VENDOR_HOSTS } from './vendor/vendor-hosts.js';

const HELP = `Usage: livewebinar-room doctor [options] <url>
       livewebinar-room doctor --vendor <license key> [--origin <origin>]

Requests a page with a room, without a browser, and lists what does not work, for which visitors,
and what to change.

With --vendor, it compares LiveWebinar's responses for a room with each line of
docs/vendor-contract.md: holds, differs, or not seen. It sends no token except the license key.

Options:
  --json              Prints the result as JSON
  --origin <origin>   With --vendor: checks this origin, such as a white-label domain or the stand-in
  --help              Lists the options

The exit code is 0 if there are no problems, 1 if there are errors or warnings or if a fact differs,
and 2 if the page could not be checked. Notes do not affect it.
`;

/** Timeout of all requests together. Leaves time to parse a page at the limits before the command is stopped. */
const TIMEOUT_MS = 6000;
/** Maximum size of a response body. */
const MAX_BYTES = 5 * 2 ** 20;

/** An invalid command line. */
class UsageError extends Error {}

/** Reads a URL from the command line. `site.example` means `https://site.example`. */
function readUrl(text: string | undefined): URL {
  if (!text)
    throw new UsageError(
      'Pass the URL of a page: livewebinar-room doctor https://site.example/page',
    );
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text);
  const scheme = isLoopback(/^[^/:]*/.exec(text)![0]) ? 'http' : 'https';
  const url = hasScheme ? text : `${scheme}://${text}`;
  if (!URL.canParse(url) || !/^https?:/i.test(url))
    throw new UsageError('The page must have an http or https URL.');
  return new URL(url);
}

/** Reads a license key, also from a pasted link. Everything else in the link is ignored. */
function readLicenseKey(text: string): string {
  const room = findRoom(text);
  if (!room) throw new UsageError('--vendor takes a license key, such as 123-123-123.');
  return room.licenseKey;
}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        vendor: { type: 'string' },
        origin: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. ')[0]}. --help lists the options.`);
  }
}

/** What a command prints, and its exit code. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `livewebinar-room doctor` and returns its outcome. */
export async function runDoctor(args: string[]): Promise<Outcome> {
  const isJson = args.includes('--json');
  const report = (code: number, result: object, text: string): Outcome => ({
    code,
    out: isJson ? `${JSON.stringify(result, null, 2)}\n` : text,
    err: '',
  });
  try {
    const { values, positionals } = readArguments(args);
    if (values.help) return { code: 0, out: HELP, err: '' };
    const get = createHttpClient(AbortSignal.timeout(TIMEOUT_MS), MAX_BYTES);
    if (values.vendor !== undefined) {
      if (positionals.length > 0) throw new UsageError('--vendor takes no page.');
      const hosts = values.origin ? createHosts(readUrl(values.origin).origin) : VENDOR_HOSTS;
      const rows = await checkVendor(readLicenseKey(values.vendor), hosts, get);
      const has = (verdict: string) => rows.some((row) => row.verdict === verdict);
      return report(has('differs') ? 1 : has('holds') ? 0 : 2, rows, formatVendorRows(rows));
    }
    if (values.origin !== undefined) throw new UsageError('--origin works with --vendor only.');
    if (positionals.length > 1) throw new UsageError('The doctor checks one page at a time.');
    const result = await diagnosePage(readUrl(positionals[0]), get);
    const hasProblems = result.findings.some(({ level }) => level !== 'note');
    return report(hasProblems ? 1 : 0, result, formatFindings(result.url, result.findings));
  } catch (error) {
    if (!(error instanceof HttpProblem || error instanceof UsageError)) throw error;
    return createFailure(args, error.message);
  }
}

/** Creates the outcome of a check that was not possible: a message, or JSON that contains it. */
export const createFailure = (args: readonly string[], message: string): Outcome =>
  args.includes('--json')
    ? { code: 2, out: `${JSON.stringify({ error: message }, null, 2)}\n`, err: '' }
    : { code: 2, out: '', err: `${message}\n` };
