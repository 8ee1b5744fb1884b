/** Returns whether this page is in an iframe of a page with another origin, at any depth. */
export function isInForeignFrame(): boolean {
  try {
    for (let win: Window = window; win !== win.parent; win = win.parent) {
      if (win.parent.origin !== window.origin) return true;
    }
    return false;
  } catch {
    // Reading from a cross-origin window throws.
    return true;
  }
}
