import type { EmbedOptions } from '../url/index.js';

/** Everything that is needed to open one room. */
export interface RoomRequest {
  /** The element. Its light DOM holds the container, because the vendor's script looks it up by id. */
  readonly host: HTMLElement;
  /** The box in the element's shadow root that holds the iframes we create. */
  readonly stage: HTMLElement;
  readonly mode: 'script' | 'iframe';
  readonly loading: 'eager' | 'lazy' | 'click';
  readonly whenHidden: 'stay' | 'leave';
  readonly isolated: boolean;
  readonly room: EmbedOptions;
  readonly roomOrigin: string;
  /** Title of the iframe. */
  readonly label: string;
  /** Permissions of the iframe, merged into the built-in list. */
  readonly allow: string;
  /** CSP nonce for the scripts we add. */
  readonly nonce: string;
  /** Milliseconds that one attempt may take. */
  readonly timeout: number;
  /** Whether the room opens by itself before its start, as it does for a whole audience at that time. */
  readonly isBeforeStart: boolean;
}
