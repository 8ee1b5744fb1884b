/** Every text of the room page beside those of the element. English is in the page's HTML. */
export interface PageTranslation {
  /** Title of the browser tab if the room has no `label`. */
  title: string;
  heading: string;
  /** Shown at a URL that names no room. */
  unknown: string;
  field: string;
  join: string;
  notARoom: string;
  /** `{count}` is the number of digits that were entered. */
  notNineDigits: string;
  /** Asked before a room opens whose name is a single word: `{name}`. */
  question: string;
  open: string;
  cancel: string;
  /** Shown if another website frames the page. */
  framed: string;
  newTab: string;
  late: string;
}
