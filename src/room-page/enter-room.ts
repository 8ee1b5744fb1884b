import { buildHeadLinks, buildRoomUrl, type RoomLink } from '../url/index.js';
import { readBasePath } from './base-path.js';
import { isInForeignFrame } from './foreign-frame.js';
import { buildOwnRoomUrl, isOwnFolder, readOwnRoom, type OwnRoom } from './own-room-url.js';
import { translatePage } from './translate-page.js';

/*
 * Reads the room from the page's URL and passes it to the element. This file is small and separate, so that it
 * can preload the vendor's scripts while the element is still loading.
 */

const root = document.documentElement;
const room = document.querySelector('livewebinar-room')!;
const readSetting = (name: string) => room.getAttribute(name) ?? '';

const url = new URL(location.href);
const folder = new URL(document.baseURI).pathname;
const base = readBasePath(room);
const ownRoom = readOwnRoom(url, base, folder);
const isRefused = !('allowFraming' in room.dataset) && isInForeignFrame();
const hasBase = document.querySelector('base') !== null;
const view = !hasBase ? 'owner' : isRefused ? 'framed' : ownRoom ? 'room' : 'ask';

/** Preloads the scripts that the element is going to request, or connects to the origin of the room. */
function preload(link: RoomLink): void {
  // With one of these attributes, the element may request the scripts later or never.
  if (room.matches('[loading=lazy],[loading=click],[starts-at],[ends-at],[ask-name],[exclusive]'))
    return;
  const links = buildHeadLinks(
    { ...link, embedOrigin: readSetting('embed-origin') },
    {
      mode: readSetting('mode') as 'script' | 'iframe',
      isolated: room.hasAttribute('isolated'),
      roomOrigin: readSetting('room-origin'),
    },
  );
  for (const attributes of links) {
    document.head.append(Object.assign(document.createElement('link'), attributes));
  }
}

/** Removes tokens and the e-mail address from the address bar, so that visitors do not share them. */
function hideTokens({ link, isInHash }: OwnRoom): void {
  const { licenseKey, nickname = '', avatarUrl = '' } = link;
  const shared = { link: { licenseKey, nickname, avatarUrl }, isInHash };
  history.replaceState(history.state, '', buildOwnRoomUrl(shared, base));
}

function enterRoom(own: OwnRoom): void {
  Object.assign(room, own.link);
  if ('hideTokens' in room.dataset) hideTokens(own);
  try {
    // The link in the fallback content, in case the element does not load.
    room.querySelector('a')!.href = buildRoomUrl(own.link, { origin: readSetting('room-origin') });
    // A prerendered page may never be activated.
    if ((document as { prerendering?: boolean }).prerendering) {
      document.addEventListener('prerenderingchange', () => preload(own.link), { once: true });
    } else preload(own.link);
  } catch {
    // The element reports the invalid setting.
  }
}

function showView(): void {
  const heading = document.querySelector('h1')!;
  if (view === 'ask') document.title = heading.textContent;
  else heading.textContent = document.title = readSetting('label') || document.title;
  root.dataset.view = view;
  document.querySelector('main')!.hidden = view === 'owner';
}

for (const name of ['starts-at', 'ends-at']) {
  const time = readSetting(`data-${name}`);
  if (time) room.setAttribute(name, time);
}

const translated = translatePage();
if (view === 'room') {
  enterRoom(ownRoom!);
  showView();
}
if (view === 'framed') document.querySelector<HTMLAnchorElement>('#framed a')!.href = url.href;
if (view === 'ask') {
  const isUnknown = !isOwnFolder(url, folder) || url.hash !== '';
  document.querySelector<HTMLElement>('#unknown')!.hidden = !isUnknown;
  const { askForRoom } = await import('./ask-for-room.js');
  await translated;
  askForRoom(room, base);
}
await translated;
showView();
// If the hash changes, the page opens another room, unless the room is in the path.
if (!ownRoom || ownRoom.isInHash) window.addEventListener('hashchange', () => location.reload());
