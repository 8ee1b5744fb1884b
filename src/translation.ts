import type { Translation as BaseTranslation } from '@shoelace-style/localize';
import type { LivewebinarErrorCode } from './errors.js';

/**
 * Every word that the element says, in one language. A translation that lacks one does not compile.
 * `$code` is a language tag such as `pl` or `pt-pt`; under the name of each error code stands what a
 * visitor can do about it.
 *
 * @example
 * import { registerTranslation, type Translation } from 'livewebinar-room';
 * import pl from 'livewebinar-room/translations/pl.js';
 *
 * registerTranslation({ ...pl, join: 'Wejdź na wykład' }); // other words in one language
 * registerTranslation({ $code: 'nl', $name: 'Nederlands', $dir: 'ltr', …} satisfies Translation); // one more
 */
export interface Translation extends BaseTranslation, Record<LivewebinarErrorCode, string> {
  /** Name of the region and title of the frame, unless `label` says one. */
  label: string;
  join: string;
  /** Said after `unload()`, above the button that leads back in. */
  left: string;
  opening: string;
  slow: string;
  opened: string;
  retry: string;
  newTab: string;
  /** Name of the button; `leaveFullscreen` is what it does in full screen. */
  fullscreen: string;
  leaveFullscreen: string;
  /** Said where the page is not secure: browsers give no camera there. */
  insecure: string;
}
