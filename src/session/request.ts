import type { EmbedOptions } from '../url/index.js';

/** The room to open, and how to open it. */
export interface RoomRequest {
  /** The element. Its light DOM holds the container, because the vendor's script looks it up by id. */
  readonly host: HTMLElement;
  /**
   * Resolves with the stage once it has been rendered: the box in the shadow root that contains the iframes
   * that the element creates.
   */
  getStage(this: void): Promise<HTMLElement>;
  readonly mode: 'script' | 'iframe';
  readonly loading: 'eager' | 'lazy' | 'click';
  readonly whenHidden: 'stay' | 'leave';
  readonly isolated: boolean;
  readonly room: EmbedOptions & { readonly embedOrigin: string };
  readonly roomOrigin: string;
  /** Title of the iframe. */
  readonly label: string;
  /** Permissions of the iframe, merged into the built-in list. */
  readonly allow: string;
  /** CSP nonce for the scripts that the element adds. */
  readonly nonce: string;
  /** Timeout of one attempt, in milliseconds. */
  readonly timeout: number;
  /** Whether the room opens automatically before its start, as it does for the whole audience. */
  readonly isBeforeStart: boolean;
}
