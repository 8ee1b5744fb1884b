import 'livewebinar-room';

export const uses = (
  <>
    <livewebinar-room license-key="1" isolated timeout={5000} class="room" />
    <livewebinar-room mode="iframe" onlivewebinar-error={({ error }) => error.code} />
    <livewebinar-room license-key={5} /> {/* wrong */}
    <livewebinar-room nikname="Ada" /> {/* wrong */}
    <livewebinar-room mode="popup" /> {/* wrong */}
    <livewebinar-room onlivewebinar-ready={(event: MouseEvent) => event.x} /> {/* wrong */}
    <livewebinar-room onlivewebinar-error={({ code }) => code} /> {/* wrong */}
  </>
);
