import { checkOrigin } from './check.js';
import { buildEmbedScriptUrl } from './embed-script-url.js';
import { ROOM_ORIGIN, type EmbedOptions } from './options.js';

/** `id` of the container that the element makes where the page names none. */
export const CONTAINER_ID = 'livewebinar-room-container';

/** Path of the script that the embed script adds (vendor contract: C). */
export const SECOND_SCRIPT = '/widget/wea/wea.min.js';

/** Builds the address from which the element loads the embed script; head lines need the very same. */
export const buildElementScriptUrl = (room: EmbedOptions): string =>
  buildEmbedScriptUrl({
    ...room,
    containerId: room.containerId || CONTAINER_ID,
    width: room.width || '100%',
    height: room.height || '100%',
  });

/** A `<link>` for the head of a page, in the DOM's names: HTML takes them in any case, JSX as they are. */
export interface HeadLink {
  rel: 'preload' | 'preconnect';
  href: string;
  as?: 'script';
  referrerPolicy?: 'strict-origin';
}

/**
 * Builds the links with which a page asks for the room's scripts together with the element's, not after
 * it. For the first room of a page, if it opens at once (`loading="eager"`): pass what the element is
 * given. A preload that differs from it in one option is of no use, and the browser says so.
 *
 * In script mode they preload the embed script and the one it adds (C). Where an `embedOrigin` of your own
 * adds another, leave the second out. An isolated room and iframe mode load in a document of their own,
 * where a preload does not reach: there it is a connection to the origin.
 *
 * Where a policy demands a nonce, add it: `{ ...link, nonce }`.
 *
 * @param options The element's properties of the same names.
 * @throws {LivewebinarError} `missing-license-key` or `invalid-option`.
 * @example
 * buildHeadLinks({ licenseKey: '123-123-123' });
 * // [{ rel: 'preload', as: 'script', href: 'https://embed.livewebinar.com/em?t=123-123-123&…',
 * //    referrerPolicy: 'strict-origin' },
 * //  { rel: 'preload', as: 'script', href: 'https://embed.livewebinar.com/widget/wea/wea.min.js',
 * //    referrerPolicy: 'strict-origin' }]
 */
export function buildHeadLinks(
  room: EmbedOptions,
  options: { mode?: 'script' | 'iframe'; isolated?: boolean; roomOrigin?: string } = {},
): HeadLink[] {
  const href = buildElementScriptUrl(room);
  if (options.mode === 'iframe') {
    return [
      { rel: 'preconnect', href: checkOrigin('roomOrigin', options.roomOrigin || ROOM_ORIGIN) },
    ];
  }
  const { origin } = new URL(href);
  if (options.isolated) return [{ rel: 'preconnect', href: origin }];
  return [href, origin + SECOND_SCRIPT].map((script) => ({
    rel: 'preload',
    as: 'script',
    href: script,
    referrerPolicy: 'strict-origin',
  }));
}
