import type { LivewebinarError } from './errors.js';

/**
 * State of a room: `idle` (not opened yet, or left), `loading` (opening, including the delays between
 * attempts), `ready` (open) or `error` (could not be opened, or was lost).
 */
export type RoomState = 'idle' | 'loading' | 'ready' | 'error';

/**
 * Phase of a scheduled room: `early` (before the join button appears), `open` (visitors can join, but
 * the webinar has not started), `live` or `ended`.
 */
export type RoomPhase = 'early' | 'open' | 'live' | 'ended';

/**
 * The browser's own `Event`, because libraries such as MooTools replace the global one. It is read from a
 * prototype: in Cloudflare Workers, the constructors do not inherit from each other.
 */
const NativeEvent = (Object.getPrototypeOf(MessageEvent.prototype) as Event)
  .constructor as typeof Event;

const INIT = { bubbles: true, composed: true };

/** Fires when `state` changes. */
export class LivewebinarStateChangeEvent extends NativeEvent {
  readonly state: RoomState;
  readonly previousState: RoomState;

  constructor(state: RoomState, previousState: RoomState) {
    super('livewebinar-statechange', INIT);
    this.state = state;
    this.previousState = previousState;
  }
}

/** Fires each time the room has opened. */
export class LivewebinarReadyEvent extends NativeEvent {
  constructor() {
    super('livewebinar-ready', INIT);
  }
}

/** Fires when an attempt to open the room fails, or when something on the page removes an open room. */
export class LivewebinarErrorEvent extends NativeEvent {
  readonly error: LivewebinarError;
  /** Number of the attempt, starting at 1. */
  readonly attempt: number;
  /** Whether another attempt follows automatically, after a delay or once the browser is online. */
  readonly willRetry: boolean;

  constructor(error: LivewebinarError, attempt: number, willRetry: boolean) {
    super('livewebinar-error', INIT);
    this.error = error;
    this.attempt = attempt;
    this.willRetry = willRetry;
  }
}

/** Fires when `phase` changes. */
export class LivewebinarPhaseChangeEvent extends NativeEvent {
  readonly phase: RoomPhase | null;
  readonly previousPhase: RoomPhase | null;

  constructor(phase: RoomPhase | null, previousPhase: RoomPhase | null) {
    super('livewebinar-phasechange', INIT);
    this.phase = phase;
    this.previousPhase = previousPhase;
  }
}

/** The element's events by name. All of them bubble and are composed. */
export interface LivewebinarRoomEventMap {
  'livewebinar-statechange': LivewebinarStateChangeEvent;
  'livewebinar-ready': LivewebinarReadyEvent;
  'livewebinar-error': LivewebinarErrorEvent;
  'livewebinar-phasechange': LivewebinarPhaseChangeEvent;
}

declare global {
  // Types `addEventListener` on the element, on its ancestors and on the document.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- It adds to the global map.
  interface GlobalEventHandlersEventMap extends LivewebinarRoomEventMap {}
}
