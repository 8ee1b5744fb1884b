import { isServer as isNode, type LitElement, type ReactiveController } from 'lit';

/** Whether a server renders. jsdom and happy-dom run in Node as well, where Lit's own `isServer` is true. */
export const isServer = isNode && !globalThis.document?.documentElement;

/**
 * Knows whether a rendering has to be the one a server makes: on a server, and for the first one of
 * a browser that takes it over. Neither may depend on the page around the element.
 */
export class Served implements ReactiveController {
  readonly #host: LitElement;
  #isNow: boolean;

  constructor(host: LitElement) {
    this.#host = host;
    // Before its first rendering an element has a shadow root only if it came with the page.
    this.#isNow = isServer || host.shadowRoot !== null;
    host.addController(this);
  }

  get isNow(): boolean {
    return this.#isNow;
  }

  hostUpdated(): void {
    if (!this.#isNow) return;
    this.#isNow = false;
    queueMicrotask(() => this.#host.requestUpdate());
  }
}
