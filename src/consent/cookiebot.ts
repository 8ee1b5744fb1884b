import { LivewebinarError } from '../errors.js';
import { createAdapter, type ConsentAdapter } from './consent-adapter.js';

const CATEGORIES = ['necessary', 'preferences', 'statistics', 'marketing'] as const;

/** Categories of Cookiebot. */
export type CookiebotCategory = (typeof CATEGORIES)[number];

type CookiebotWindow = Window & {
  Cookiebot?: { consent?: Partial<Record<CookiebotCategory, boolean>> };
};

/**
 * Creates the adapter for [Cookiebot](https://www.cookiebot.com/en/developer/).
 *
 * @param options.category The category that opens the room. Defaults to `marketing`.
 * @throws {LivewebinarError} `invalid-option` if Cookiebot has no such category.
 * @example
 * bindConsent(cookiebot({ category: 'preferences' }));
 */
export function cookiebot({
  category = 'marketing',
}: { readonly category?: CookiebotCategory } = {}): ConsentAdapter {
  if (!CATEGORIES.includes(category)) {
    throw new LivewebinarError(
      'invalid-option',
      `category must be one of ${CATEGORIES.join(', ')}.`,
    );
  }
  return createAdapter(
    () => (window as CookiebotWindow).Cookiebot?.consent?.[category],
    ['CookiebotOnConsentReady', 'CookiebotOnAccept', 'CookiebotOnDecline'],
  );
}
