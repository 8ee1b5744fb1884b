import type { JSX as Solid } from 'solid-js';
import type { LivewebinarRoom } from '../livewebinar-room.js';
import type { RoomAttributes, RoomListeners, RoomProperties } from '../room-properties.js';

// The element in Solid's JSX. A property without an attribute needs the prefix `prop:`.
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
