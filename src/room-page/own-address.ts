import { toHttpUrl } from '../url/check.js';
import type { RoomLink } from '../url/index.js';

/** The path before the room token: what the tag says, or else where the page's folder is. */
export const readBase = (room: HTMLElement): string =>
  room.dataset.base ?? new URL(document.baseURI).pathname;

/** Leaves out an avatar that is no address of an image: the room opens without it. */
export function checkAvatar({ avatarUrl, ...link }: RoomLink): RoomLink {
  return avatarUrl && toHttpUrl(avatarUrl) ? { ...link, avatarUrl } : link;
}
