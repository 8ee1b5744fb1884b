import type * as Svelte from 'svelte/elements';
import type { LivewebinarRoom } from '../livewebinar-room.js';
import type { RoomAttributes, RoomListeners, RoomProperties } from '../room-properties.js';

// The element in Svelte's templates. Listeners start with `on` in Svelte 5 and with `on:` in Svelte 4.
declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'livewebinar-room': RoomAttributes &
      Pick<RoomProperties, 'embedOptions'> &
      RoomListeners<'on' | 'on:'> &
      Omit<Svelte.HTMLAttributes<LivewebinarRoom>, keyof RoomAttributes>;
  }
}
