/**
 * Makes everything inert but what an element is in, through shadow roots and slots.
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
  return () => {
    for (const sibling of covered) sibling.inert = false;
  };
}

/**
 * Lets the box of an element fill the window: full screen where the browser has none for elements.
 * It goes to the top layer and is not moved in the tree, so a frame in it stays as it is. The page
 * does not scroll, and the rest of it is inert. Escape leaves, unless the key was pressed in a frame
 * of another origin, which tells nobody.
 *
 * @param onLeave Called once it is left.
 * @returns Leaves.
 */
export function fillWindow(host: Element, box: HTMLElement, onLeave: () => void): () => void {
  const { style } = document.documentElement;
  const { overflow } = style;
  const { activeElement } = host.getRootNode() as Document | ShadowRoot;
  const before = host.matches(':focus-within') ? null : (activeElement as HTMLElement | null);
  const uncoverPage = coverPage(host);
  const leave = () => {
    window.removeEventListener('keydown', leaveOnEscape);
    box.removeAttribute('popover');
    style.overflow = overflow;
    uncoverPage();
    before?.focus();
    onLeave();
  };
  const leaveOnEscape = ({ key, defaultPrevented }: KeyboardEvent) => {
    if (key === 'Escape' && !defaultPrevented) leave();
  };
  window.addEventListener('keydown', leaveOnEscape);
  style.overflow = 'hidden';
  // The attribute, for it has the style of the box in browsers without popovers too.
  box.setAttribute('popover', 'manual');
  box.showPopover?.();
  if (before) box.focus();
  return leave;
}
