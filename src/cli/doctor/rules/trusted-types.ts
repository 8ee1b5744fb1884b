import { formatDirective } from '../csp.js';
import { VISITORS, type Finding } from '../../../findings/finding.js';
import type { Rule } from '../rule.js';

const NAMES = ['lit-html', 'livewebinar-room'];

/**
 * Finds Trusted Types, which LiveWebinar's scripts do not support, and lists without the element's two
 * policies.
 */
export const trustedTypes: Rule = ({ page, rooms }) =>
  page.policies.flatMap((policy) => {
    const findings: Finding[] = [];
    const isRequired = policy.directives.has('require-trusted-types-for');
    const scriptRoom = rooms.find(({ mode }) => mode === 'script');
    if (isRequired && scriptRoom)
      findings.push({
        rule: 'trusted-types',
        level: 'error',
        visitors: 'Visitors with a browser that supports Trusted Types',
        message:
          "The room does not open: LiveWebinar's scripts assign plain strings, which the policy blocks (require-trusted-types-for).",
        change: {
          where: scriptRoom.element ? `line ${scriptRoom.element.line}` : 'the tag',
          to: '<livewebinar-room mode="iframe" …>',
        },
      });
    const allowed = policy.directives.get('trusted-types');
    const missing = NAMES.filter((name) => allowed && !allowed.includes(name));
    if (allowed && missing.length > 0 && !allowed.includes('*'))
      findings.push({
        rule: 'trusted-types-names',
        level: 'error',
        visitors: VISITORS.everyone,
        message: `The room does not open: the policy does not allow the policies of the element by name (trusted-types).`,
        change: {
          where: policy.where,
          from: formatDirective({ name: 'trusted-types', sources: allowed }),
          to: formatDirective({
            name: 'trusted-types',
            sources: [...allowed.filter((source) => source !== "'none'"), ...missing],
          }),
        },
      });
    return findings;
  });
