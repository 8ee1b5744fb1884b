import { VISITORS } from '../../../findings/finding.js';
import type { Rule } from '../rule.js';

const LEAKS = /^(unsafe-url|no-referrer-when-downgrade|always)$/i;
const VALUES =
  /^(no-referrer|no-referrer-when-downgrade|origin|origin-when-cross-origin|same-origin|strict-origin|strict-origin-when-cross-origin|unsafe-url)$/i;
/** Further values that only a <meta> can have. */
const META_VALUES = /^(never|default|always|origin-when-crossorigin)$/i;

/** Finds pages that send their whole URL, which can contain a token, to other hosts. */
export const referrer: Rule = ({ page }) => {
  // The last valid value applies. A <meta> overrides the header.
  const meta = page.elements.findLast(
    ({ name, attributes, isInTemplate }) =>
      name === 'meta' &&
      !isInTemplate &&
      attributes.name?.trim().toLowerCase() === 'referrer' &&
      [VALUES, META_VALUES].some((values) => values.test(attributes.content?.trim() ?? '')),
  );
  const header = page.headers['referrer-policy'] ?? '';
  const value =
    meta?.attributes.content?.trim() ??
    header
      .split(',')
      .map((one) => one.trim())
      .findLast((one) => VALUES.test(one)) ??
    '';
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
