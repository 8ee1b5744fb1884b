import type * as React from 'react';
import type { LivewebinarRoom } from '../livewebinar-room.js';
import type { RoomAttributes, RoomListeners, RoomProperties } from '../room-properties.js';

// The tag in the JSX of React 19, which sets properties and listens to `onlivewebinar-ready`. React 18 needs the wrapper.
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
