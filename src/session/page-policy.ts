import { LivewebinarError } from '../errors.js';
import type { Attempt } from './attempt.js';

/** The error for what a security policy of the page does not allow. */
export const blocked = (directive: string, cause?: unknown): LivewebinarError =>
  new LivewebinarError(
    'script-blocked',
    `The Content-Security-Policy of this page stops the room (${directive}). Allow the vendor's origins in that directive.`,
    { cause },
  );

/** Ends the attempt when the page's policy stops one of the addresses it needs. */
export function watchPolicy(page: Document, origins: string[], attempt: Attempt): void {
  page.addEventListener(
    'securitypolicyviolation',
    ({ disposition, blockedURI, effectiveDirective }) => {
      if (disposition === 'report') return;
      const isOurs = origins.some((origin) => `${blockedURI}/`.startsWith(`${origin}/`));
      if (isOurs && /^(?:script|frame|child|default)-src/.test(effectiveDirective)) {
        attempt.fail(blocked(effectiveDirective));
      }
    },
    { signal: attempt.signal },
  );
}
