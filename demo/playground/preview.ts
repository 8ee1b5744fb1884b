import type {
  LivewebinarErrorEvent,
  LivewebinarRoom,
  LivewebinarStateChangeEvent,
  RoomState,
} from '../../src/index.js';
import { toCssText, type Appearance } from './appearance.js';
import type { RoomOptions } from './settings.js';

/** The service that the preview uses: the stand-in, or LiveWebinar. */
export type Source = 'stand-in' | 'vendor';

/** One event of the room in the preview. */
export interface LogEntry {
  /** Milliseconds since the room was put into the preview. */
  readonly at: number;
  readonly event: string;
  readonly detail: string;
  readonly isProblem: boolean;
}

/** What the preview shows. */
export interface PreviewRequest {
  readonly options: RoomOptions;
  readonly appearance: Appearance;
  /** Origin of the stand-in; without one, the room is LiveWebinar's own. */
  readonly standInOrigin: string | undefined;
  readonly fault: string;
}

/** Milliseconds that an attempt may take while a fault is shown. */
const FAULT_TIMEOUT_MS = 4000;

function applyAppearance(room: HTMLElement, { lang, style = {} }: Appearance): void {
  room.toggleAttribute('lang', lang !== undefined);
  if (lang) room.lang = lang;
  room.style.cssText = toCssText(style);
}

export interface PreviewListener {
  onState(state: RoomState): void;
  onLog(entry: LogEntry): void;
}

/** The room as visitors see it. Each change creates it again, as if the page had just been opened. */
export class Preview {
  readonly #stage: HTMLElement;
  readonly #listener: PreviewListener;
  #shown = new AbortController();
  #count = 0;

  constructor(stage: HTMLElement, listener: PreviewListener) {
    this.#stage = stage;
    this.#listener = listener;
  }

  /** Shows a room. A room of LiveWebinar opens on a click only, regardless of the options. */
  show({ options, appearance, standInOrigin, fault }: PreviewRequest): void {
    this.clear();
    const room = Object.assign(document.createElement('livewebinar-room'), options);
    applyAppearance(room, appearance);
    if (!standInOrigin) room.loading = 'click';
    else Object.assign(room, { embedOrigin: standInOrigin, roomOrigin: standInOrigin });
    if (standInOrigin && fault) {
      this.#count += 1;
      // The stand-in counts requests by room, so each look at a fault takes a room of its own.
      room.licenseKey = `${fault}-${Date.now().toString(36)}-${this.#count}`;
      room.timeout = FAULT_TIMEOUT_MS;
    }
    this.#listen(room);
    this.#stage.append(room);
  }

  /** Applies an appearance to the room that is shown, which stays open. */
  restyle(appearance: Appearance): void {
    const room = this.#stage.querySelector('livewebinar-room');
    if (room) applyAppearance(room, appearance);
  }

  /** Leaves the room and requests nothing more. */
  clear(): void {
    this.#shown.abort();
    this.#stage.replaceChildren();
    this.#listener.onState('idle');
  }

  #listen(room: LivewebinarRoom): void {
    this.#shown = new AbortController();
    const { signal } = this.#shown;
    const begin = performance.now();
    const log = (event: string, detail = '', isProblem = false) =>
      this.#listener.onLog({ at: performance.now() - begin, event, detail, isProblem });
    const onStateChange = ({ state, previousState }: LivewebinarStateChangeEvent) => {
      this.#listener.onState(state);
      log('statechange', `${previousState} → ${state}`, state === 'error');
    };
    const onError = ({ error, attempt, willRetry }: LivewebinarErrorEvent) => {
      const detail = `attempt ${attempt}: ${error.code}${willRetry ? ', tries again' : ''}`;
      log('error', detail, true);
    };
    room.addEventListener('livewebinar-statechange', onStateChange, { signal });
    room.addEventListener('livewebinar-ready', () => log('ready'), { signal });
    room.addEventListener('livewebinar-error', onError, { signal });
  }
}
