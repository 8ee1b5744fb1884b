import type { LivewebinarError } from '../errors.js';
import { toHttpUrl } from '../url/http-url.js';
import { SECOND_SCRIPT_PATH } from '../url/vendor-constants.js';
import { onAbort } from './abort.js';
import type { Attempt } from './attempt.js';
import { embedderPolicyError, policyError } from './policy-error.js';

/** What the Reporting API reports about a policy that blocks a request. */
interface PolicyReport {
  readonly type: string;
  readonly body: {
    readonly blockedURL?: string;
    readonly destination?: string;
    readonly disposition?: string;
    readonly reportOnly?: boolean;
  };
}

const SCRIPT_PATHS = ['/em', SECOND_SCRIPT_PATH];

const createError = (type: string): LivewebinarError =>
  type === 'coep'
    ? embedderPolicyError()
    : policyError(
        'The Integrity-Policy',
        'Exclude scripts from it, or set mode="iframe": there is no hash of the vendor\'s script.',
      );

/**
 * Fails the attempt when an Integrity-Policy or a Cross-Origin-Embedder-Policy, whose violations fire no
 * event, blocks one of the room's two scripts or its iframe.
 */
export function watchPolicyReports(win: Window, origins: string[], attempt: Attempt): void {
  const { ReportingObserver } = win as unknown as {
    ReportingObserver?: new (
      callback: (reports: PolicyReport[]) => void,
      options: { types: string[] },
    ) => { observe(): void; disconnect(): void };
  };
  if (!ReportingObserver) return;
  const observer = new ReportingObserver(
    (reports) => {
      for (const report of reports) {
        // In Chromium, some reports have no properties, only `toJSON()`.
        const { type, body } = JSON.parse(JSON.stringify(report)) as PolicyReport;
        const url = toHttpUrl(body.blockedURL ?? '');
        const isReportOnly = body.reportOnly || body.disposition === 'reporting';
        if (!url || !origins.includes(url.origin) || isReportOnly) continue;
        if (body.destination === 'iframe' || SCRIPT_PATHS.includes(url.pathname)) {
          attempt.fail(createError(type));
        }
      }
    },
    { types: ['integrity-violation', 'coep'] },
  );
  observer.observe();
  onAbort(attempt.signal, () => observer.disconnect());
}
