import { buildRoomUrl } from '../../../url/index.js';
import { VISITORS } from '../../../findings/finding.js';
import type { Rule } from '../rule.js';

/** A link to the room for those in whose browser the script does not run. */
export const fallback: Rule = ({ rooms }) =>
  rooms.flatMap(({ element, roomOrigin }) => {
    if (!element) return [];
    const licenseKey = element.attributes['license-key']?.trim();
    // A tag without a room cannot link to it; whatever is shown is better than nothing.
    if (licenseKey ? element.hasFallbackLink : element.hasFallback) return [];
    let href = '…';
    try {
      if (licenseKey) href = buildRoomUrl({ licenseKey }, { origin: roomOrigin });
    } catch {
      // What is wrong with the key is another rule.
    }
    return [
      {
        rule: 'fallback-link',
        level: 'warning',
        visitors: VISITORS.scriptless,
        message: 'They see an empty place.',
        change: {
          where: `line ${element.line}, inside the tag`,
          to: `<a href="${href}">Open the room</a>`,
        },
      },
    ];
  });
