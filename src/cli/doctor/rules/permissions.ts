import { FEATURES, createFeatureFinding } from '../../../findings/page-findings.js';
import {
  allowsOrigin,
  isOriginItem,
  parseFeaturePolicy,
  parsePermissionsPolicy,
  formatFeaturePolicy,
} from '../permissions-policy.js';
import type { Rule } from '../rule.js';

/** Finds features that the page denies the room's iframe. */
export const permissions: Rule = ({ page, rooms }) => {
  const policy = parsePermissionsPolicy(page.headers['permissions-policy'] ?? '');
  const olderPolicy = parseFeaturePolicy(page.headers['feature-policy'] ?? '');
  const own = page.url.origin;
  const origins = [
    ...new Set(
      rooms.flatMap(({ mode, embedOrigin, roomOrigin }) =>
        mode === 'script' ? [roomOrigin, embedOrigin] : [roomOrigin],
      ),
    ),
  ];
  return Object.keys(FEATURES).flatMap((feature) => {
    const isOlder = !policy.has(feature);
    const allowlist = (isOlder ? olderPolicy : policy).get(feature);
    if (!allowlist) return [];
    const format = (items: readonly string[]) =>
      isOlder ? formatFeaturePolicy(feature, items) : `${feature}=(${items.join(' ')})`;
    const missing = origins.filter((origin) => !allowsOrigin(allowlist, origin, own));
    // An iframe cannot use a feature that its page cannot use.
    const isOwn = allowsOrigin(allowlist, own, own);
    if (isOwn && missing.length === 0) return [];
    const kept = allowlist.filter((item) => item === 'self' || isOriginItem(item));
    const to = [...(isOwn ? [] : ['self']), ...kept, ...missing.map((origin) => `"${origin}"`)];
    return [
      createFeatureFinding(feature, {
        where: isOlder ? 'Feature-Policy header' : 'Permissions-Policy header',
        from: format(allowlist),
        to: format([...new Set(to)]),
      }),
    ];
  });
};
