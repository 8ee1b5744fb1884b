import { buildRoomPath, parseRoomPath, type RoomLink } from '../url/index.js';

/** The room in a URL of this page. */
export interface OwnRoom {
  link: RoomLink;
  /** Whether the room is in the hash, as in `/room/#123-123-123`, and not in the path. */
  isInHash: boolean;
}

/** Returns whether a URL is the page's own folder or file, without a room. */
export const isOwnFolder = ({ pathname }: URL, folder: string): boolean =>
  [folder, folder.slice(0, -1), `${folder}index.html`].includes(pathname);

/**
 * Reads the room from a URL of this page. On hosts that only serve files, the hash contains what otherwise
 * follows the base: `/room/#123-123-123/abcxyz123?_nickname=Ada`.
 *
 * @param folder The path of the page's folder, with a slash at both ends.
 */
export function readOwnRoom(url: URL, base: string, folder: string): OwnRoom | null {
  const inPath = isOwnFolder(url, folder) ? null : parseRoomPath(url, { base });
  if (inPath) return { link: inPath, isInHash: false };
  const hash = url.hash.replace(/^#!?\/*/, '');
  const inHash = hash ? parseRoomPath(`${url.origin}/${hash}`, { base: '/' }) : null;
  return inHash && { link: inHash, isInHash: true };
}

/** Builds the URL at which this page opens a room. */
export const buildOwnRoomUrl = ({ link, isInHash }: OwnRoom, base: string): string =>
  isInHash
    ? new URL(`#${buildRoomPath(link, { base: '/' }).slice(1)}`, document.baseURI).href
    : buildRoomPath(link, { base });
