import type { JSX as Solid } from 'solid-js';
import type { LivewebinarRoom } from '../livewebinar-room.js';
import type { RoomAttributes, RoomListeners, RoomProperties } from '../room-properties.js';

// The tag in the JSX of Solid, where properties that are no attributes are written `prop:embedOptions`.
declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'livewebinar-room': RoomAttributes &
        RoomListeners<'on:'> & { 'prop:embedOptions'?: RoomProperties['embedOptions'] } & Omit<
          Solid.HTMLAttributes<LivewebinarRoom>,
          keyof RoomAttributes
        >;
    }
  }
}
