import { allowsUrl, findDirective, formatDirective, formatWithSources } from '../csp.js';
import { VISITORS } from '../../../findings/finding.js';
import type { Rule } from '../rule.js';

const KIND = 'frame-src';

/**
 * Finds policies that block the room's iframe. Which origin the embed script uses for it is not documented: the
 * origin of rooms is likely, and the origin of the embed script is possible.
 */
export const cspFrame: Rule = ({ page, rooms }) =>
  page.policies.flatMap((policy) => {
    const directive = findDirective(policy, KIND);
    if (!directive) return [];
    const origins = [
      ...new Set(
        rooms.flatMap(({ mode, embedOrigin, roomOrigin }) =>
          mode === 'script' ? [roomOrigin, embedOrigin] : [roomOrigin],
        ),
      ),
    ];
    const missing = origins.filter((origin) => !allowsUrl(directive, new URL(origin), page.url));
    if (missing.length === 0) return [];
    const isSure = missing.length === origins.length;
    const isAssumed = rooms.every(({ roomOrigin }) => !missing.includes(roomOrigin));
    return [
      {
        rule: 'csp-frame',
        level: isSure ? 'error' : isAssumed ? 'note' : 'warning',
        visitors: VISITORS.everyone,
        message: isSure
          ? `The room does not open: the policy blocks its iframe (${directive.name}).`
          : `The room may not open: the policy allows one of the two origins that its iframe can have (${directive.name}).`,
        change: {
          where: policy.where,
          from: formatDirective(directive),
          to: formatWithSources(directive, missing),
        },
      },
    ];
  });
