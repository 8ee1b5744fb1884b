/** A document that a browser may load before the visitor follows the link to it. */
type PrerenderableDocument = Document & { readonly prerendering?: boolean };

/**
 * Returns whether a document is being prerendered. Nobody sees such a page, so no room may open in it.
 *
 * @param onActivate Called once when the visitor opens the page.
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
