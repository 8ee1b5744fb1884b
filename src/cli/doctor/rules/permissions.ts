import { FEATURES, featureNotAllowed } from '../../../findings/page-findings.js';
import { allowsOrigin, isOriginItem, parsePermissionsPolicy } from '../permissions-policy.js';
import type { Rule } from '../rule.js';

/** Finds features that the page denies the room's iframe. */
export const permissions: Rule = ({ page, rooms }) => {
  const policy = parsePermissionsPolicy(page.headers['permissions-policy'] ?? '');
  const own = page.url.origin;
  const origins = [
    ...new Set(
      rooms.flatMap(({ mode, embedOrigin, roomOrigin }) =>
        mode === 'script' ? [roomOrigin, embedOrigin] : [roomOrigin],
      ),
    ),
  ];
  return Object.keys(FEATURES).flatMap((feature) => {
    const allowlist = policy.get(feature);
    if (!allowlist) return [];
    const missing = origins.filter((origin) => !allowsOrigin(allowlist, origin, own));
    // An iframe has no feature that its page does not have.
    const isOwn = allowsOrigin(allowlist, own, own);
    if (isOwn && missing.length === 0) return [];
    const kept = allowlist.filter((item) => item === 'self' || isOriginItem(item));
    const to = [...(isOwn ? [] : ['self']), ...kept, ...missing.map((origin) => `"${origin}"`)];
    return [
      featureNotAllowed(feature, {
        where: 'Permissions-Policy header',
        from: `${feature}=(${allowlist.join(' ')})`,
        to: `${feature}=(${[...new Set(to)].join(' ')})`,
      }),
    ];
  });
};
