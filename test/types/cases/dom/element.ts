import 'livewebinar-room';
import { LivewebinarError, buildRoomUrl, parseRoomPath } from 'livewebinar-room/url';
import type { LivewebinarRoom } from 'livewebinar-room/element';

const room = document.createElement('livewebinar-room');
const same: LivewebinarRoom = room;
document.querySelector('livewebinar-room')?.reload();

room.mode = 'iframe';
Object.assign(room, parseRoomPath(location.href));
room.addEventListener('livewebinar-error', ({ error, attempt, willRetry }) => {
  const code: LivewebinarError['code'] = error.code;
  console.log(code, attempt.toFixed(), willRetry, same.state === 'error');
});
room.addEventListener('click', ({ clientX }) => console.log(clientX.toFixed()));
buildRoomUrl({ licenseKey: '123-123-123' });

// @ts-expect-error No such mode.
room.mode = 'popup';
// @ts-expect-error Text for a number.
room.timeout = '5000';
// @ts-expect-error Read-only.
room.state = 'ready';
// @ts-expect-error The ready event has no error.
room.addEventListener('livewebinar-ready', ({ error }) => console.log(error));
// @ts-expect-error No such name.
buildRoomUrl({ licenceKey: '123-123-123' });
