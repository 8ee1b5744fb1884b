import { VISITORS } from '../../../findings/finding.js';
import { CSP_HEADER } from '../read-page.js';
import type { Rule } from '../rule.js';

/** Finds pages that any site can frame, which allows clickjacking on the camera button. */
export const framing: Rule = ({ page, isRoomPage }) => {
  // The room page itself opens no room inside another site.
  if (isRoomPage || page.policies.some(({ directives }) => directives.has('frame-ancestors')))
    return [];
  const value = page.headers['x-frame-options'] ?? '';
  const values = [...new Set(value.split(',').map((one) => one.trim().toUpperCase()))];
  if (values.length === 1 && /^(DENY|SAMEORIGIN)$/.test(values[0]!)) return [];
  // Browsers ignore a single unknown value. Several different values deny framing if one of them is known.
  const isDenied =
    values.length > 1 && values.some((one) => /^(DENY|SAMEORIGIN|ALLOWALL)$/.test(one));
  const isIntended = value === '' || /^ALLOWALL$/i.test(value.trim());
  const allowed = /ALLOW-FROM\s+([^\s,]+)/i.exec(value)?.[1];
  const ancestors = `frame-ancestors 'self'${allowed ? ` ${allowed}` : ''}`;
  return [
    {
      rule: 'framing',
      level: isIntended ? 'note' : 'warning',
      visitors: VISITORS.framed,
      message: isDenied
        ? 'They see nothing: the values of X-Frame-Options contradict each other, so no site can show this page in a frame.'
        : value === ''
          ? 'Any site can show this page in a frame.'
          : 'Any site can show this page in a frame, because browsers ignore this value of X-Frame-Options.',
      change:
        value === ''
          ? { where: CSP_HEADER, to: ancestors }
          : {
              where: 'response headers',
              from: `X-Frame-Options: ${value}`,
              to: `Content-Security-Policy: ${ancestors}`,
            },
    },
  ];
};
