/** A document in a browser that may support prerendering. */
type PrerenderableDocument = Document & { readonly prerendering?: boolean };

/**
 * Returns whether a document is being prerendered. A room must not open in a page that may never be shown.
 *
 * @param onActivate Called once when the page is activated.
 */
export function isPrerendering(
  doc: PrerenderableDocument,
  signal: AbortSignal,
  onActivate: () => void,
): boolean {
  if (!doc.prerendering) return false;
  doc.addEventListener('prerenderingchange', onActivate, { once: true, signal });
  return true;
}
