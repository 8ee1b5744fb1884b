import { buildElementScriptUrl } from './embed-script-url.js';
import type { EmbedOptions } from './options.js';
import { checkOrigin } from './validate.js';
import { ROOM_ORIGIN, SECOND_SCRIPT_PATH } from './vendor-constants.js';

/** Attributes of a `<link>`, named like the DOM properties. They also work as JSX props. */
export interface HeadLink {
  rel: 'preload' | 'preconnect';
  href: string;
  as?: 'script';
  referrerPolicy?: 'strict-origin';
}

/**
 * Builds the `<link>`s that load the room's scripts in parallel with the element instead of after it.
 *
 * Use it for the first room of a page if that room opens at once (`loading="eager"`), and pass the element's
 * options. If one of them differs, the browser does not use the preload and warns about it.
 *
 * In script mode, the links preload the embed script and the script that it adds. If the embed script of
 * your own `embedOrigin` adds another script, omit the second link. Isolated rooms and iframe mode cannot
 * use a preload, so the result is one `preconnect`. If your CSP requires a nonce, add it:
 * `{ ...link, nonce }`.
 *
 * @param options The values of the element's properties with the same names.
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
  return [href, origin + SECOND_SCRIPT_PATH].map((script) => ({
    rel: 'preload',
    as: 'script',
    href: script,
    referrerPolicy: 'strict-origin',
  }));
}
