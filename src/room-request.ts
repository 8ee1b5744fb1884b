import type { LivewebinarRoom } from './livewebinar-room.js';
import type { RoomRequest } from './session/attempt.js';
import { toHttpUrl } from './url/http-url.js';
import { OPTIONS, type EmbedOptions } from './url/options.js';

/** The picture that an element has, if its address can be one; otherwise ''. */
export const avatarOf = ({ avatarUrl }: LivewebinarRoom): string =>
  // Most have none; an address that fails to parse takes long.
  avatarUrl && toHttpUrl(avatarUrl) ? avatarUrl : '';

/** Which room an element asks for, and as whom. */
export function roomOf(element: LivewebinarRoom): EmbedOptions {
  const { embedOrigin, embedOptions } = element;
  const room: EmbedOptions = { licenseKey: '', embedOrigin, embedOptions };
  for (const { name } of OPTIONS) room[name] = element[name];
  return { ...room, avatarUrl: avatarOf(element) };
}

/** Everything it takes to open the room of an element that has been rendered. */
export function requestOf(element: LivewebinarRoom, label: string): RoomRequest {
  const { mode, loading, isolated, roomOrigin, allow, nonce, timeout } = element;
  return {
    host: element,
    stage: element.renderRoot.querySelector<HTMLElement>('[part=stage]')!,
    mode,
    loading,
    isolated,
    room: roomOf(element),
    roomOrigin,
    label,
    allow,
    nonce: nonce || document.querySelector<HTMLElement>('script[nonce]')?.nonce || '',
    timeout,
  };
}
