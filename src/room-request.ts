import type { RoomRequest } from './session/request.js';
import { toHttpUrl } from './url/http-url.js';
import { OPTIONS, type EmbedOptions } from './url/options.js';
import { normalizeToken } from './url/token.js';
import { invalidOption } from './url/validate.js';

/** The properties of an element that describe its room. */
export interface RoomSettings extends Required<EmbedOptions> {
  readonly roomOrigin: string;
  readonly mode: 'script' | 'iframe';
  readonly loading: 'eager' | 'lazy' | 'click';
  readonly isolated: boolean;
  readonly whenHidden: 'stay' | 'leave';
  readonly timeout: number;
  readonly label: string;
  readonly allow: string;
  readonly startsAt: string;
}

/** Returns the URL of the visitor's avatar, or `''` if it is not an http(s) URL. */
export const readAvatarUrl = ({ avatarUrl }: RoomSettings): string =>
  // Most rooms have none, and parsing an invalid URL is slow.
  avatarUrl && typeof avatarUrl === 'string' && toHttpUrl(avatarUrl) ? avatarUrl : '';

/** Adds `px` to a number, as in `<iframe width="400">`, because the vendor expects a CSS length. */
const toLength = (size: string): string =>
  typeof size === 'string' && /^[\d.]+$/.test(size) ? `${size}px` : size;

/** Returns the options of the room that the element opens. */
export function readRoom(settings: RoomSettings): RoomRequest['room'] {
  const { embedOrigin, embedOptions, width, height } = settings;
  const room: EmbedOptions = { licenseKey: '' };
  for (const { name } of OPTIONS) {
    const value: unknown = settings[name];
    // Values of other types are rejected when the room opens.
    room[name] = typeof value === 'string' ? normalizeToken(name, value) : (value as string);
  }
  return {
    ...room,
    avatarUrl: readAvatarUrl(settings),
    width: toLength(width),
    height: toLength(height),
    embedOrigin,
    embedOptions: Object.fromEntries(
      Object.entries(embedOptions).map(([key, value]: [string, unknown]) => [
        key,
        typeof value === 'number' ? String(value) : (value as string),
      ]),
    ),
  };
}

/**
 * Returns a string that is equal for settings that open the same room for the same visitor. Nickname and
 * avatar are omitted: changing them never reopens a room.
 */
export function readIdentity(settings: RoomSettings): string {
  const { mode, isolated, roomOrigin } = settings;
  const { embedOptions = {}, ...room } = readRoom(settings);
  const participant = { ...room, nickname: '', avatarUrl: '' };
  try {
    return JSON.stringify([
      participant,
      Object.entries(embedOptions).sort(),
      mode,
      isolated,
      roomOrigin,
    ]);
  } catch {
    return ''; // Values that cannot be serialized are rejected when the room opens.
  }
}

/** Creates the request with which a session opens the room of an element. */
export function createRequest(
  host: HTMLElement & RoomSettings,
  getStage: () => Promise<HTMLElement>,
  defaultLabel: string,
): RoomRequest {
  const { embedOptions, mode, loading, whenHidden, isolated, roomOrigin, allow, nonce, timeout } =
    host;
  if (typeof embedOptions !== 'object') {
    throw invalidOption('embedOptions', "must be an object such as { _disable_target_top: '1' }");
  }
  const scriptWithNonce = host.ownerDocument.querySelector<HTMLElement>('script[nonce]');
  return {
    host,
    getStage,
    mode,
    loading,
    whenHidden,
    isolated,
    room: readRoom(host),
    roomOrigin,
    label: host.label || defaultLabel,
    allow,
    nonce: nonce || scriptWithNonce?.nonce || '',
    timeout,
    isBeforeStart: loading === 'eager' && Date.now() < Date.parse(host.startsAt),
  };
}
