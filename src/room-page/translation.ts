/** The texts of the room page, without those of the element. The English ones are in the page's HTML. */
export interface PageTranslation {
  /** Title of the browser tab if the room has no `label`. */
  title: string;
  heading: string;
  /** Shown at a URL without a room. */
  unknown: string;
  field: string;
  join: string;
  notARoom: string;
  /** `{count}` is the number of digits that were entered. */
  notNineDigits: string;
  /** The question before a room with a custom name opens. Contains `{name}`. */
  question: string;
  open: string;
  cancel: string;
  /** Shown if another website frames the page. */
  framed: string;
  newTab: string;
  late: string;
}
