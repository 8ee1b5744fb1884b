import type { LitElement, ReactiveController } from 'lit';

/** Lets a visitor who works by keyboard go on where they were when what had the focus goes. */
export class FocusKeeper implements ReactiveController {
  readonly #host: LitElement;
  /** Had the focus, and may be about to go. */
  #focused: Element | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  get #panel(): HTMLElement | null {
    return this.#host.renderRoot?.querySelector('.panel') ?? null;
  }

  get #frame(): HTMLElement | null {
    const { shadowRoot } = this.#host;
    return (
      this.#host.querySelector('[slot=room] iframe') ?? shadowRoot?.querySelector('iframe') ?? null
    );
  }

  /** Focuses the panel: Safari does not focus a button that is clicked. */
  focusPanel(): void {
    this.#panel?.focus();
  }

  /** Has to be called before what may have the focus goes. */
  note(): void {
    if (this.#panel?.matches(':focus-within')) this.#focused = this.#panel;
    if (this.#frame?.matches(':focus')) this.#focused = this.#frame;
  }

  hostUpdate(): void {
    this.note();
  }

  hostUpdated(): void {
    if (this.#focused?.isConnected === false) {
      (this.#panel?.querySelector('button') ?? this.#panel ?? this.#frame)?.focus();
    }
    this.#focused = null;
  }
}
