import { createOriginCheck } from '../allowed-origins.js';
import { allowsUrl, findDirective, formatDirective, formatWithSources } from '../csp.js';
import type { Rule } from '../rule.js';

const KIND = 'img-src';

/** Finds policies that block the avatar beside the join button. */
export const cspImage: Rule = ({ page }) => {
  const isAllowed = createOriginCheck(page);
  const url = page.rooms
    .filter(({ attributes }) => /^(click|lazy)$/.test(attributes.loading ?? ''))
    .map(({ attributes }) => page.resolve(attributes['avatar-url'] || undefined))
    // The element shows no avatar from other origins, whatever the policy is.
    .find((avatar) => avatar && (avatar.origin === page.url.origin || isAllowed(avatar)));
  return page.policies.flatMap((policy) => {
    const directive = findDirective(policy, KIND);
    if (!directive || !url || allowsUrl(directive, url, page.url)) return [];
    return [
      {
        rule: 'csp-image',
        level: 'warning',
        visitors: 'Visitors with an avatar',
        message: `They do not see it beside the join button: the policy blocks the image (${directive.name}).`,
        change: {
          where: policy.where,
          from: formatDirective(directive),
          to: formatWithSources(directive, [url.origin]),
        },
      },
    ];
  });
};
