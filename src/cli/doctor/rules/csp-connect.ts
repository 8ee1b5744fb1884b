import { allowsUrl, findDirective, formatDirective, formatWithSources } from '../csp.js';
import type { Rule } from '../rule.js';

const KIND = 'connect-src';

/**
 * Finds policies that block the `HEAD` request with which iframe mode detects that LiveWebinar does not
 * respond.
 */
export const cspConnect: Rule = ({ page, rooms }) =>
  page.policies.flatMap((policy) => {
    const directive = findDirective(policy, KIND);
    const missing = rooms
      .filter(({ mode }) => mode === 'iframe')
      .map(({ roomOrigin }) => roomOrigin)
      .filter((origin) => directive && !allowsUrl(directive, new URL(origin), page.url));
    if (!directive || missing.length === 0) return [];
    return [
      {
        rule: 'csp-connect',
        level: 'warning',
        visitors: 'Visitors who cannot reach LiveWebinar, such as behind a filter',
        message: `They see the browser's error page instead of a message and a link, because the policy blocks the request that finds out (${directive.name}).`,
        change: {
          where: policy.where,
          from: formatDirective(directive),
          to: formatWithSources(directive, missing),
        },
      },
    ];
  });
