import { VISITORS } from '../../../findings/finding.js';
import type { Rule } from '../rule.js';

const LEAKS = /^(unsafe-url|no-referrer-when-downgrade)$/i;

/** Finds pages that send their whole URL, which can contain a token, to other hosts. */
export const referrer: Rule = ({ page }) => {
  const meta = page.elements.find(
    ({ name, attributes }) => name === 'meta' && attributes.name?.toLowerCase() === 'referrer',
  );
  const header = page.headers['referrer-policy'] ?? '';
  // The last valid value applies. A <meta> overrides the header.
  const value = (meta?.attributes.content ?? header).split(',').at(-1)!.trim();
  if (!LEAKS.test(value)) return [];
  return [
    {
      rule: 'referrer-policy',
      level: 'warning',
      visitors: VISITORS.everyone,
      message:
        "LiveWebinar's scripts and others learn the whole URL of the page, with any token in it.",
      change: {
        where: meta ? `line ${meta.line}` : 'Referrer-Policy header',
        from: value,
        to: 'strict-origin-when-cross-origin',
      },
    },
  ];
};
