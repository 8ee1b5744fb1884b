import { buildHeadLinks } from '../../../src/url/index.js';
import type { RoomOptions } from '../settings.js';
import { quoteHtml } from './quote.js';

/** Writes the preload links for the head of a page. Empty if the room does not open with the page. */
export function writeHeadLines({
  loading,
  mode,
  isolated,
  roomOrigin,
  ...room
}: RoomOptions): string {
  if (loading && loading !== 'eager') return '';
  const links = buildHeadLinks(room, {
    ...(mode && { mode }),
    ...(isolated && { isolated }),
    ...(roomOrigin && { roomOrigin }),
  });
  const lines = links.map((link) => {
    const attributes = Object.entries(link as unknown as Record<string, string>).map(
      ([name, value]) => `${name.toLowerCase()}=${quoteHtml(value)}`,
    );
    return `<link ${attributes.join(' ')} />`;
  });
  return lines.join('\n');
}
