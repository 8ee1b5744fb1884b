import { FEATURES, featureNotAllowed } from '../../../findings/page-findings.js';
import { allowsOrigin, parsePermissionsPolicy } from '../permissions-policy.js';
import type { Rule } from '../rule.js';

/** Features that the page keeps from the room's iframe. */
export const permissions: Rule = ({ page, rooms }) => {
  const policy = parsePermissionsPolicy(page.headers['permissions-policy'] ?? '');
  const origins = [
    ...new Set(
      rooms.flatMap(({ mode, embedOrigin, roomOrigin }) =>
        mode === 'script' ? [roomOrigin, embedOrigin] : [roomOrigin],
      ),
    ),
  ];
  return Object.keys(FEATURES).flatMap((feature) => {
    const allowlist = policy.get(feature);
    const missing = origins.filter((origin) => allowlist && !allowsOrigin(allowlist, origin));
    if (!allowlist || missing.length === 0) return [];
    const show = (items: readonly string[]) =>
      `${feature}=(${items.map((item) => (/^(self|src|\*)$/.test(item) ? item : `"${item}"`)).join(' ')})`;
    const kept = allowlist.includes('self') ? allowlist : ['self', ...allowlist];
    return [
      featureNotAllowed(feature, {
        where: 'Permissions-Policy header',
        from: show(allowlist),
        to: show([...kept, ...missing]),
      }),
    ];
  });
};
