import { isServer as isNode, type LitElement, type ReactiveController } from 'lit';

/** Whether a server renders. jsdom and happy-dom run in Node as well, where Lit's own `isServer` is true. */
export const isServer = isNode && !globalThis.document?.documentElement;

/**
 * Tells whether the current rendering has to equal the server's markup: on a server, and for the first
 * rendering in a browser that hydrates it. Such a rendering must not depend on the page.
 */
export class HydrationController implements ReactiveController {
  readonly #host: LitElement;
  #isServerMarkup: boolean;

  constructor(host: LitElement) {
    this.#host = host;
    // Before its first rendering, an element only has a shadow root if it came with the page.
    this.#isServerMarkup = isServer || host.shadowRoot !== null;
    host.addController(this);
  }

  get isServerMarkup(): boolean {
    return this.#isServerMarkup;
  }

  hostUpdated(): void {
    if (!this.#isServerMarkup) return;
    this.#isServerMarkup = false;
    queueMicrotask(() => this.#host.requestUpdate());
  }
}
