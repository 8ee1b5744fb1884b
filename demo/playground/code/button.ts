import type { Appearance } from '../appearance.js';
import { personLink } from '../links.js';
import type { RoomOptions } from '../settings.js';
import { escapeHtml, quoteHtml } from './quote.js';

/**
 * Writes a link that looks like a button. It uses only what the filters of content management
 * systems leave alone: no script, no class, no custom element.
 */
export function writeButton(options: RoomOptions, { style = {} }: Appearance): string {
  const css = [
    'padding: 12px 24px',
    `background-color: ${style['--livewebinar-room-accent'] ?? '#1d5bd6'}`,
    `color: ${style['--livewebinar-room-on-accent'] ?? '#ffffff'}`,
    'font-weight: bold',
    'text-decoration: none',
  ].join('; ');
  const attributes = `href=${quoteHtml(personLink(options))} target="_blank" style="${css}"`;
  return `<p><a ${attributes}>${escapeHtml(options.label ?? 'Join the webinar')}</a></p>`;
}
