/** `error`: something does not work. `warning`: it works, but worse or less securely. `note`: not a problem. */
export type Level = 'error' | 'warning' | 'note';

/** What to change, and where. */
export interface Change {
  /** `Content-Security-Policy header`, `line 12`. */
  readonly where: string;
  /** The current text. Never contains a token. */
  readonly from?: string;
  /** The text to replace it with; empty to remove it. */
  readonly to: string;
}

/** A problem of a page. */
export interface Finding {
  /** Stable name for programs: `csp-script`. */
  readonly rule: string;
  readonly level: Level;
  /** The visitors that are affected, such as `Everyone`. */
  readonly visitors: string;
  /** What happens, and why. */
  readonly message: string;
  readonly change?: Change;
}

/** Groups of visitors. */
export const VISITORS = {
  everyone: 'Everyone',
  speakers: 'Everyone who turns on a camera or microphone',
  scriptless: 'Visitors whose browser does not run the script',
  framed: 'Visitors who see the page inside another site',
  owner: 'The owner of the room',
} as const;
