import type { EmbedOptions } from '../url/index.js';

/** The room to open, and how to open it. */
export interface RoomRequest {
  /** The element. Its light DOM contains the container, because the vendor's script looks up the container by `id`. */
  readonly host: HTMLElement;
  /**
   * Returns a promise of the stage: the box in the shadow root that contains the iframes that the element
   * creates. Resolves once the stage has been rendered.
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
  /** Whether the room opens with `loading="eager"` before its start, when a whole audience may be waiting. */
  readonly isBeforeStart: boolean;
}
