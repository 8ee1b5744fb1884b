import { onAbort } from './abort.js';
import type { Attempt } from './attempt.js';
import { policyError } from './policy-error.js';

/** What the Reporting API reports about a violation. */
interface IntegrityViolation {
  readonly body: { readonly blockedURL?: string; readonly reportOnly?: boolean };
}

/** Fails the attempt when the Integrity-Policy of a window, which has no event, blocks a script that the room needs. */
export function watchIntegrityPolicy(win: Window, origins: string[], attempt: Attempt): void {
  const { ReportingObserver } = win as unknown as {
    ReportingObserver?: new (
      callback: (reports: IntegrityViolation[]) => void,
      options: { types: string[]; buffered: boolean },
    ) => { observe(): void; disconnect(): void };
  };
  if (!ReportingObserver) return;
  const observer = new ReportingObserver(
    (reports) => {
      for (const { body } of reports) {
        const isOurs = origins.some((origin) => `${body.blockedURL}/`.startsWith(`${origin}/`));
        if (isOurs && !body.reportOnly) {
          attempt.fail(
            policyError(
              'The Integrity-Policy',
              'Exclude scripts from it, or set mode="iframe": there is no hash of the vendor\'s script.',
            ),
          );
        }
      }
    },
    { types: ['integrity-violation'], buffered: true },
  );
  observer.observe();
  onAbort(attempt.signal, () => observer.disconnect());
}
