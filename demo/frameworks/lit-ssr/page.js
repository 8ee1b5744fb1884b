// First of all: it makes the element take over what the server has rendered. Without it the element renders anew.
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
