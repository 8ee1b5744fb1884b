import { LivewebinarRoom } from './livewebinar-room.js';

declare global {
  interface HTMLElementTagNameMap {
    'livewebinar-room': LivewebinarRoom;
  }
}

if (!customElements.get('livewebinar-room')) {
  customElements.define('livewebinar-room', LivewebinarRoom);
}
