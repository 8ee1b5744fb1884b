'use client';

import { createComponent } from '@lit/react';
import React from 'react';
import '../define.js';
import type {
  LivewebinarErrorEvent,
  LivewebinarPhaseChangeEvent,
  LivewebinarReadyEvent,
  LivewebinarStateChangeEvent,
} from '../events.js';
import { LivewebinarRoom as RoomElement } from '../livewebinar-room.js';
import type { RoomProperties } from '../room-properties.js';
import { useLeaveWhileHidden } from './leave-while-hidden.js';

/** Event handlers of {@link LivewebinarRoom}. */
export interface LivewebinarRoomListeners {
  /** Called each time the room has opened. */
  onReady?: ((event: LivewebinarReadyEvent) => void) | undefined;
  /** Called when an attempt to open the room has failed or an open room was lost; `event.willRetry` tells whether another attempt follows. */
  onError?: ((event: LivewebinarErrorEvent) => void) | undefined;
  /** Called when `state` has changed; `event.state` is the new one. */
  onStateChange?: ((event: LivewebinarStateChangeEvent) => void) | undefined;
  /** Called when the `phase` of a scheduled room has changed; `event.phase` is the new one. */
  onPhaseChange?: ((event: LivewebinarPhaseChangeEvent) => void) | undefined;
}

/** The element that a `ref` receives: `useRef<LivewebinarRoomElement>(null)`. */
export type LivewebinarRoomElement = RoomElement;

/** The element's properties, its events, and the props of every HTML element. */
export type LivewebinarRoomProps = RoomProperties &
  LivewebinarRoomListeners &
  Omit<React.HTMLAttributes<RoomElement>, keyof RoomProperties | keyof LivewebinarRoomListeners>;

const Room = createComponent({
  // On a server, React 18 warns about layout effects.
  react: typeof document === 'undefined' ? { ...React, useLayoutEffect: () => {} } : React,
  tagName: 'livewebinar-room',
  elementClass: RoomElement,
  events: {
    onReady: 'livewebinar-ready',
    onError: 'livewebinar-error',
    onStateChange: 'livewebinar-statechange',
    onPhaseChange: 'livewebinar-phasechange',
  },
}) as React.ForwardRefExoticComponent<LivewebinarRoomProps & React.RefAttributes<RoomElement>>;

/**
 * Renders `<livewebinar-room>`, in React 18 and 19.
 *
 * When an `<Activity>` hides it, as Next.js with `cacheComponents` hides the previous page, the wrapper leaves
 * the room, which stops camera and microphone. It opens the room again when the `<Activity>` is shown.
 *
 * @example
 * const room = useRef<LivewebinarRoomElement>(null);
 *
 * <LivewebinarRoom ref={room} licenseKey="123-123-123" nickname={user.name} onReady={() => setOpen(true)} />;
 */
export const LivewebinarRoom = React.forwardRef<RoomElement, LivewebinarRoomProps>((props, ref) => {
  const room = React.useRef<RoomElement>(null);
  React.useImperativeHandle(ref, () => room.current!, []);
  useLeaveWhileHidden(room);
  return React.createElement(Room, { ...props, ref: room });
});
LivewebinarRoom.displayName = 'LivewebinarRoom';
