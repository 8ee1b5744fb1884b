import 'https://unpkg.com/livewebinar-room';

const view = document.querySelector('#view');
const button = document.querySelector('button');

function show(isShown) {
  button.ariaPressed = String(isShown);
  if (!isShown) return view.replaceChildren();
  const room = document.createElement('livewebinar-room');
  room.licenseKey = '123-123-123';
  view.replaceChildren(room);
}

button.addEventListener('click', () => show(view.childElementCount === 0));
show(true);
