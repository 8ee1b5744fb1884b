import { LivewebinarRoom } from 'livewebinar-room/element';
import { buildRoomUrl } from 'livewebinar-room/url';
console.log('nothing of either is used');
