import { allowsInlineStyle, findDirective, formatDirective } from '../csp.js';
import { VISITORS } from '../../../findings/finding.js';
import type { Rule } from '../rule.js';

/** Finds policies that block a `style` attribute on the tag. The element itself does not need `style-src`. */
export const cspStyle: Rule = ({ page }) =>
  page.policies.flatMap((policy) => {
    const directive = findDirective(policy, 'style-src-attr');
    const room = page.rooms.find(({ attributes }) => attributes.style);
    if (!directive || !room || allowsInlineStyle(directive)) return [];
    return [
      {
        rule: 'csp-style',
        level: 'warning',
        visitors: VISITORS.everyone,
        message: `The room does not have the size or colors of its style attribute, which the policy blocks (${formatDirective(directive)}).`,
        change: {
          where: `line ${room.line}`,
          from: `style="${room.attributes.style}"`,
          to: `class="room", with .room { ${room.attributes.style!.trim().replace(/;?$/, ';')} } in a style sheet`,
        },
      },
    ];
  });
