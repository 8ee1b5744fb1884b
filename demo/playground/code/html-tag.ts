import { attendeeLink } from '../links.js';
import type { RoomOptions } from '../settings.js';
import { quoteHtml, toJs, toKebab } from './quote.js';

/** Where a page without a build gets the element from. */
export const SCRIPT_URL = 'https://unpkg.com/livewebinar-room';

/**
 * Writes the tag for an HTML page. Inside it stands a link for visitors without scripts: to the
 * room as anyone may enter it.
 */
export function writeHtml({ embedOptions, ...options }: RoomOptions): string {
  const attributes = Object.entries(options).map(([name, value]) =>
    value === true ? `\n  ${toKebab(name)}` : `\n  ${toKebab(name)}=${quoteHtml(String(value))}`,
  );
  const lines = [
    `<script type="module" src="${SCRIPT_URL}"></script>`,
    `<livewebinar-room${attributes.join('')}\n>`,
    `  <a href=${quoteHtml(attendeeLink(options))}>Open the webinar room</a>`,
    '</livewebinar-room>',
  ];
  // No attribute holds them. The tag has them before the script above makes it a room.
  if (embedOptions) {
    lines.unshift(
      '<script type="module">',
      `  document.querySelector('livewebinar-room').embedOptions = ${toJs(embedOptions)};`,
      '</script>',
    );
  }
  return lines.join('\n');
}
