// Has to come first: with it the element takes over what the server has rendered, without it the element renders again.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import 'livewebinar-room';

const room = document.querySelector('livewebinar-room');
if (room) {
  const [select, button, output] = document.querySelectorAll('select, button, output');
  select.onchange = () => (room.licenseKey = select.value);
  button.onclick = () => {
    if (room.isConnected) room.remove();
    else document.querySelector('main').append(room);
    button.textContent = room.isConnected ? 'Leave' : 'Join';
  };
  room.addEventListener('livewebinar-ready', () => (output.value = 'You are in.'));
  room.addEventListener('livewebinar-error', ({ error }) => (output.value = error.code));
}
