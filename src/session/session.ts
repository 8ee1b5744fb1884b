import type { LivewebinarError } from '../errors.js';
import {
  LivewebinarErrorEvent,
  LivewebinarReadyEvent,
  LivewebinarStateChangeEvent,
  type RoomState,
} from '../events.js';
import { after, type RoomRequest } from './attempt.js';
import { openRoom } from './open-room.js';

/** Milliseconds of loading after which the visitor is told, and given another way in. */
const SLOW = 8000;

/** The element that a session belongs to. */
export interface SessionHost extends EventTarget {
  /** Settles once the element has been rendered. */
  readonly updateComplete: Promise<unknown>;
  requestUpdate(): void;
}

/** One element's room through all its states: says where it is, and tells the element's listeners. */
export class Session {
  readonly #host: SessionHost;
  readonly #states: CustomStateSet | undefined;
  readonly #request: () => RoomRequest;
  state: RoomState = 'idle';
  /** Why the room is not there, in state `error`. */
  error: LivewebinarError | null = null;
  /** Whether it takes so long that the visitor is told. */
  isSlow = false;
  /** Whether the visitor left a room, and did not come back. */
  hasLeft = false;
  #willRetry = false;
  /** Ends the opening that is under way, or the open room. */
  #run: AbortController | undefined;
  #waiting: { resolve: () => void; reject: (error: LivewebinarError) => void }[] = [];

  /** @param request Gives what is to be opened, once the element has been rendered. */
  constructor(host: SessionHost, states: CustomStateSet | undefined, request: () => RoomRequest) {
    this.#host = host;
    this.#states = states;
    this.#request = request;
    this.#showState();
  }

  /** Whether a room is open, or tried to. */
  get isOn(): boolean {
    return this.#run !== undefined;
  }

  /** Opens the room, or opens it anew. */
  open(): void {
    const isReload = this.isOn;
    this.#close();
    this.hasLeft = false;
    const { signal } = (this.#run = new AbortController());
    const outcome = {
      loading: () => {
        this.isSlow = false;
        after(SLOW, signal, () => {
          this.isSlow = true;
          this.#host.requestUpdate();
        });
        this.#setState('loading');
      },
      ready: () => {
        this.#setState('ready');
        if (signal.aborted) return;
        for (const { resolve } of this.#waiting.splice(0)) resolve();
        this.#host.dispatchEvent(new LivewebinarReadyEvent());
      },
      error: (error: LivewebinarError, attempt: number, willRetry: boolean) => {
        this.#willRetry = willRetry;
        if (!willRetry || error.code === 'offline') this.#setState('error', error);
        if (signal.aborted) return;
        if (!willRetry) for (const { reject } of this.#waiting.splice(0)) reject(error);
        this.#host.dispatchEvent(new LivewebinarErrorEvent(error, attempt, willRetry));
      },
    };
    this.#setState('loading');
    const start = () => openRoom(this.#request(), outcome, signal);
    // A task later, further changes have arrived and open the room once.
    if (isReload) after(0, signal, start);
    else void this.#host.updateComplete.then(start);
  }

  /** Ends the room, or what opens it. */
  end(): void {
    this.#close();
    this.#setState('idle');
  }

  /** Ends the room because the visitor is to leave it. */
  leave(): void {
    this.hasLeft ||= this.state !== 'idle';
    this.end();
  }

  whenReady(): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.state === 'ready') resolve();
      else if (this.error && !this.#willRetry) reject(this.error);
      else this.#waiting.push({ resolve, reject });
    });
  }

  #close(): void {
    this.#run?.abort();
    this.#run = undefined;
  }

  #setState(state: RoomState, error: LivewebinarError | null = null): void {
    const previous = this.state;
    this.error = error;
    if (state === previous) return;
    this.state = state;
    this.#showState();
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new LivewebinarStateChangeEvent(state, previous));
  }

  #showState(): void {
    try {
      this.#states?.clear();
      this.#states?.add(this.state);
    } catch {
      // Chromium before 125 takes names with two dashes only, Safari before 17.4 and jsdom have no states.
    }
  }
}
