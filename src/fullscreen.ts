import type { LitElement, ReactiveController } from 'lit';
import { fillWindow } from './fill-window.js';

/** Full screen of one element: the browser's, or the whole window where the browser has none (iPhone). */
export class Fullscreen implements ReactiveController {
  readonly #host: LitElement;
  #stay: AbortController | undefined;
  #leaveWindow: (() => void) | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether the element has the screen, or fills the window. */
  get isOn(): boolean {
    return this.#leaveWindow !== undefined || this.#isNative;
  }

  get #isNative(): boolean {
    return this.#host.matches?.(':fullscreen') ?? false;
  }

  async toggle(): Promise<void> {
    if (this.#leaveWindow) this.#leaveWindow();
    else if (this.#isNative) await document.exitFullscreen();
    else {
      try {
        await this.#host.requestFullscreen();
      } catch {
        // No such method, or not allowed: a frame without the permission, no click before.
        this.#fillWindow();
      }
    }
  }

  hostConnected(): void {
    this.#stay = new AbortController();
    document.addEventListener('fullscreenchange', () => this.#host.requestUpdate(), this.#stay);
  }

  hostDisconnected(): void {
    this.#stay?.abort();
    this.#leaveWindow?.();
  }

  #fillWindow(): void {
    const host = this.#host;
    if (!host.isConnected || this.isOn) return;
    this.#leaveWindow = fillWindow(host, host.renderRoot.querySelector('section')!, () => {
      this.#leaveWindow = undefined;
      host.requestUpdate();
    });
    host.requestUpdate();
  }
}
