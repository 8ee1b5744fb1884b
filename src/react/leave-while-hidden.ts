import React from 'react';
import type { LivewebinarRoom } from '../livewebinar-room.js';

/**
 * Leaves an open room when React hides the component without removing it, as `<Activity>` does, and
 * opens the room again when React shows the component. An effect rather than a layout effect: those
 * also end while a `<Suspense>` around the room shows its fallback, which is no reason to drop a call.
 */
export function useLeaveWhileHidden(ref: React.RefObject<LivewebinarRoom | null>): void {
  const isShown = React.useRef(false);
  const hasLeft = React.useRef(false);
  React.useEffect(() => {
    const room = ref.current!;
    isShown.current = true;
    if (hasLeft.current) room.load();
    hasLeft.current = false;
    return () => {
      isShown.current = false;
      // Later, since StrictMode ends and restarts effects in one go, and a removed element leaves by itself.
      queueMicrotask(() => {
        if (isShown.current || !room.isConnected || room.state === 'idle') return;
        hasLeft.current = true;
        room.unload();
      });
    };
  }, [ref]);
}
