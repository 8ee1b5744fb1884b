import { useRef, useState } from 'react';
import {
  LivewebinarRoom,
  type LivewebinarRoomElement,
  type LivewebinarRoomProps,
} from 'livewebinar-room/react';

const shared: LivewebinarRoomProps = { mode: 'iframe', embedOptions: { _disable_target_top: '1' } };

export function Right({ name }: { name?: string }) {
  const room = useRef<LivewebinarRoomElement>(null);
  const [code, setCode] = useState('');
  return (
    <LivewebinarRoom
      {...shared}
      ref={room}
      licenseKey="123-123-123"
      nickname={name}
      controls
      timeout={5000}
      whenHidden="leave"
      startsAt="2026-12-01T18:00:00+01:00"
      opensBefore={30}
      askName="required"
      keepAwake
      className="room"
      style={{ height: '30rem' }}
      data-code={code}
      onReady={() => room.current?.toggleFullscreen()}
      onError={(event) => setCode(event.willRetry ? '' : event.error.code)}
      onStateChange={({ state, previousState }) => console.log(state, previousState)}
      onPhaseChange={({ phase }) => console.log(phase === 'live')}
      onClick={(event) => console.log(event.clientX)}
    >
      <a href="/room">The room</a>
    </LivewebinarRoom>
  );
}

export const wrong = [
  // @ts-expect-error A number for text.
  <LivewebinarRoom licenseKey={123} />,
  // @ts-expect-error No such mode.
  <LivewebinarRoom mode="popup" />,
  // @ts-expect-error No such value.
  <LivewebinarRoom whenHidden="close" />,
  // @ts-expect-error A number for a date.
  <LivewebinarRoom startsAt={1764234000} />,
  // @ts-expect-error No such option.
  <LivewebinarRoom licenceKey="123-123-123" />,
  // @ts-expect-error Read-only.
  <LivewebinarRoom state="ready" />,
  // @ts-expect-error A method is no option.
  <LivewebinarRoom reload={() => {}} />,
  // @ts-expect-error The ready event has no error.
  <LivewebinarRoom onReady={(event) => console.log(event.error)} />,
  // @ts-expect-error No such event.
  <LivewebinarRoom onOpen={() => {}} />,
];
