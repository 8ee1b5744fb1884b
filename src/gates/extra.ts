import type { html, LitElement, ReactiveController } from 'lit';
import type { RoomPhase, RoomState } from '../events.js';
import type { RoomSettings } from '../room-request.js';
import type { LeaveReason } from '../session/session.js';
import type { ExtraTexts, Translation } from '../translation.js';

/**
 * Why the room is about to open: `auto` (because of `loading`), or `join` (`load()` was called, or the
 * visitor pressed the button).
 */
export type OpenTrigger = 'auto' | 'join';

/** The element, as far as extras know it. */
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
  /** Direct room URL of the participant, or `''`. */
  readonly roomUrl: string;
}

/** What an extra can do besides using the public API of its host. Extras import types only: what they need at run time is here. */
export interface ExtraContext {
  /** Lit's template tag. */
  readonly html: typeof html;
  /** Returns a text in the host's language. */
  term<Key extends keyof Translation>(this: void, key: Key): Translation[Key];
  /** Adds the English texts of extras, which are not part of the element's own file. */
  addEnglishTexts(this: void, texts: ExtraTexts): void;
  /** Opens the room as its button does, unless an extra objects. */
  join(this: void): void;
  /** Opens the room that an extra kept waiting, unless the visitor has left or the element is gone. */
  resume(this: void): void;
  /** Shows the error for a wrong option instead of the placeholder. */
  reject(this: void, option: string, remedy: string): void;
  /** Sets the phase and dispatches its event. */
  setPhase(this: void, phase: RoomPhase | null): void;
  /** Builds the direct room URL without any token. */
  buildAttendeeUrl(this: void): string;
  /** Leaves the room and tells the visitor why. */
  leave(this: void, reason: LeaveReason): void;
}

/**
 * An optional part of the element in a file of its own, which is loaded when an attribute requests it.
 * If the file does not arrive, the room works without it.
 */
export interface Extra extends ReactiveController {
  /**
   * Returns whether the room may open. If not, the placeholder stays. When that changes, the extra
   * requests an update of the host, which asks again for `auto`, or calls `join()`.
   */
  canOpen?(trigger: OpenTrigger): boolean;
  /** Renders content above the button of the placeholder. */
  renderPlaceholder?(): unknown;
  /** Renders what replaces the content of the placeholder, button included; `undefined` for nothing. */
  renderPanel?(): unknown;
  /** Renders content below the room in any state, such as a notice. */
  renderNotice?(): unknown;
}

/** The default export of an extra's file. It registers itself with `host.addController()`. */
export type ExtraClass = new (host: ExtraHost, context: ExtraContext) => Extra;

/** When a room needs an extra, and how to load it. */
export interface ExtraSource {
  /** Whether the room must not open before the file has arrived, or has failed to. */
  readonly isGate?: boolean;
  isNeeded(host: ExtraHost): boolean;
  load(): Promise<{ default: ExtraClass }>;
}
