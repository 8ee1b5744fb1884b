import { LivewebinarError } from '../errors.js';
import {
  LivewebinarErrorEvent,
  LivewebinarReadyEvent,
  LivewebinarStateChangeEvent,
  type RoomState,
} from '../events.js';
import { runAfter, runSafely } from './abort.js';
import type { RoomRequest } from './request.js';
import { openRoom, type RoomCallbacks } from './retry.js';

/** Milliseconds of loading after which visitors are offered a link to the room. */
const SLOW_AFTER_MS = 8000;

/** Logs what went wrong for the developer of the page. The element tells visitors what they can do. */
const logForDeveloper = ({ message }: LivewebinarError): void =>
  console.warn(`livewebinar-room: ${message}`);

/** The element that a session belongs to. */
export interface SessionHost extends EventTarget {
  /** Settles when the element has been rendered. */
  readonly updateComplete: Promise<unknown>;
  requestUpdate(): void;
}

/** Why the visitor left the room: the key of the text that the placeholder shows. */
export type LeaveReason = 'left' | 'leftForTab' | 'leftForOtherTab';

/** Opens and closes the room of one element, holds its state and dispatches its events. */
export class Session {
  readonly #host: SessionHost;
  /** `undefined` in Safari before 17.4 and in jsdom, which do not support custom states. */
  readonly #states: CustomStateSet | undefined;
  readonly #createRequest: () => RoomRequest;
  state: RoomState = 'idle';
  /** The reason why the room is not open, in state `error`. */
  error: LivewebinarError | null = null;
  /** Whether opening takes so long that the element shows a message about it. */
  isSlow = false;
  /** Why the visitor left, until the room opens again. */
  leaveReason: LeaveReason | undefined;
  #willRetry = false;
  /** Aborting it closes the room, whether the room is opening or open. */
  #controller: AbortController | undefined;
  #waiting: { resolve: () => void; reject: (error: LivewebinarError) => void }[] = [];

  constructor(
    host: SessionHost,
    states: CustomStateSet | undefined,
    createRequest: () => RoomRequest,
  ) {
    this.#host = host;
    this.#states = states;
    this.#createRequest = createRequest;
    this.#showState();
  }

  /** Whether a room is open, opening, or failed to open. */
  get isActive(): boolean {
    return this.#controller !== undefined;
  }

  /**
   * Opens the room. If the session is active, closes the room first and opens it in a separate task.
   *
   * @param startsNow Whether an inactive session opens the room synchronously, without waiting for the
   *   element to be rendered.
   */
  open(startsNow: boolean): void {
    const isReload = this.isActive;
    this.#close();
    this.leaveReason = undefined;
    const { signal } = (this.#controller = new AbortController());
    const callbacks = this.#createCallbacks(signal);
    this.#setState('loading');
    const start = () => {
      try {
        openRoom(this.#createRequest(), callbacks, signal);
      } catch (error) {
        this.fail(error);
      }
    };
    // In a separate task, so that several changes reopen the room only once.
    if (isReload) runAfter(0, signal, start);
    else if (startsNow) start();
    else void this.#host.updateComplete.then(start, (error: unknown) => this.fail(error));
  }

  /** Closes the room and returns to `idle`. */
  end(): void {
    this.#close();
    const reason = new LivewebinarError('aborted', 'The room was closed before it was open.');
    for (const { reject } of this.#waiting.splice(0)) reject(reason);
    this.#setState('idle');
  }

  /** Closes the room because the visitor leaves it. */
  leave(reason: LeaveReason): void {
    if (this.state !== 'idle') this.leaveReason = reason;
    this.end();
  }

  /** Closes the room because of an invalid option or an unexpected error, such as one in rendering. */
  fail(cause: unknown): void {
    // The session stays active, so that only a changed option or the visitor reopens the room.
    (this.#controller ??= new AbortController()).abort();
    const error =
      cause instanceof LivewebinarError
        ? cause
        : new LivewebinarError(
            'invalid-option',
            'The room could not be shown. Check the values of its properties; `cause` has the reason.',
            { cause },
          );
    for (const { reject } of this.#waiting.splice(0)) reject(error);
    const isKnown = this.error?.message === error.message;
    this.#setState('error', error);
    // An error in rendering recurs in each update, so it is reported once.
    if (isKnown) return;
    logForDeveloper(error);
    this.emit(new LivewebinarErrorEvent(error, 1, false));
  }

  whenReady(): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.state === 'ready') resolve();
      else if (this.error && !this.#willRetry) reject(this.error);
      else this.#waiting.push({ resolve, reject });
    });
  }

  #createCallbacks(signal: AbortSignal): RoomCallbacks {
    return {
      loading: () => {
        this.isSlow = false;
        runAfter(SLOW_AFTER_MS, signal, () => {
          this.isSlow = true;
          this.#host.requestUpdate();
        });
        this.#setState('loading');
      },
      ready: () => {
        this.#setState('ready');
        if (signal.aborted) return;
        for (const { resolve } of this.#waiting.splice(0)) resolve();
        this.emit(new LivewebinarReadyEvent());
      },
      error: (error, attemptNumber, willRetry) => {
        this.#willRetry = willRetry;
        if (!willRetry) logForDeveloper(error);
        if (!willRetry || error.code === 'offline') this.#setState('error', error);
        if (signal.aborted) return;
        if (!willRetry) for (const { reject } of this.#waiting.splice(0)) reject(error);
        this.emit(new LivewebinarErrorEvent(error, attemptNumber, willRetry));
      },
    };
  }

  #close(): void {
    this.#controller?.abort();
    this.#controller = undefined;
  }

  #setState(state: RoomState, error: LivewebinarError | null = null): void {
    const previous = this.state;
    this.error = error;
    if (state === previous) return;
    this.state = state;
    this.#showState();
    this.#host.requestUpdate();
    this.emit(new LivewebinarStateChangeEvent(state, previous));
  }

  /**
   * Dispatches an event. If the page has replaced `dispatchEvent()` and it throws, the error is only
   * reported.
   */
  emit(event: Event): void {
    runSafely(() => this.#host.dispatchEvent(event));
  }

  #showState(): void {
    try {
      this.#states?.clear();
      this.#states?.add(this.state);
    } catch {
      // Chromium before 125 accepts only names that start with two dashes.
    }
  }
}
