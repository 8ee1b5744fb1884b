import type { LivewebinarError } from '../errors.js';
import { listen } from './abort.js';
import type { Attempt } from './attempt.js';
import { policyError } from './policy-error.js';

/** Creates the error for a CSP directive that blocks the room. */
export const cspError = (directive: string, cause?: unknown): LivewebinarError =>
  policyError(
    `The Content-Security-Policy (${directive})`,
    'Allow the room there, or set mode="iframe".',
    cause,
  );

/** Fails the attempt when the CSP of a document blocks one of the origins that the room needs. */
export function watchCsp(doc: Document, origins: string[], attempt: Attempt): void {
  listen(
    doc,
    'securitypolicyviolation',
    ({ disposition, blockedURI, effectiveDirective, sample }: SecurityPolicyViolationEvent) => {
      if (disposition === 'report') return;
      // For Trusted Types, the sample contains the name of the property and the beginning of the URL.
      const url = blockedURI === 'trusted-types-sink' ? sample.split('|')[1]! : blockedURI;
      const isOurs = origins.some((origin) => `${url}/`.startsWith(`${origin}/`));
      if (isOurs && /^(?:script|frame|child|default)-src|^require/.test(effectiveDirective)) {
        attempt.fail(cspError(effectiveDirective));
      }
    },
    attempt.signal,
  );
}
