import { isLoopback } from '../url/is-loopback.js';
import { checkOrigin } from '../url/validate.js';
import { isVendorHost } from '../url/vendor-constants.js';

const META = ':root > head > meta[name="livewebinar-room-origins"]';

const allowed = new Set<string>();

/**
 * Allows additional origins for embed scripts and rooms. Rooms use only `https:` origins, except on loopback
 * hosts, which are always allowed.
 *
 * @throws {LivewebinarError} `invalid-option` if an argument is not an http(s) origin.
 */
export function allowOrigins(...origins: string[]): void {
  for (const origin of origins) allowed.add(checkOrigin('allowOrigins', origin));
}

/** Returns whether embed scripts and rooms may have an origin: LiveWebinar's own, or one that the page allows. */
export function isAllowedOrigin(origin: string): boolean {
  const { hostname, protocol } = new URL(origin);
  return (protocol === 'https:' && isVendorHost(hostname)) || isAllowedByPage(origin);
}

/**
 * Returns whether the page allows an origin, or the origin is on a loopback host. Markup in the body cannot
 * allow an origin, so that injected HTML cannot choose the host of a script.
 */
export function isAllowedByPage(origin: string): boolean {
  const { hostname, protocol } = new URL(origin);
  if (isLoopback(hostname)) return true;
  if (protocol !== 'https:') return false;
  if (allowed.has(origin)) return true;
  // `document.head` could be shadowed by an injected <form name="head">.
  return [...(globalThis.document?.querySelectorAll<HTMLMetaElement>(META) ?? [])]
    .flatMap(({ content }) => content.split(/[\s,]/))
    .some((entry) => URL.canParse(entry) && new URL(entry).origin === origin);
}
