/** Returns the path before the license key: `data-base` of the element, or the folder of the page. */
export function readBasePath(room: HTMLElement): string {
  const path = room.dataset.base ?? new URL(document.baseURI).pathname;
  return path.endsWith('/') ? path : `${path}/`;
}
