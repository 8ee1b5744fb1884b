import type * as React from 'react';
import type { LivewebinarRoom } from '../livewebinar-room.js';
import type { RoomAttributes, RoomListeners, RoomProperties } from '../room-properties.js';

// The element in React 19's JSX, which sets properties and adds listeners such as `onlivewebinar-ready`.
// React 18 needs the wrapper.
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'livewebinar-room': RoomAttributes &
        Pick<RoomProperties, 'embedOptions'> &
        RoomListeners<'on'> &
        Omit<
          React.DetailedHTMLProps<React.HTMLAttributes<LivewebinarRoom>, LivewebinarRoom>,
          'onError'
        >;
    }
  }
}
