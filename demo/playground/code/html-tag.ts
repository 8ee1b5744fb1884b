import { toCssText, type Appearance } from '../appearance.js';
import { attendeeLink } from '../links.js';
import type { RoomOptions } from '../settings.js';
import { toKebabCase } from '../../../src/url/to-kebab-case.js';
import { quoteHtml, toJs } from './quote.js';

/**
 * URL from which a page without a build step loads the element. `scripts/integrity.mjs` writes the
 * version.
 */
export const SCRIPT_URL =
  'https://unpkg.com/livewebinar-room@0.1.0/dist/cdn/livewebinar-room.min.js';

/**
 * Writes the tag for an HTML page. For visitors without scripts, it contains the attendee link, which never
 * contains a token.
 */
export function writeHtml(
  { embedOptions, ...options }: RoomOptions,
  { lang, style }: Appearance,
): string {
  const values = { ...options, ...(lang && { lang }), ...(style && { style: toCssText(style) }) };
  const attributes = Object.entries(values).map(([name, value]) =>
    value === true
      ? `\n  ${toKebabCase(name)}`
      : `\n  ${toKebabCase(name)}=${quoteHtml(String(value))}`,
  );
  const lines = [
    `<script type="module" src="${SCRIPT_URL}"></script>`,
    `<livewebinar-room${attributes.join('')}\n>`,
    `  <a href=${quoteHtml(attendeeLink(options))}>Open the webinar room</a>`,
    '</livewebinar-room>',
  ];
  // These properties have no attribute. This script sets them before the script above upgrades the tag.
  if (embedOptions) {
    lines.unshift(
      '<script type="module">',
      `  document.querySelector('livewebinar-room').embedOptions = ${toJs(embedOptions)};`,
      '</script>',
    );
  }
  return lines.join('\n');
}
