import { VISITORS, type Finding } from '../../../findings/finding.js';
import type { Rule } from '../rule.js';

/** Finds pages with `Cross-Origin-Embedder-Policy`, which LiveWebinar's files are not known to support. */
export const isolation: Rule = ({ page, rooms }) => {
  const value = page.headers['cross-origin-embedder-policy']?.split(';')[0]?.trim() ?? '';
  if (!/^(require-corp|credentialless)$/i.test(value)) return [];
  const isCoop = /^same-origin\b/i.test(page.headers['cross-origin-opener-policy'] ?? '');
  const hasScriptMode = rooms.some(({ mode }) => mode === 'script');
  const finding: Finding = {
    rule: 'isolation',
    level: 'error',
    // In iframe mode, the element uses a credentialless iframe, which only Chromium supports.
    visitors: !hasScriptMode && isCoop ? 'Visitors with Firefox or Safari' : VISITORS.everyone,
    message:
      'The room does not open: the page loads only resources that allow it in a header, which LiveWebinar is not known to send.',
    change: {
      where: 'Cross-Origin-Embedder-Policy header',
      from: value,
      to: 'unsafe-none',
    },
  };
  return [finding];
};
