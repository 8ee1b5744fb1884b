import { buildRoomUrl } from '../../../url/index.js';
import { VISITORS } from '../../../findings/finding.js';
import type { Rule } from '../rule.js';

/** Finds elements without a link as fallback content, for browsers in which the script does not run. */
export const fallback: Rule = ({ rooms }) =>
  rooms.flatMap(({ element, roomOrigin }) => {
    // Without a script, browsers do not render an element in a <template>.
    if (!element || element.isInTemplate) return [];
    const licenseKey = element.attributes['license-key']?.trim();
    // An element without a license key cannot link to its room, so any content is accepted.
    if (licenseKey ? element.hasFallbackLink : element.hasFallback) return [];
    let href = '…';
    try {
      if (licenseKey) href = buildRoomUrl({ licenseKey }, { origin: roomOrigin });
    } catch {
      // Another rule reports an invalid license key.
    }
    return [
      {
        rule: 'fallback-link',
        level: 'warning',
        visitors: VISITORS.scriptless,
        message: 'They see an empty area.',
        change: {
          where: `line ${element.line}, inside the tag`,
          to: `<a href="${href}">Open the room</a>`,
        },
      },
    ];
  });
