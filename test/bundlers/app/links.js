import { buildRoomUrl } from 'livewebinar-room/url';
console.log(buildRoomUrl({ licenseKey: '123-123-123' }));
