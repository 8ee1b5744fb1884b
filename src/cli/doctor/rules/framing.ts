import { VISITORS } from '../../../findings/finding.js';
import { CSP_HEADER } from '../read-page.js';
import type { Rule } from '../rule.js';

/** Finds pages that any site can frame, for clickjacking on the camera button. */
export const framing: Rule = ({ page, isRoomPage }) => {
  // The room page itself opens no room inside another site.
  if (isRoomPage || page.policies.some(({ directives }) => directives.has('frame-ancestors')))
    return [];
  const value = page.headers['x-frame-options'];
  if (value === undefined)
    return [
      {
        rule: 'framing',
        level: 'note',
        visitors: VISITORS.framed,
        message: 'Any site can show this page in a frame.',
        change: { where: CSP_HEADER, to: "frame-ancestors 'self'" },
      },
    ];
  const values = [...new Set(value.split(',').map((one) => one.trim().toUpperCase()))];
  const isValid = values.length === 1 && /^(DENY|SAMEORIGIN)$/.test(values[0]!);
  if (isValid) return [];
  const allowed = /ALLOW-FROM\s+(\S+)/i.exec(value)?.[1];
  return [
    {
      rule: 'framing',
      level: 'warning',
      visitors: VISITORS.framed,
      message:
        'Browsers do not know this X-Frame-Options, or it contradicts itself: any site can show the page, or none.',
      change: {
        where: CSP_HEADER,
        from: `X-Frame-Options: ${value.slice(0, 80)}`,
        to: `Content-Security-Policy: frame-ancestors 'self'${allowed ? ` ${allowed}` : ''}`,
      },
    },
  ];
};
