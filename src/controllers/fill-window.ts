/**
 * Makes everything inert except the ancestors of an element, across shadow roots and slots. A modal
 * dialog of the page that opens later stays usable.
 *
 * @returns Undoes it.
 */
function coverPage(element: Element): () => void {
  const covered: HTMLElement[] = [];
  let node: Node = element;
  while (node.parentNode) {
    const parent: ParentNode = node.parentNode;
    for (const sibling of parent.children as HTMLCollectionOf<HTMLElement>) {
      // Dialogs are only inert if they are themselves marked so.
      if (sibling === node || sibling.inert !== false || sibling.localName === 'dialog') continue;
      sibling.inert = true;
      covered.push(sibling);
    }
    node = (node as Element).assignedSlot ?? (parent as Partial<ShadowRoot>).host ?? parent;
  }
  return () => {
    for (const sibling of covered) sibling.inert = false;
  };
}

/**
 * Lets the box of an element fill the window, for browsers without fullscreen for elements. The box
 * goes to the top layer without being moved in the tree, so its iframe is not reloaded. The page does
 * not scroll, and the rest of it is inert. Escape leaves, unless it is pressed in a cross-origin iframe.
 *
 * @param onLeave Called after leaving.
 * @returns Leaves.
 */
export function fillWindow(host: Element, box: HTMLElement, onLeave: () => void): () => void {
  const doc = host.ownerDocument;
  const win = doc.defaultView!;
  const { style } = doc.documentElement;
  const { overflow } = style;
  const { activeElement } = host.getRootNode() as Document | ShadowRoot;
  const focused = host.matches(':focus-within') ? null : (activeElement as HTMLElement | null);
  const uncoverPage = coverPage(host);
  const leave = () => {
    win.removeEventListener('keydown', leaveOnEscape);
    box.removeAttribute('popover');
    style.overflow = overflow;
    uncoverPage();
    focused?.focus();
    onLeave();
  };
  const leaveOnEscape = (event: KeyboardEvent) => {
    const isBelowDialog = [...doc.querySelectorAll('dialog:modal')].some((dialog) => {
      return !dialog.contains(host);
    });
    if (event.key !== 'Escape' || event.defaultPrevented || isBelowDialog) return;
    // Otherwise the same key closes a dialog or popover around the room.
    event.preventDefault();
    leave();
  };
  win.addEventListener('keydown', leaveOnEscape);
  style.overflow = 'hidden';
  // The attribute, because it also carries the style in browsers without popovers.
  box.setAttribute('popover', 'manual');
  box.showPopover?.();
  if (focused) box.focus();
  return leave;
}
