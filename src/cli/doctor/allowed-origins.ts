import type { Page } from './read-page.js';

/** Returns the origins that the markup of a page allows. A script can allow others. */
export const readAllowedOrigins = ({ elements }: Page): string[] =>
  elements
    .filter(
      ({ name, attributes }) => name === 'meta' && attributes.name === 'livewebinar-room-origins',
    )
    .flatMap(({ attributes }) => (attributes.content ?? '').split(/[\s,]+/))
    .filter((origin) => URL.canParse(origin))
    .map((origin) => new URL(origin).origin);
