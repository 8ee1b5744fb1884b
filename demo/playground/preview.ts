import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import type {
  LivewebinarErrorEvent,
  LivewebinarRoom,
  LivewebinarStateChangeEvent,
  RoomState,
} from '../../src/index.js';
import type { RoomOptions } from './settings.js';

/** Whom the preview asks: the stand-in on this machine, or LiveWebinar. */
export type Source = 'stand-in' | 'vendor';

/** One thing that happened to the room in the preview. */
export interface LogEntry {
  /** Milliseconds since the room was put into the preview. */
  readonly at: number;
  readonly event: string;
  readonly detail: string;
  readonly isProblem: boolean;
}

/** Milliseconds an attempt may take where a fault is looked at: nobody wants to wait for a minute. */
const IMPATIENT = 4000;

/** Tells whether the stand-in answers. It runs on the machine of who works on a site, nowhere else. */
export async function findStandIn(): Promise<boolean> {
  // Asking a visitor's machine for it from a public page would be prying.
  if (!/^(localhost|127(\.\d+){3}|\[::1\])$/.test(location.hostname)) return false;
  try {
    const signal = AbortSignal.timeout(10_000);
    return (await fetch(`${STAND_IN_ORIGIN}/stand-in/avatar.svg`, { signal })).ok;
  } catch {
    return false;
  }
}

/** Hears what happens to the room. */
export interface PreviewListener {
  state(state: RoomState): void;
  log(entry: LogEntry): void;
}

/** The room as visitors would see it: put in anew for each change, as if the page had just been opened. */
export class Preview {
  readonly #stage: HTMLElement;
  readonly #listener: PreviewListener;
  #shown = new AbortController();
  #count = 0;

  constructor(stage: HTMLElement, listener: PreviewListener) {
    this.#stage = stage;
    this.#listener = listener;
  }

  /** Shows a room. LiveWebinar itself is asked on a click only, whatever the options say. */
  show(options: RoomOptions, source: Source, fault: string): void {
    this.clear();
    const room = Object.assign(document.createElement('livewebinar-room'), options);
    if (source === 'vendor') room.loading = 'click';
    else Object.assign(room, { embedOrigin: STAND_IN_ORIGIN, roomOrigin: STAND_IN_ORIGIN });
    if (source === 'stand-in' && fault) {
      this.#count += 1;
      // The stand-in counts by room, so each look at a fault is at a room of its own.
      room.licenseKey = `${fault}-${Date.now().toString(36)}-${this.#count}`;
      room.timeout = IMPATIENT;
    }
    this.#listen(room);
    this.#stage.append(room);
  }

  /** Leaves the room, and asks for nothing more. */
  clear(): void {
    this.#shown.abort();
    this.#stage.replaceChildren();
    this.#listener.state('idle');
  }

  #listen(room: LivewebinarRoom): void {
    this.#shown = new AbortController();
    const { signal } = this.#shown;
    const begin = performance.now();
    const log = (event: string, detail = '', isProblem = false) =>
      this.#listener.log({ at: performance.now() - begin, event, detail, isProblem });
    const onStateChange = ({ state, previousState }: LivewebinarStateChangeEvent) => {
      this.#listener.state(state);
      log('statechange', `${previousState} → ${state}`, state === 'error');
    };
    const onError = ({ error, attempt, willRetry }: LivewebinarErrorEvent) => {
      const words = `attempt ${attempt}: ${error.code}${willRetry ? ', tries again' : ''}`;
      log('error', words, true);
    };
    room.addEventListener('livewebinar-statechange', onStateChange, { signal });
    room.addEventListener('livewebinar-ready', () => log('ready'), { signal });
    room.addEventListener('livewebinar-error', onError, { signal });
  }
}
