const view = document.querySelector('main');
const button = document.querySelector('button');

function show(isShown) {
  button.setAttribute('aria-pressed', String(isShown));
  if (!isShown) return view.replaceChildren();
  const room = document.createElement('livewebinar-room');
  room.licenseKey = '123-123-123';
  room.nickname = 'Ada';
  room.embedOrigin = room.roomOrigin = 'http://localhost:4810';
  view.replaceChildren(room);
}

button.addEventListener('click', () => show(view.childElementCount === 0));
show(true);
