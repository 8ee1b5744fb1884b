import { LivewebinarRoom, type LivewebinarRoomElement } from 'livewebinar-room/react';
import { useRef } from 'react';

export function Uses() {
  const room = useRef<LivewebinarRoomElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <LivewebinarRoom ref={room} licenseKey="1" isolated timeout={5000} className="room" />
      <LivewebinarRoom mode="iframe" onError={({ error, willRetry }) => [error.code, willRetry]} />
      <LivewebinarRoom licenseKey={5} /> {/* wrong */}
      <LivewebinarRoom licensekey="1" /> {/* wrong */}
      <LivewebinarRoom mode="popup" /> {/* wrong */}
      <LivewebinarRoom state="ready" /> {/* wrong */}
      <LivewebinarRoom onReady={(event: MouseEvent) => event.x} /> {/* wrong */}
      <LivewebinarRoom onError={({ code }) => code} /> {/* wrong */}
      <LivewebinarRoom ref={button} /> {/* wrong */}
    </>
  );
}
