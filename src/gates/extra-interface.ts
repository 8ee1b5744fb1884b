import type { html, LitElement, ReactiveController } from 'lit';
import type { RoomPhase, RoomState } from '../events.js';
import type { RoomSettings } from '../room-request.js';
import type { LeaveReason } from '../session/session.js';
import type { ExtraTerms, Translation } from '../translation.js';

/**
 * What opens the room: `auto` (the `loading` attribute) or `join` (the join button, or a call of `load()` or
 * `reload()`).
 */
export type OpenTrigger = 'auto' | 'join';

/** The part of the element's interface that extras use. */
export interface ExtraHost extends LitElement, RoomSettings {
  readonly label: string;
  readonly controls: boolean;
  readonly whenHidden: 'stay' | 'leave';
  readonly exclusive: boolean;
  readonly confirmLeave: boolean;
  readonly keepAwake: boolean;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly opensBefore: number;
  readonly askName: boolean | 'required';
  readonly rememberName: boolean;
  nickname: string;
  readonly state: RoomState;
  readonly phase: RoomPhase | null;
  /** Direct room URL for the visitor, or `''`. */
  readonly roomUrl: string;
}

/**
 * What extras can use besides the public API of their host. They do not import the element's own modules, so
 * that bundlers do not have to share code between their files and the element's.
 */
export interface ExtraContext {
  /** Lit's template tag. */
  readonly html: typeof html;
  /** Returns a text in the host's language. */
  term<Key extends keyof Translation>(this: void, key: Key): Translation[Key];
  /** Adds the English texts of the extras, which the element's own file does not contain. */
  addEnglishTerms(this: void, terms: ExtraTerms): void;
  /** Opens the room like the join button, unless an extra prevents it. */
  join(this: void): void;
  /** Opens a room that an extra has delayed, unless the visitor has left or the element was removed. */
  resume(this: void): void;
  /** Shows the error for an invalid option instead of the placeholder. */
  reject(this: void, option: string, remedy: string): void;
  /** Sets the phase and dispatches its event. */
  setPhase(this: void, phase: RoomPhase | null): void;
  /** Leaves the room and shows the visitor why. */
  leave(this: void, reason: LeaveReason): void;
}

/**
 * An optional part of the element, in a separate file that is loaded only if a room needs it. If the file
 * cannot be loaded, the room works without it.
 */
export interface Extra extends ReactiveController {
  /**
   * Returns whether the room may open. If it returns `false`, the placeholder stays. When the result changes,
   * the extra calls `join()` or `resume()`, or requests an update of the host, which calls this method with
   * `auto`.
   */
  canOpen?(trigger: OpenTrigger): boolean;
  /** Renders content above the button of the placeholder. */
  renderPlaceholder?(): unknown;
  /** Renders secondary buttons below the button of the placeholder. */
  renderLinks?(): unknown;
  /** Renders a replacement for the content of the placeholder, including its button. Returns `undefined` to keep the content. */
  renderPanel?(): unknown;
  /** Renders content below the room in any state, such as a notice. */
  renderNotice?(): unknown;
}

/** The default export of an extra's file. An extra with lifecycle callbacks registers itself with `host.addController()`. */
export type ExtraClass = new (host: ExtraHost, context: ExtraContext) => Extra;

/** The condition under which a room needs an extra, and the function that loads it. */
export interface ExtraLoader {
  /** Whether the room waits until the file has loaded, failed to load or timed out. */
  readonly isGate?: boolean;
  isNeeded(host: ExtraHost): boolean;
  load(): Promise<{ default: ExtraClass }>;
}
