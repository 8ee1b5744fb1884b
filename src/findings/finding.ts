/** `error`: something does not work. `warning`: it works, but worse or less securely. `note`: not necessarily a problem. */
export type Level = 'error' | 'warning' | 'note';

/** What to change, and where. */
export interface Change {
  /** Place of the change, such as `Content-Security-Policy header` or `line 12`. */
  readonly where: string;
  /** The text to replace or remove; `undefined` to add text. Never contains a token. */
  readonly from?: string;
  /** The new text; empty to remove `from`. */
  readonly to: string;
}

/** A problem of a page, or a note about it. */
export interface Finding {
  /** Stable name for programs, such as `csp-script`. */
  readonly rule: string;
  readonly level: Level;
  /** The visitors that are affected, such as `Everyone`. */
  readonly visitors: string;
  /** What happens, and why. */
  readonly message: string;
  readonly change?: Change;
}

/** Values of `visitors` that several rules use. */
export const VISITORS = {
  everyone: 'Everyone',
  speakers: 'Everyone who turns on a camera or microphone',
  scriptless: 'Visitors whose browser does not run the script',
  framed: 'Visitors who see the page inside another site',
  owner: 'The owner of the room',
} as const;
