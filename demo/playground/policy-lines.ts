import { IFRAME_PERMISSIONS } from '../../src/url/iframe-permissions.js';
import { EMBED_ORIGIN, ROOM_ORIGIN } from '../../src/url/vendor-constants.js';

/** Directives that a site has to add to the headers it sends. What the site itself needs is not included. */
export interface PolicyLines {
  /** Directives of `Content-Security-Policy`. */
  readonly contentSecurityPolicy: string[];
  /** Directives for Trusted Types, which work in iframe mode only. */
  readonly trustedTypes: string[];
  /** Value of `Permissions-Policy`. */
  readonly permissionsPolicy: string;
}

interface PolicyOptions {
  /** How the page shows the room: as the element in one of its modes, or in an iframe without the element. */
  readonly mode?: 'script' | 'iframe' | 'no-element';
  readonly embedOrigin?: string;
  readonly roomOrigin?: string;
  /** Origin of the element's own script, if that is not the page's. */
  readonly elementOrigin?: string;
}

/** Returns the directives for a room. `docs/csp.md` explains them. */
export function policyLines({
  mode = 'script',
  embedOrigin = EMBED_ORIGIN,
  roomOrigin = ROOM_ORIGIN,
  elementOrigin,
}: PolicyOptions = {}): PolicyLines {
  const isScript = mode === 'script';
  const frames = [...new Set(isScript ? [roomOrigin, embedOrigin] : [roomOrigin])];
  const scripts = [elementOrigin, isScript && embedOrigin].filter(Boolean);
  const allowed = frames.map((origin) => `"${origin}"`).join(' ');
  return {
    contentSecurityPolicy: [
      ...(scripts.length > 0 ? [`script-src ${scripts.join(' ')}`] : []),
      `frame-src ${frames.join(' ')}`,
      ...(mode === 'iframe' ? [`connect-src ${roomOrigin}`] : []),
    ],
    trustedTypes:
      mode === 'iframe'
        ? ["require-trusted-types-for 'script'", 'trusted-types lit-html livewebinar-room']
        : [],
    permissionsPolicy: IFRAME_PERMISSIONS.map((feature) => `${feature}=(self ${allowed})`).join(
      ', ',
    ),
  };
}
