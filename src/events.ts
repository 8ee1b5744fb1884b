import type { LivewebinarError } from './errors.js';

/**
 * Where a room is: `idle` (nothing asked for, or left), `loading` (opening, pauses between attempts
 * included), `ready` (the room is there), `error` (not there; see `error`).
 */
export type RoomState = 'idle' | 'loading' | 'ready' | 'error';

const BUBBLING = { bubbles: true, composed: true };

/** Tells that `state` has changed. */
export class LivewebinarStateChangeEvent extends Event {
  readonly state: RoomState;
  readonly previousState: RoomState;

  constructor(state: RoomState, previousState: RoomState) {
    super('livewebinar-statechange', BUBBLING);
    this.state = state;
    this.previousState = previousState;
  }
}

/** Tells that the room is there, once for each opening. */
export class LivewebinarReadyEvent extends Event {
  constructor() {
    super('livewebinar-ready', BUBBLING);
  }
}

/** Tells that an attempt to open the room has failed. */
export class LivewebinarErrorEvent extends Event {
  readonly error: LivewebinarError;
  /** Which attempt it was, from 1. */
  readonly attempt: number;
  /** Whether another attempt follows by itself: after a pause, or once the network is back. */
  readonly willRetry: boolean;

  constructor(error: LivewebinarError, attempt: number, willRetry: boolean) {
    super('livewebinar-error', BUBBLING);
    this.error = error;
    this.attempt = attempt;
    this.willRetry = willRetry;
  }
}

/** The element's own events by name, for `addEventListener`. */
export interface LivewebinarRoomEventMap {
  'livewebinar-statechange': LivewebinarStateChangeEvent;
  'livewebinar-ready': LivewebinarReadyEvent;
  'livewebinar-error': LivewebinarErrorEvent;
}

interface AllEvents extends HTMLElementEventMap, LivewebinarRoomEventMap {}

declare module './livewebinar-room.js' {
  /** Types the listeners of the element's own events. */
  interface LivewebinarRoom {
    addEventListener<Name extends keyof AllEvents>(
      name: Name,
      listener: (this: LivewebinarRoom, event: AllEvents[Name]) => void,
      options?: boolean | AddEventListenerOptions,
    ): void;
    addEventListener(
      name: string,
      listener: EventListenerOrEventListenerObject,
      options?: boolean | AddEventListenerOptions,
    ): void;
    removeEventListener<Name extends keyof AllEvents>(
      name: Name,
      listener: (this: LivewebinarRoom, event: AllEvents[Name]) => void,
      options?: boolean | EventListenerOptions,
    ): void;
    removeEventListener(
      name: string,
      listener: EventListenerOrEventListenerObject,
      options?: boolean | EventListenerOptions,
    ): void;
  }
}
