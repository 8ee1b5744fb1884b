import { LivewebinarError } from '../errors.js';
import type { Attempt } from './attempt.js';

/** The error for what a security policy of the page does not allow. */
export const blocked = (directive: string, cause?: unknown): LivewebinarError =>
  new LivewebinarError(
    'script-blocked',
    `The Content-Security-Policy of this page stops the room (${directive}). Allow it, or set mode="iframe".`,
    { cause },
  );

/** Ends the attempt when the page's policy stops one of the addresses it needs. */
export function watchPolicy(page: Document, origins: string[], attempt: Attempt): void {
  page.addEventListener(
    'securitypolicyviolation',
    ({ disposition, blockedURI, effectiveDirective, sample }) => {
      if (disposition === 'report') return;
      // Trusted Types give the beginning of the address only, after the name of the property.
      const address = blockedURI === 'trusted-types-sink' ? sample.split('|')[1]! : blockedURI;
      const isOurs = origins.some((origin) => `${address}/`.startsWith(`${origin}/`));
      if (isOurs && /^(?:script|frame|child|default)-src|^require/.test(effectiveDirective)) {
        attempt.fail(blocked(effectiveDirective));
      }
    },
    { signal: attempt.signal },
  );
}
