import { isServer as isNode, type LitElement, type ReactiveController } from 'lit';

/**
 * Whether the code runs on a server. Lit's own `isServer` is also true in jsdom and happy-dom, which run in
 * Node.
 */
export const isServer = isNode && !globalThis.document?.documentElement;

/**
 * Tells whether the current rendering has to match the server's markup: on a server, and for the first
 * rendering during hydration. Such a rendering must not depend on the page.
 */
export class HydrationController implements ReactiveController {
  readonly #host: LitElement;
  #isServerMarkup: boolean;

  constructor(host: LitElement) {
    this.#host = host;
    // Before its first rendering, an element only has a shadow root if it is a declarative one.
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
