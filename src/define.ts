import { LivewebinarRoom } from './livewebinar-room.js';

declare global {
  interface HTMLElementTagNameMap {
    'livewebinar-room': LivewebinarRoom;
  }
}

const registered = customElements.get('livewebinar-room');

if (!registered) {
  customElements.define('livewebinar-room', LivewebinarRoom);
} else if (registered !== LivewebinarRoom) {
  console.warn(
    'livewebinar-room: another copy of this package has already registered the tag. Load the package once.',
  );
}
