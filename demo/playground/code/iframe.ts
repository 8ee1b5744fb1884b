import { IFRAME_PERMISSIONS } from '../../../src/url/iframe.js';
import { personLink } from '../links.js';
import type { RoomOptions } from '../settings.js';
import { quoteHtml } from './quote.js';

/** Writes an iframe of the room, for places that remove scripts. */
export function writeIframe(options: RoomOptions): string {
  return `<iframe
  src=${quoteHtml(personLink(options))}
  title=${quoteHtml(options.label ?? 'Webinar room')}
  allow=${quoteHtml(IFRAME_PERMISSIONS.join('; '))}
  referrerpolicy="strict-origin"
  style="width: 100%; aspect-ratio: 16 / 9; min-height: 320px; border: 0"
></iframe>`;
}
