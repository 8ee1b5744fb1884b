import { VISITORS } from '../finding.js';
import { allowsOrigin, parsePermissionsPolicy } from '../permissions-policy.js';
import type { Rule } from '../rule.js';

/** What visitors miss without a feature. */
const FEATURES: Record<string, { visitors: string; what: string }> = {
  camera: { visitors: VISITORS.speakers, what: 'The camera stays off.' },
  microphone: { visitors: VISITORS.speakers, what: 'The microphone stays off.' },
  'display-capture': {
    visitors: 'Everyone who shares a screen',
    what: 'The screen cannot be shared.',
  },
  fullscreen: { visitors: VISITORS.everyone, what: 'The room cannot fill the screen.' },
  autoplay: {
    visitors: VISITORS.everyone,
    what: 'Sound and video do not start before a click in the room.',
  },
};

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
  return Object.entries(FEATURES).flatMap(([feature, { visitors, what }]) => {
    const allowlist = policy.get(feature);
    const missing = origins.filter((origin) => allowlist && !allowsOrigin(allowlist, origin));
    if (!allowlist || missing.length === 0) return [];
    const show = (items: readonly string[]) =>
      `${feature}=(${items.map((item) => (/^(self|src|\*)$/.test(item) ? item : `"${item}"`)).join(' ')})`;
    const kept = allowlist.includes('self') ? allowlist : ['self', ...allowlist];
    return [
      {
        rule: 'permissions-policy',
        level: 'error',
        visitors,
        message: `${what} The page does not pass the permission on to the room.`,
        change: {
          where: 'Permissions-Policy header',
          from: show(allowlist),
          to: show([...kept, ...missing]),
        },
      },
    ];
  });
};
