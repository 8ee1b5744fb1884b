import type { LitElement, ReactiveController } from 'lit';

/**
 * Makes everything inert but what an element is in, through shadow roots and slots, and keeps the
 * page from scrolling.
 *
 * @returns Undoes it.
 */
function coverPage(element: Element): () => void {
  const covered: HTMLElement[] = [];
  let node: Node = element;
  while (node.parentNode) {
    const parent: ParentNode = node.parentNode;
    for (const sibling of parent.children) {
      if (sibling === node || !(sibling instanceof HTMLElement) || sibling.inert) continue;
      sibling.inert = true;
      covered.push(sibling);
    }
    node = (node as Element).assignedSlot ?? (parent as Partial<ShadowRoot>).host ?? parent;
  }
  const { style } = document.documentElement;
  const { overflow } = style;
  style.overflow = 'hidden';
  return () => {
    for (const sibling of covered) sibling.inert = false;
    style.overflow = overflow;
  };
}

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
        if (this.#host.isConnected) this.#fillWindow();
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
    const box = this.#host.renderRoot.querySelector<HTMLElement>('.box')!;
    const before = this.#host.shadowRoot?.activeElement as HTMLElement | null;
    const uncoverPage = coverPage(this.#host);
    const run = new AbortController();
    this.#leaveWindow = () => {
      this.#leaveWindow = undefined;
      run.abort();
      uncoverPage();
      box.popover = null;
      before?.focus();
      this.#host.requestUpdate();
    };
    // The top layer: above everything, and not moved in the tree.
    box.popover = 'manual';
    box.showPopover?.();
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) this.#leaveWindow?.();
      },
      { signal: run.signal },
    );
    this.#host.requestUpdate();
  }
}
