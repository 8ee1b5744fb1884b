import { formatWithSources, allowsUrl, findDirective, formatDirective } from '../csp.js';
import type { Rule } from '../rule.js';

const KIND = 'img-src';

/** Finds policies that block the avatar beside the join button. */
export const cspImage: Rule = ({ page }) =>
  page.policies.flatMap((policy) => {
    const directive = findDirective(policy, KIND);
    const room = page.rooms.find(
      ({ attributes }) =>
        attributes['avatar-url'] && /^(click|lazy)$/.test(attributes.loading ?? ''),
    );
    const url = room && page.resolve(room.attributes['avatar-url']);
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
