import type { LivewebinarErrorCode } from './errors.js';

/** The texts of the element itself. */
export interface CoreTerms extends Record<Exclude<LivewebinarErrorCode, 'aborted'>, string> {
  /** Language tag such as `pl` or `pt-PT`. It also applies to longer tags: `pl` applies to `pl-PL`. */
  $code: string;
  /** Name of the language in that language. */
  $name: string;
  /** Writing direction of the language. */
  $dir: 'ltr' | 'rtl';
  /** Accessible name of the room and title of its iframe if there is no `label`. */
  label: string;
  join: string;
  /** Shown after `unload()`, above the join button. */
  left: string;
  /** Shown after the visitor opened the room in another tab, above the `joinAgain` button. */
  leftForTab: string;
  joinAgain: string;
  opening: string;
  slow: string;
  opened: string;
  retry: string;
  newTab: string;
  /** Accessible name of the fullscreen button. */
  fullscreen: string;
  /** Tooltip of the fullscreen button in fullscreen. */
  leaveFullscreen: string;
}

/** The texts of the extras, which are loaded on demand. */
export interface ExtraTerms {
  /** Shown after the visitor moved the room to another tab, see `exclusive`. */
  leftForOtherTab: string;
  openElsewhere: string;
  /** The button below `openElsewhere`. */
  moveHere: string;
  /** Shown on insecure pages, on which browsers provide neither camera nor microphone. */
  insecure: string;
  /** Shown if a policy or the visitor denies the page camera or microphone. */
  mediaBlocked: string;
  /** Shown in browsers without camera and microphone, such as in-app browsers. */
  noMediaDevices: string;
  /** Contains `{when}`, such as "in 12 minutes". */
  startsWhen: string;
  /** Contains `{time}`: the start in the organizer's time zone, if that differs from the visitor's. */
  organizerTime: string;
  addToCalendar: string;
  /** Button that opens a scheduled room before the join button appears, or after the end. */
  openAnyway: string;
  ended: string;
  yourName: string;
  nameRequired: string;
  /** Button that deletes the stored name. */
  notYou: string;
  copyLink: string;
  linkCopied: string;
}

/**
 * Every text of the element in one language. A translation that lacks a text fails the type check. The text
 * of an error code tells visitors what happened and what they can do.
 *
 * @example
 * import { registerTranslation, type Translation } from 'livewebinar-room';
 * import pl from 'livewebinar-room/translations/pl.js';
 *
 * // Replaces a text in one language.
 * registerTranslation({ ...pl, join: 'Wejdź na wykład' });
 *
 * // Adds a language.
 * registerTranslation({ $code: 'nl', $name: 'Nederlands', $dir: 'ltr', …} satisfies Translation);
 */
export interface Translation extends CoreTerms, ExtraTerms {}
