import { checkText, createAdapter, type ConsentAdapter } from './consent-adapter.js';

type OneTrustWindow = Window & { OnetrustActiveGroups?: string };

/**
 * Creates the adapter for [OneTrust](https://developer.onetrust.com/onetrust/docs/javascript-events-guide)
 * and CookiePro.
 *
 * @param options.category ID of the category that opens the room. Defaults to `C0004`, which is
 * *Targeting* unless your account has changed it.
 * @throws {LivewebinarError} `invalid-option` if the category is not a string.
 * @example
 * bindConsent(oneTrust({ category: 'C0003' }));
 */
export function oneTrust({
  category = 'C0004',
}: { readonly category?: string } = {}): ConsentAdapter {
  const id = checkText('category', category, 'C0004');
  return createAdapter(
    (event) => {
      const { detail } = (event ?? {}) as Partial<CustomEvent<unknown>>;
      const groups = Array.isArray(detail)
        ? (detail as unknown[])
        : // A string such as `,C0001,C0004,`.
          (window as OneTrustWindow).OnetrustActiveGroups?.split(',');
      return groups?.includes(id);
    },
    ['OneTrustGroupsUpdated'],
  );
}
