import { PERMISSIONS } from '../../src/session/create-frame.js';
import { EMBED_ORIGIN, ROOM_ORIGIN } from '../../src/url/vendor.js';

/** What a site has to allow, as the directives of its headers. What the site itself needs comes on top. */
export interface PolicyLines {
  /** Directives of `Content-Security-Policy`. */
  readonly contentSecurityPolicy: string[];
  /** Directives for Trusted Types, which only the iframe mode works with. */
  readonly trustedTypes: string[];
  /** The value of `Permissions-Policy`. */
  readonly permissionsPolicy: string;
}

/** Gives the lines for a room in one mode. SECURITY.md says the same for the vendor's own hosts. */
export function policyLines({
  mode = 'script',
  embedOrigin = EMBED_ORIGIN,
  roomOrigin = ROOM_ORIGIN,
}: {
  mode?: 'script' | 'iframe';
  embedOrigin?: string;
  roomOrigin?: string;
} = {}): PolicyLines {
  const isScript = mode === 'script';
  const origins = [...new Set(isScript ? [roomOrigin, embedOrigin] : [roomOrigin])];
  const permitted = origins.map((origin) => `"${origin}"`).join(' ');
  return {
    contentSecurityPolicy: [
      ...(isScript ? [`script-src ${embedOrigin}`] : []),
      `frame-src ${origins.join(' ')}`,
      ...(isScript ? [] : [`connect-src ${roomOrigin}`]),
    ],
    trustedTypes: isScript
      ? []
      : ["require-trusted-types-for 'script'", 'trusted-types lit-html livewebinar-room'],
    permissionsPolicy: PERMISSIONS.map((feature) => `${feature}=(self ${permitted})`).join(', '),
  };
}
