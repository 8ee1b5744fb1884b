import type { Extra, ExtraContext, ExtraHost } from '../gates/extra-interface.js';

const CHECK_INTERVAL_MS = 250;
const LEAVE_AFTER_MS = 1000;

/** Leaves the room when the element has not been rendered for a second, as in a closed dialog. */
export default class WhenHidden implements Extra {
  readonly #host: ExtraHost;
  readonly #context: ExtraContext;
  #timer: ReturnType<typeof setInterval> | undefined;
  #hiddenSince: number | undefined;

  constructor(host: ExtraHost, context: ExtraContext) {
    this.#host = host;
    this.#context = context;
    host.addController(this);
  }

  hostUpdated(): void {
    const { state, whenHidden } = this.#host;
    if (state === 'idle' || whenHidden !== 'leave') this.#stop();
    // No observer covers every way to hide an element.
    else this.#timer ??= setInterval(() => this.#check(), CHECK_INTERVAL_MS);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#hiddenSince = undefined;
  }

  #check(): void {
    const isRendered = this.#host.checkVisibility?.() ?? this.#host.getClientRects().length > 0;
    this.#hiddenSince = isRendered ? undefined : (this.#hiddenSince ?? Date.now());
    if (this.#hiddenSince && Date.now() - this.#hiddenSince >= LEAVE_AFTER_MS) {
      this.#context.leave('left');
    }
  }
}
