import { LivewebinarRoom } from '../../src/livewebinar-room.js';
import { findStandIn } from './stand-in.js';
import { addCopyButtons } from './copy-buttons.js';

addCopyButtons();
const standIn = await findStandIn();

/** Origin of the stand-in; empty if there is none. */
export const standInOrigin = standIn?.origin ?? '';

/** The element of the demos. Its rooms are those of the stand-in unless the page sets another origin. */
class StandInRoom extends LivewebinarRoom {
  constructor() {
    super();
    this.embedOrigin = this.roomOrigin = standInOrigin;
  }
}

if (standIn) {
  LivewebinarRoom.allowOrigins(standInOrigin);
  customElements.define('livewebinar-room', StandInRoom);
} else {
  const note = document.createElement('p');
  note.className = 'note';
  note.textContent =
    'This demo needs a service worker, which this browser or this page does not allow.';
  document.querySelector('h1')?.after(note);
}
