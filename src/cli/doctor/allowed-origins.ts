import { isLoopback } from '../../url/is-loopback.js';
import type { Page } from './read-page.js';

/**
 * Creates a function that returns whether the page allows the origin of a URL: because its markup lists the
 * origin, or because the URL is on a loopback host. Scripts can allow other origins.
 */
export function createOriginCheck({ elements }: Page): (url: URL) => boolean {
  const allowed = elements
    .filter(
      ({ name, attributes }) => name === 'meta' && attributes.name === 'livewebinar-room-origins',
    )
    .flatMap(({ attributes }) => (attributes.content ?? '').split(/[\s,]+/))
    .filter((origin) => URL.canParse(origin))
    .map((origin) => new URL(origin).origin);
  return ({ hostname, origin }) => isLoopback(hostname) || allowed.includes(origin);
}
