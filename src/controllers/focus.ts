import type { LitElement, ReactiveController } from 'lit';

/** Moves the focus when the focused element is removed, so that keyboard users do not lose their place. */
export class FocusController implements ReactiveController {
  readonly #host: LitElement;
  /** The panel or the iframe that contains the focus. The next update may remove it. */
  #focused: Element | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  get #panel(): HTMLElement | null {
    return this.#host.renderRoot?.querySelector('.panel') ?? null;
  }

  get #iframe(): HTMLElement | null {
    return (
      this.#host.querySelector('[slot=room] iframe') ??
      this.#host.shadowRoot?.querySelector('iframe') ??
      null
    );
  }

  /** Focuses the panel, because Safari does not focus a button on click. */
  focusPanel(): void {
    this.#panel?.focus();
  }

  /** Remembers whether the panel or the iframe contains the focus. Call it before an update that may remove them. */
  capture(): void {
    if (this.#panel?.matches(':focus-within')) this.#focused = this.#panel;
    const iframe = this.#iframe;
    // `:focus` does not match in Chromium while the focus is inside the iframe.
    const { activeElement } = (iframe?.getRootNode() ?? {}) as Partial<DocumentOrShadowRoot>;
    if (iframe && activeElement === iframe) this.#focused = iframe;
  }

  hostUpdate(): void {
    this.capture();
  }

  hostUpdated(): void {
    if (this.#focused?.isConnected === false) {
      (
        this.#panel?.querySelector<HTMLElement>('button, a') ??
        this.#panel ??
        this.#iframe
      )?.focus();
    }
    this.#focused = null;
  }
}
