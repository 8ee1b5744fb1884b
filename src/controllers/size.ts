import type { LitElement, ReactiveController } from 'lit';

/** The size in the options of the element, as CSS lengths. */
interface Size {
  readonly width?: string;
  readonly height?: string;
}

/** Elements that have no box whatever their style is. */
const INVISIBLE =
  'script, style, template, link, meta, noscript, [hidden], [type=hidden], dialog:not([open])';

/** Ignores percentages, which refer to the vendor's container and do not size the element. */
const toElementLength = (length = '') => (/%/.test(length) ? '' : length);

const isElement = (node: Node): node is HTMLElement => node.nodeType === 1;

const readStyle = (element: HTMLElement, hasLayout: boolean) =>
  hasLayout ? getComputedStyle(element) : element.style;

function takesSpace(node: Node, hasLayout: boolean): boolean {
  if (!isElement(node)) return node.nodeType === 3 && /\S/.test(node.nodeValue!);
  const { display, position } = readStyle(node, hasLayout);
  // Chromium computes `inline` for noscript.
  const isInvisible = display === 'none' || node.matches(hasLayout ? 'noscript' : INVISIBLE);
  return !isInvisible && !/absolute|fixed/.test(position);
}

/**
 * Sizes the element where the shared style sheet cannot: by its `width` and `height`, and to the height of
 * its parent if nothing else takes up space there. CSS of the page takes precedence.
 *
 * Computed style is read only after layout. Reading it earlier would take seconds with many rooms.
 */
export class SizeController implements ReactiveController {
  readonly #host: LitElement;
  readonly #readSize: () => Size;
  #sheet: CSSStyleSheet | undefined;
  /** The declarations in the style sheet. */
  #css = '';
  #resizes: ResizeObserver | undefined;
  #mutations: MutationObserver | undefined;

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
    this.hostDisconnected();
    this.#resizes = new win.ResizeObserver(() => this.#resize(true));
    this.#mutations = new MutationObserver(() => this.hostUpdated());
    this.#resize(false);
    // The size of the observed element is constant, so this only calls back after the next layout.
    this.#resizes.observe(shadowRoot.querySelector('.status')!);
  }

  hostDisconnected(): void {
    this.#resizes?.disconnect();
    this.#mutations?.disconnect();
  }

  #resize(hasLayout: boolean): void {
    const { width, height } = this.#readSize();
    const { maxHeight } = readStyle(this.#host, hasLayout);
    // Parsing drops values that are not lengths.
    const { style } = document.createElement('i');
    style.width = toElementLength(width);
    style.height = toElementLength(height);
    if (style.height) style.minHeight = '0';
    else if (this.#isAlone(hasLayout)) style.height = '100%';
    else if (this.#host.matches(':only-child')) style.height = 'auto';
    // In CSS, a minimum overrides a maximum. Here, the page's maximum overrides the built-in minimum.
    if (/\d/.test(maxHeight)) style.minHeight ||= `min(var(--_min-height), ${maxHeight})`;
    this.#apply(style.cssText);
  }

  #apply(css: string): void {
    const { shadowRoot, ownerDocument } = this.#host;
    const sheets = shadowRoot!.adoptedStyleSheets;
    // Most rooms need no separate style sheet. One from another document is no longer in the list.
    if (css === this.#css && (!css || sheets.includes(this.#sheet!))) return;
    this.#css = css;
    if (!sheets.includes(this.#sheet!)) {
      this.#sheet = new ownerDocument.defaultView!.CSSStyleSheet();
      sheets.push(this.#sheet);
    }
    this.#sheet!.replaceSync(`:host{${css}}`);
  }

  /**
   * Returns whether nothing else takes up space in the parent or in the ancestors without a box. Before
   * layout, also observes what can change that, up to the first sibling that takes up space.
   */
  #isAlone(hasLayout: boolean): boolean {
    let node: Node = this.#host;
    let slot: HTMLSlotElement | null;
    do {
      slot = (node as Element).assignedSlot;
      const parent: Node = node.parentNode!;
      if (!hasLayout) this.#mutations!.observe(parent, { childList: true });
      for (const sibling of slot?.assignedNodes() ?? parent.childNodes) {
        if (sibling === node) continue;
        if (!hasLayout && isElement(sibling)) this.#resizes!.observe(sibling);
        if (takesSpace(sibling, hasLayout)) return false;
      }
      node = slot ?? parent;
    } while (
      node === slot ||
      (isElement(node) && readStyle(node, hasLayout).display === 'contents')
    );
    return true;
  }
}
