import { LivewebinarError } from '../errors.js';
import { createAdapter, type Consent, type ConsentAdapter } from './consent-adapter.js';

/**
 * Creates an adapter for any other consent manager.
 *
 * @param options.hasConsent Returns whether the visitor has consented, or `undefined` while the consent
 * manager has not loaded. May return a promise.
 * @param options.events Names of the DOM events after which the decision may have changed. They may be
 * dispatched on the window, the document or an element.
 * @throws {LivewebinarError} `invalid-option` if an option is missing.
 * @example
 * bindConsent(
 *   customConsent({
 *     hasConsent: () => window.getCkyConsent?.().categories.advertisement,
 *     events: ['cookieyes_consent_update'],
 *   }),
 * );
 */
export function customConsent(options: {
  readonly hasConsent: () => Consent | Promise<Consent>;
  readonly events: readonly string[];
}): ConsentAdapter {
  const { hasConsent, events } = options ?? {};
  if (typeof hasConsent !== 'function') {
    throw new LivewebinarError('invalid-option', 'hasConsent must be a function.');
  }
  if (!Array.isArray(events) || events.length === 0) {
    throw new LivewebinarError('invalid-option', 'events must be an array of event names.');
  }
  return createAdapter(() => hasConsent(), events);
}
