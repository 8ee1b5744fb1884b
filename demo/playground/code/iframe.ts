import { buildIframe } from '../../../src/url/index.js';
import { personLink } from '../links.js';
import type { RoomOptions } from '../settings.js';
import { quoteHtml } from './quote.js';

/** Writes an iframe of the room, for places that remove scripts. */
export function writeIframe({ label = '', ...options }: RoomOptions): string {
  const { title, allow, referrerPolicy } = buildIframe(options, { label });
  return `<iframe
  src=${quoteHtml(personLink(options))}
  title=${quoteHtml(title)}
  allow=${quoteHtml(allow)}
  referrerpolicy="${referrerPolicy}"
  style="width: 100%; aspect-ratio: 16 / 9; min-height: 320px; border: 0"
></iframe>`;
}
