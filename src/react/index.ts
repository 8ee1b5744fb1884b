'use client';

import { createComponent } from '@lit/react';
import React from 'react';
import '../define.js';
import type {
  LivewebinarErrorEvent,
  LivewebinarReadyEvent,
  LivewebinarStateChangeEvent,
} from '../events.js';
import { LivewebinarRoom as RoomElement } from '../livewebinar-room.js';
import type { RoomProperties } from '../room-options.js';

/** Listeners of {@link LivewebinarRoom}. */
export interface LivewebinarRoomListeners {
  /** The room is there; once for each opening. */
  onReady?: ((event: LivewebinarReadyEvent) => void) | undefined;
  /** An attempt to open the room has failed; `event.willRetry` says whether another follows. */
  onError?: ((event: LivewebinarErrorEvent) => void) | undefined;
  /** `event.state` is what the room is now. */
  onStateChange?: ((event: LivewebinarStateChangeEvent) => void) | undefined;
}

/** The element behind the component, for a `ref`: `useRef<LivewebinarRoomElement>(null)`. */
export type LivewebinarRoomElement = RoomElement;

/** The element's properties and events, and whatever any HTML element takes. */
export type LivewebinarRoomProps = RoomProperties &
  LivewebinarRoomListeners &
  Omit<React.HTMLAttributes<RoomElement>, keyof RoomProperties | keyof LivewebinarRoomListeners>;

/**
 * `<livewebinar-room>` as a React component, for React 18 and 19.
 *
 * @example
 * const room = useRef<LivewebinarRoomElement>(null);
 *
 * <LivewebinarRoom ref={room} licenseKey="123-123-123" nickname="Ada" onReady={() => setOpen(true)} />;
 */
export const LivewebinarRoom = createComponent({
  // A server has no layout, and React 18 warns of every layout effect there.
  react: typeof document === 'undefined' ? { ...React, useLayoutEffect: () => {} } : React,
  tagName: 'livewebinar-room',
  elementClass: RoomElement,
  displayName: 'LivewebinarRoom',
  events: {
    onReady: 'livewebinar-ready',
    onError: 'livewebinar-error',
    onStateChange: 'livewebinar-statechange',
  },
}) as React.ForwardRefExoticComponent<LivewebinarRoomProps & React.RefAttributes<RoomElement>>;
