/**
 * Makes the page inert except for an element and its ancestors, across shadow roots and slots. Returns the
 * elements that were made inert, and the ancestors.
 */
function makePageInert(element: Element): { inertElements: HTMLElement[]; ancestors: Set<Node> } {
  const inertElements: HTMLElement[] = [];
  const ancestors = new Set<Node>();
  let node: Node = element;
  while (node.parentNode) {
    const parent: ParentNode = node.parentNode;
    for (const sibling of parent.children as HTMLCollectionOf<HTMLElement>) {
      // A dialog must not get the attribute: a modal dialog that opens later would be inert too.
      if (sibling === node || sibling.inert !== false || sibling.localName === 'dialog') continue;
      sibling.inert = true;
      inertElements.push(sibling);
    }
    node = (node as Element).assignedSlot ?? (parent as Partial<ShadowRoot>).host ?? parent;
    ancestors.add(node);
  }
  return { inertElements, ancestors };
}

/** Dialogs and popovers that Escape closes. Browsers that do not support popovers ignore the second selector. */
const CLOSABLE = ':is(dialog:modal, :popover-open:not([popover=manual]))';

/**
 * Makes the box of an element fill the viewport, for browsers without the Fullscreen API for elements. The
 * box moves to the top layer but not in the DOM tree, so its iframe is not reloaded. The page does not
 * scroll, and the rest of it is inert, except for modal dialogs and popovers that open later. A popover that
 * opens in a shadow root stays inert, because it cannot be observed. Escape exits, unless it is pressed in a
 * cross-origin iframe.
 *
 * @param onExit Called after the exit.
 * @returns A function that exits.
 */
export function fillWindow(host: Element, box: HTMLElement, onExit: () => void): () => void {
  const doc = host.ownerDocument;
  const listeners = new AbortController();
  const { style } = doc.documentElement;
  const { overflow } = style;
  const { activeElement } = host.getRootNode() as Document | ShadowRoot;
  const focused = host.matches(':focus-within') ? null : (activeElement as HTMLElement | null);
  const { inertElements, ancestors } = makePageInert(host);
  const exit = () => {
    listeners.abort();
    box.removeAttribute('popover');
    style.overflow = overflow;
    for (const element of inertElements) element.inert = false;
    focused?.focus();
    onExit();
  };
  const exitOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    // The composed path adds dialogs and popovers in shadow roots, which `querySelectorAll()` does not find.
    const layers = [...doc.querySelectorAll(CLOSABLE), ...(event.composedPath() as Element[])];
    if (layers.some((layer) => layer.matches?.(CLOSABLE) && !ancestors.has(layer))) return;
    // Otherwise, the same key press also closes a dialog or popover around the room.
    event.preventDefault();
    event.stopPropagation();
    exit();
  };
  const makeOpenLayerInteractive = (event: ToggleEvent) => {
    const path = event.composedPath();
    for (const element of inertElements) {
      if (path.includes(element)) element.inert = event.newState !== 'open';
    }
  };
  // On the host, the listener runs before scripts that close a dialog around the room.
  for (const target of [host, doc.defaultView!]) {
    target.addEventListener('keydown', exitOnEscape as EventListener, listeners);
  }
  doc.addEventListener('beforetoggle', makeOpenLayerInteractive as EventListener, {
    capture: true,
    signal: listeners.signal,
  });
  style.overflow = 'hidden';
  // Sets the attribute, because browsers that do not support popovers do not reflect the property to it.
  box.setAttribute('popover', 'manual');
  box.showPopover?.();
  if (focused) box.focus();
  return exit;
}
