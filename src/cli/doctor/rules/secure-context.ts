import { isLoopback } from '../../../url/is-loopback.js';
import { VISITORS } from '../../../findings/finding.js';
import { createInsecurePageFinding } from '../../../findings/page-findings.js';
import type { Rule } from '../rule.js';

const isSecure = ({ protocol, hostname }: URL) => protocol === 'https:' || isLoopback(hostname);

/** Finds pages without https, on which browsers provide no camera. */
export const secureContext: Rule = ({ page }) =>
  isSecure(page.url) ? [] : [createInsecurePageFinding(page.url.host)];

/** Finds resources without https in a page with https. */
export const mixedContent: Rule = ({ page, scripts }) => {
  if (page.url.protocol !== 'https:') return [];
  if (page.policies.some(({ directives }) => directives.has('upgrade-insecure-requests')))
    return [];
  const parts = [
    ...scripts.map(({ url, line }) => ({ what: "the element's script", url, line })),
    ...page.rooms.flatMap(({ attributes, line }) =>
      ['embed-origin', 'room-origin', 'avatar-url'].map((name) => ({
        what: name,
        url: page.resolve(attributes[name]),
        line,
      })),
    ),
  ];
  return parts.flatMap(({ what, url, line }) =>
    !url || isSecure(url)
      ? []
      : [
          {
            rule: 'mixed-content',
            level: 'error',
            visitors: VISITORS.everyone,
            message: `The browser blocks ${what}, because it is loaded without https.`,
            change: {
              where: `line ${line}`,
              from: `http://${url.host}`,
              to: `https://${url.host}`,
            },
          } as const,
        ],
  );
};
