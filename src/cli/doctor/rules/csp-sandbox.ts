import { formatDirective } from '../csp.js';
import { VISITORS } from '../../../findings/finding.js';
import type { Rule } from '../rule.js';

const NEEDED = ['allow-scripts', 'allow-same-origin'];

/** Finds policies with a sandbox in which the room does not open. */
export const cspSandbox: Rule = ({ page }) =>
  page.policies.flatMap((policy) => {
    const sources = policy.directives.get('sandbox');
    const missing = NEEDED.filter((token) => sources && !sources.includes(token));
    if (!sources || missing.length === 0) return [];
    return [
      {
        rule: 'csp-sandbox',
        level: 'error',
        visitors: VISITORS.everyone,
        message: 'The room does not open: the policy puts the page into a sandbox.',
        change: {
          where: policy.where,
          from: formatDirective({ name: 'sandbox', sources }),
          to: formatDirective({ name: 'sandbox', sources: [...sources, ...missing] }),
        },
      },
    ];
  });
