/** Whether a page of another origin frames this page, directly or further up. */
export function isInForeignFrame(): boolean {
  try {
    for (let view: Window = window; view !== view.parent; view = view.parent) {
      if (view.parent.origin !== window.origin) return true;
    }
    return false;
  } catch {
    // Browsers throw if a page reads from one of another origin.
    return true;
  }
}
