import type { Translation as BaseTranslation } from '@shoelace-style/localize';
import type { LivewebinarErrorCode } from '../errors.js';

/**
 * Every word that the element says, in one language. A translation that lacks one does not compile.
 * `$code` is a language tag such as `pl` or `pt-br`; under the name of each error code stands what a
 * visitor can do about it.
 */
export interface Translation extends BaseTranslation, Record<LivewebinarErrorCode, string> {
  /** Name of the region and title of the frame, unless `label` says one. */
  label: string;
  join: string;
  noRoom: string;
  opening: string;
  slow: string;
  opened: string;
  retry: string;
  newTab: string;
  enterFullscreen: string;
  leaveFullscreen: string;
  /** Said where the page is not secure: browsers give no camera there. */
  insecure: string;
}
