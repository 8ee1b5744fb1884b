import type { ElementScript } from './element-script.js';
import type { Finding } from '../../findings/finding.js';
import type { Get } from './http-client.js';
import type { PageToken } from './page-tokens.js';
import type { Page } from './read-page.js';
import type { ExaminedRoom } from './examined-room.js';

/** What a rule examines. */
export interface Context {
  readonly page: Page;
  /** At least one room: if the markup has no element, a room with the defaults is assumed. */
  readonly rooms: readonly ExaminedRoom[];
  readonly scripts: readonly ElementScript[];
  readonly tokens: readonly PageToken[];
  /** Whether the page is the room page of this package, which sets the license key from its URL. */
  readonly isRoomPage: boolean;
  /** Requests a file of the page. Rejects with an `HttpProblem`. */
  readonly get: Get;
}

/** Examines one aspect of a page. */
export type Rule = (context: Context) => Finding[] | Promise<Finding[]>;
