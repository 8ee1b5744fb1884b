import { EMBED_ORIGIN, ROOM_ORIGIN } from '../../url/vendor-constants.js';
import type { Page, RoomElement } from './read-page.js';

/** The settings of a room of the page. */
export interface ExaminedRoom {
  readonly mode: 'script' | 'iframe';
  readonly embedOrigin: string;
  readonly roomOrigin: string;
  /** The element; `undefined` if the markup has none, so that a script has to create it. */
  readonly element?: RoomElement;
}

const readOrigin = (value: string | undefined, fallback: string) =>
  value && URL.canParse(value) ? new URL(value).origin : fallback;

/**
 * Reads the settings of the rooms of a page. If the markup has no element, a room with the defaults is
 * assumed.
 */
export function readRooms({ rooms }: Page): ExaminedRoom[] {
  if (rooms.length === 0)
    return [{ mode: 'script', embedOrigin: EMBED_ORIGIN, roomOrigin: ROOM_ORIGIN }];
  return rooms.map((element) => {
    const { attributes } = element;
    return {
      mode: attributes.mode === 'iframe' ? 'iframe' : 'script',
      embedOrigin: readOrigin(attributes['embed-origin'], EMBED_ORIGIN),
      roomOrigin: readOrigin(attributes['room-origin'], ROOM_ORIGIN),
      element,
    };
  });
}
