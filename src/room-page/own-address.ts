/** The path before the room token: what the tag says, or else where the page's folder is. */
export const readBase = (room: HTMLElement): string =>
  room.dataset.base ?? new URL(document.baseURI).pathname;
