import { buildHeadLinks } from '../../../src/url/index.js';
import type { RoomOptions } from '../settings.js';
import { quoteHtml } from './quote.js';

/** Writes the lines for the head of a page that opens its room at once; empty for any other page. */
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
    const attributes = Object.entries(link as unknown as Record<string, string>);
    return `<link ${attributes.map(([name, value]) => `${name.toLowerCase()}=${quoteHtml(value)}`).join(' ')} />`;
  });
  return lines.join('\n');
}
