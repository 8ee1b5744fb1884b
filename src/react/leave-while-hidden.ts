import React from 'react';
import type { LivewebinarRoom } from '../livewebinar-room.js';

/**
 * Leaves an open room when React hides the component without removing it, as `<Activity>` does, and
 * opens the room again when React shows the component. Uses an effect, because React also cleans up layout
 * effects while a `<Suspense>` around the room shows its fallback, and the call should continue then.
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
      // In a microtask, because StrictMode runs the cleanup and the effect in one task. A removed element leaves
      // the room itself.
      queueMicrotask(() => {
        if (isShown.current || !room.isConnected || room.state === 'idle') return;
        hasLeft.current = true;
        room.unload();
      });
    };
  }, [ref]);
}
