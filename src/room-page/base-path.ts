/** Returns the path before the license key, with a trailing slash: `data-base` of the element, or the page's folder. */
export function readBasePath(room: HTMLElement): string {
  const path = room.dataset.base ?? new URL(document.baseURI).pathname;
  return path.endsWith('/') ? path : `${path}/`;
}
