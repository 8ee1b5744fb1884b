import type { LitElement, ReactiveController } from 'lit';

/**
 * Toggles fullscreen for one element. In browsers without the Fullscreen API for elements (iPhone), or if a
 * request is denied, the element fills the viewport.
 */
export class FullscreenController implements ReactiveController {
  readonly #host: LitElement;
  #connection: AbortController | undefined;
  /** Ends filling the viewport; `undefined` unless the element fills it. */
  #exitFilledWindow: (() => void) | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether the element is in fullscreen or fills the viewport. */
  get isActive(): boolean {
    return this.#exitFilledWindow !== undefined || this.#isNative;
  }

  get #isNative(): boolean {
    return this.#host.matches?.(':fullscreen') ?? false;
  }

  async toggle(): Promise<void> {
    if (this.#exitFilledWindow) this.#exitFilledWindow();
    else if (this.#isNative) await this.#host.ownerDocument.exitFullscreen();
    else {
      try {
        await this.#host.requestFullscreen();
      } catch {
        // Not supported, denied to this iframe, or called without user activation.
        await this.#fillWindow();
      }
    }
  }

  hostConnected(): void {
    this.#connection = new AbortController();
    this.#host.ownerDocument.addEventListener(
      'fullscreenchange',
      () => this.#host.requestUpdate(),
      this.#connection,
    );
  }

  hostDisconnected(): void {
    this.#connection?.abort();
    this.#exitFilledWindow?.();
  }

  async #fillWindow(): Promise<void> {
    const host = this.#host;
    const file = await import('./fill-window.js').catch(() => undefined);
    if (!file || !host.isConnected || this.isActive) return;
    this.#exitFilledWindow = file.fillWindow(
      host,
      host.renderRoot.querySelector('section')!,
      () => {
        this.#exitFilledWindow = undefined;
        host.requestUpdate();
      },
    );
    host.requestUpdate();
  }
}
