import type { LitElement, ReactiveController } from 'lit';

/** The `width` and `height` options of the element, as CSS lengths. */
interface Size {
  readonly width?: string;
  readonly height?: string;
}

/** Called with each parent and sibling that can affect the size of the element. */
type Observe = (parent: Node, sibling: Node) => void;

/**
 * Returns a length for the element, or `''` for a percentage, which refers to the vendor's container, and for
 * a value of another type, which is rejected when the room opens.
 */
const toElementLength = (length: unknown) =>
  typeof length === 'string' && !length.includes('%') ? length : '';

const isElement = (node: Node): node is HTMLElement => node.nodeType === 1;

const readStyle = (element: HTMLElement, hasLayout: boolean) =>
  hasLayout ? getComputedStyle(element) : element.style;

function takesSpace(node: Node, hasLayout: boolean): boolean {
  if (!isElement(node)) return node.nodeType === 3 && /\S/.test(node.nodeValue!);
  const { display, position } = readStyle(node, hasLayout);
  return (
    display !== 'none' &&
    !/absolute|fixed/.test(position) &&
    // Before layout, the computed style is unknown. In Chromium, `display` of a noscript is always `inline`.
    !node.matches('script, style, template, noscript')
  );
}

/**
 * Sizes the element where the shared style sheet cannot: by its `width` and `height`, and to the height of
 * its parent if nothing else takes up space there. CSS of the page takes precedence.
 *
 * Computed style is read at the start of a frame. Reading it in each update would take seconds with many
 * rooms. Changing sizes while ResizeObservers are called back makes browsers fire an error event.
 */
export class SizeController implements ReactiveController {
  readonly #host: LitElement;
  readonly #readSize: () => Size;
  #sheet: CSSStyleSheet | undefined;
  /** The declarations in the style sheet. */
  #css = '';
  #disconnect: (() => void) | undefined;

  constructor(host: LitElement, readSize: () => Size) {
    this.#host = host;
    this.#readSize = readSize;
    host.addController(this);
  }

  hostUpdated(): void {
    const { isConnected, shadowRoot, ownerDocument } = this.#host;
    const win = ownerDocument.defaultView;
    // jsdom has no ResizeObserver, and a document from `DOMParser` has no window.
    if (!isConnected || !shadowRoot?.adoptedStyleSheets || !win?.ResizeObserver) return;
    // The element is in a new place, which has no layout yet.
    if (!this.#disconnect) this.#resize(false);
    this.#disconnect?.();
    let frame = 0;
    const resizeInFrame = (observe?: Observe) => {
      frame ||= win.requestAnimationFrame(() => {
        frame = 0;
        this.#resize(true, observe);
      });
    };
    const resizes = new win.ResizeObserver(() => resizeInFrame());
    const mutations = new MutationObserver(() => this.hostUpdated());
    this.#disconnect = () => {
      resizes.disconnect();
      mutations.disconnect();
      win.cancelAnimationFrame(frame);
    };
    resizeInFrame((parent, sibling) => {
      mutations.observe(parent, { childList: true });
      if (isElement(sibling)) resizes.observe(sibling);
    });
  }

  hostDisconnected(): void {
    this.#disconnect?.();
    this.#disconnect = undefined;
  }

  #resize(hasLayout: boolean, observe?: Observe): void {
    const { width, height } = this.#readSize();
    const { maxHeight } = readStyle(this.#host, hasLayout);
    // Parsing drops values that are not lengths.
    const { style } = document.createElement('i');
    style.width = toElementLength(width);
    style.height = toElementLength(height);
    if (style.height) style.minHeight = '0';
    else if (this.#isAlone(hasLayout, observe)) style.height = '100%';
    else if (this.#host.matches(':only-child')) style.height = 'auto';
    // In CSS, a minimum overrides a maximum. Here, the page's maximum overrides the built-in minimum.
    if (/\d/.test(maxHeight)) style.minHeight ||= `min(var(--_min-height), ${maxHeight})`;
    this.#apply(style.cssText);
  }

  #apply(css: string): void {
    const { shadowRoot, ownerDocument } = this.#host;
    const sheets = shadowRoot!.adoptedStyleSheets;
    // Most rooms need no separate style sheet. When the element is adopted by another document, the list is replaced.
    if (css === this.#css && (!css || sheets.includes(this.#sheet!))) return;
    this.#css = css;
    if (!sheets.includes(this.#sheet!)) {
      this.#sheet = new ownerDocument.defaultView!.CSSStyleSheet();
      sheets.push(this.#sheet);
    }
    this.#sheet!.replaceSync(`:host{${css}}`);
  }

  /**
   * Returns whether nothing else takes up space in the parent, or in the next ancestor if the parent has
   * `display: contents`. Calls back with each node that can change the result, up to the first sibling that
   * takes up space.
   */
  #isAlone(hasLayout: boolean, observe?: Observe): boolean {
    let node: Node = this.#host;
    let slot: HTMLSlotElement | null;
    do {
      slot = (node as Element).assignedSlot;
      const parent: Node = node.parentNode!;
      for (const sibling of slot?.assignedNodes() ?? parent.childNodes) {
        observe?.(parent, sibling);
        if (sibling !== node && takesSpace(sibling, hasLayout)) return false;
      }
      node = slot ?? parent;
    } while (
      node === slot ||
      (isElement(node) && readStyle(node, hasLayout).display === 'contents')
    );
    return true;
  }
}
