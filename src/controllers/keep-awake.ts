import type { Extra, ExtraHost } from '../gates/extra-interface.js';

/** Holds a screen wake lock while the room is open and the page is visible. */
export default class KeepAwake implements Extra {
  readonly #host: ExtraHost;
  #lock: Promise<WakeLockSentinel | undefined> | undefined;

  constructor(host: ExtraHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.ownerDocument.addEventListener('visibilitychange', this.#update);
  }

  hostUpdated(): void {
    this.#update();
  }

  hostDisconnected(): void {
    this.#host.ownerDocument.removeEventListener('visibilitychange', this.#update);
    this.#release();
  }

  readonly #update = (): void => {
    const { state, keepAwake, ownerDocument } = this.#host;
    const isWanted = state === 'ready' && keepAwake && ownerDocument.visibilityState === 'visible';
    // Browsers release the lock when the page is hidden, so it has to be requested again afterwards.
    if (!isWanted) this.#release();
    // Without support, or if the request is refused, for example because the battery is low, there is no lock.
    else this.#lock ??= navigator.wakeLock?.request('screen').catch(() => undefined);
  };

  #release(): void {
    void this.#lock?.then((lock) => lock?.release());
    this.#lock = undefined;
  }
}
