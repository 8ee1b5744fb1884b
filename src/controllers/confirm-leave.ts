import type { Extra, ExtraHost } from '../gates/extra-interface.js';

/** While the room is open, makes the browser ask visitors to confirm that they want to leave the page. */
export default class ConfirmLeave implements Extra {
  readonly #host: ExtraHost;

  constructor(host: ExtraHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const { state, confirmLeave } = this.#host;
    // A `beforeunload` listener can make the page ineligible for the back/forward cache, so it exists only
    // while the room is open.
    this.#toggleListener(state === 'ready' && confirmLeave);
  }

  hostDisconnected(): void {
    this.#toggleListener(false);
  }

  #toggleListener(isActive: boolean): void {
    const win = this.#host.ownerDocument.defaultView;
    if (isActive) win?.addEventListener('beforeunload', this.#askToConfirm);
    else win?.removeEventListener('beforeunload', this.#askToConfirm);
  }

  readonly #askToConfirm = (event: BeforeUnloadEvent): void => {
    event.preventDefault();
    // Safari and older browsers require `returnValue`.
    event.returnValue = true;
  };
}
