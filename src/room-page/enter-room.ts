import { buildHeadLinks, buildRoomPath, buildRoomUrl, parseRoomPath } from '../url/index.js';
import type { RoomLink } from '../url/index.js';
import { readBase } from './own-address.js';

/*
 * Reads the address and gives the room to the tag. A small file of its own: it asks for the vendor's
 * script while the element is still on its way, about when a snippet in the page would.
 */

const room = document.querySelector('livewebinar-room')!;
const base = readBase(room);
const setting = (name: string) => room.getAttribute(name) ?? '';

/** Prepares what the element is going to ask for, and a way in if the element does not come. */
function prepare(link: RoomLink): void {
  const roomOrigin = setting('room-origin');
  room.querySelector('a')!.href = buildRoomUrl(link, { origin: roomOrigin });
  if (/lazy|click/.test(setting('loading'))) return;
  const links = buildHeadLinks(
    { ...link, embedOrigin: setting('embed-origin') },
    {
      mode: setting('mode') as 'script' | 'iframe',
      isolated: room.hasAttribute('isolated'),
      roomOrigin,
    },
  );
  for (const attributes of links) {
    document.head.append(Object.assign(document.createElement('link'), attributes));
  }
}

/** Leaves in the address bar what every attendee may have. */
function hideTokens({ licenseKey, nickname = '', avatarUrl = '' }: RoomLink): void {
  const address = buildRoomPath({ licenseKey, nickname, avatarUrl }, { base });
  history.replaceState(history.state, '', address);
}

const address = parseRoomPath(location.href, { base });
// The page's own file is no room.
const link = address?.licenseKey.endsWith('.html') ? null : address;
document.documentElement.dataset.view = link ? 'room' : 'ask';
if (link) {
  Object.assign(room, link);
  if ('hideTokens' in room.dataset) hideTokens(link);
  try {
    prepare(link);
  } catch {
    // A setting that cannot work: the element says which.
  }
}
