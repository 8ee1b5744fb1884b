import type { LivewebinarRoom } from 'livewebinar-room';
import 'livewebinar-room/types/solid';

export const right = (element: (room: LivewebinarRoom | null) => void) => (
  <livewebinar-room
    ref={element}
    license-key="123-123-123"
    mode="iframe"
    controls
    timeout={5000}
    when-hidden="leave"
    starts-at="2026-12-01T18:00:00+01:00"
    opens-before={30}
    ask-name="required"
    keep-awake
    prop:embedOptions={{ _disable_target_top: '1' }}
    class="room"
    on:livewebinar-ready={(event) => console.log(event.type)}
    on:livewebinar-error={({ error, willRetry }) => console.log(error.code, willRetry)}
    on:livewebinar-statechange={({ state }) => console.log(state === 'ready')}
    on:livewebinar-phasechange={({ phase }) => console.log(phase === 'live')}
  >
    <a href="/room">The room</a>
  </livewebinar-room>
);

// TypeScript lets unknown names with a dash pass in any JSX, for the sake of `data-…`.
export const wrong = [
  // @ts-expect-error A number for text.
  <livewebinar-room license-key={123} />,
  // @ts-expect-error No such mode.
  <livewebinar-room mode="popup" />,
  // @ts-expect-error No such value.
  <livewebinar-room when-hidden="close" />,
  // @ts-expect-error A number for a date.
  <livewebinar-room starts-at={1764234000} />,
  // @ts-expect-error The attribute is license-key.
  <livewebinar-room licenseKey="123-123-123" />,
  // @ts-expect-error Read-only.
  <livewebinar-room state="ready" />,
  // @ts-expect-error The ready event has no error.
  <livewebinar-room on:livewebinar-ready={(event) => console.log(event.error)} />,
  // @ts-expect-error No listener.
  <livewebinar-room on:livewebinar-error="report()" />,
];
