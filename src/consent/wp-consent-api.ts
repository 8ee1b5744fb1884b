import { checkText, createAdapter, type ConsentAdapter } from './consent-adapter.js';

type WordPressWindow = Window & {
  wp_has_consent?: (this: void, category: string) => boolean;
  wp_consent_type?: string;
  waitfor_consent_hook?: boolean | string;
};

/**
 * Creates the adapter for the [WP Consent API](https://wordpress.org/plugins/wp-consent-api/), which
 * most consent plugins of WordPress support.
 *
 * @param options.category The category that opens the room. Defaults to `marketing`.
 * @throws {LivewebinarError} `invalid-option` if the category is not a string.
 * @example
 * bindConsent(wpConsentApi({ category: 'preferences' }));
 */
export function wpConsentApi({
  category = 'marketing',
}: { readonly category?: string } = {}): ConsentAdapter {
  const name = checkText('category', category, 'marketing');
  return createAdapter(() => {
    const { wp_has_consent, wp_consent_type, waitfor_consent_hook } = window as WordPressWindow;
    // Whether the visitor has to opt in depends on the country, which a plugin may still have to determine.
    if (waitfor_consent_hook && wp_consent_type === undefined) return undefined;
    return wp_has_consent?.(name);
  }, ['wp_listen_for_consent_change', 'wp_consent_type_defined']);
}
