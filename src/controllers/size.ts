import type { LitElement, ReactiveController } from 'lit';

/** What the options of the element say about its size: CSS lengths. */
interface Size {
  readonly width?: string;
  readonly height?: string;
}

/** A percentage is a share of the vendor's container, and does not size the element. */
const toElementLength = (length = '') => (/%/.test(length) ? '' : length);

const isElement = (node: Node): node is Element => node.nodeType === 1;

function takesSpace(node: Node): boolean {
  if (!isElement(node)) return node.nodeType === 3 && /\S/.test(node.nodeValue!);
  const { display, position } = getComputedStyle(node);
  // Chromium computes `inline` for noscript.
  return display !== 'none' && node.localName !== 'noscript' && !/absolute|fixed/.test(position);
}

/**
 * Sizes the element where a shared style sheet cannot: by its `width` and `height`, and to the height
 * of its parent if nothing else takes up space there. CSS of the page wins over all of it.
 */
export class SizeController implements ReactiveController {
  readonly #host: LitElement;
  readonly #readSize: () => Size;
  #sheet: CSSStyleSheet | undefined;
  #resizes: ResizeObserver | undefined;
  #mutations: MutationObserver | undefined;

  constructor(host: LitElement, readSize: () => Size) {
    this.#host = host;
    this.#readSize = readSize;
    host.addController(this);
  }

  hostUpdate(): void {
    const { isConnected, shadowRoot, ownerDocument } = this.#host;
    const sheets = shadowRoot?.adoptedStyleSheets;
    const win = ownerDocument.defaultView;
    // jsdom has no ResizeObserver, and a document that `DOMParser` made has no window.
    if (!isConnected || !sheets || !win?.ResizeObserver) return;
    // A constructed sheet belongs to one document; the element may have come from another.
    if (!this.#sheet || !sheets.includes(this.#sheet)) {
      this.#sheet = new win.CSSStyleSheet();
      sheets.push(this.#sheet);
    }
    this.hostDisconnected();
    this.#resizes = new ResizeObserver(() => this.#resize(this.#isAlone()));
    this.#mutations = new MutationObserver(() => this.hostUpdate());
    this.#resize(this.#isAlone(this.#resizes, this.#mutations));
  }

  hostDisconnected(): void {
    this.#resizes?.disconnect();
    this.#mutations?.disconnect();
  }

  #resize(isAlone: boolean): void {
    const { width, height } = this.#readSize();
    // Drops whatever is not a length.
    const { style } = document.createElement('i');
    style.width = toElementLength(width);
    style.height = toElementLength(height);
    if (style.height) style.minHeight = '0';
    else style.height = isAlone ? '100%' : 'auto';
    // In CSS a minimum beats a maximum. Here the page's maximum beats the built-in minimum.
    const { maxHeight } = getComputedStyle(this.#host);
    if (maxHeight !== 'none') style.minHeight ||= `min(var(--_min-height), ${maxHeight})`;
    this.#sheet!.replaceSync(`:host{${style.cssText}}`);
  }

  /**
   * Whether nothing else takes up space in the parent, nor in those around it that have no box.
   * Observes what can change that, up to the first sibling that does.
   */
  #isAlone(resizes?: ResizeObserver, mutations?: MutationObserver): boolean {
    let node: Element = this.#host;
    do {
      const slot: HTMLSlotElement | null = node.assignedSlot;
      const parent: Node = node.parentNode!;
      mutations?.observe(parent, { childList: true });
      for (const sibling of slot?.assignedNodes() ?? parent.childNodes) {
        if (sibling === node) continue;
        if (isElement(sibling)) resizes?.observe(sibling);
        if (takesSpace(sibling)) return false;
      }
      node = slot ?? (parent as Element);
    } while (isElement(node) && getComputedStyle(node).display === 'contents');
    return true;
  }
}
