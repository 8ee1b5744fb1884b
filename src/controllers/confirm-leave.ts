import type { Extra, ExtraHost } from '../gates/extra.js';

/** Lets the browser ask before the page is left while the room is open. */
export default class ConfirmLeave implements Extra {
  readonly #host: ExtraHost;

  constructor(host: ExtraHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const { state, confirmLeave } = this.#host;
    // A page with such a listener may not be kept for the back button, so there is none without an open room.
    this.#toggle(state === 'ready' && confirmLeave);
  }

  hostDisconnected(): void {
    this.#toggle(false);
  }

  #toggle(isActive: boolean): void {
    const win = this.#host.ownerDocument.defaultView;
    if (isActive) win?.addEventListener('beforeunload', this.#ask);
    else win?.removeEventListener('beforeunload', this.#ask);
  }

  readonly #ask = (event: BeforeUnloadEvent): void => {
    event.preventDefault();
    // Safari and older browsers only ask if it is set.
    event.returnValue = true;
  };
}
