import type * as Preact from 'preact';
import type { LivewebinarRoom } from '../livewebinar-room.js';
import type { RoomAttributes, RoomListeners, RoomProperties } from '../room-properties.js';

// The element in Preact's JSX.
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'livewebinar-room': RoomAttributes &
        Pick<RoomProperties, 'embedOptions'> &
        RoomListeners<'on'> &
        Omit<Preact.HTMLAttributes<LivewebinarRoom>, keyof RoomAttributes>;
    }
  }
}
