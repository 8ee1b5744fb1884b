import 'livewebinar-room';

/** Shows the room, and below it how the visitor fares. */
export function showOpenDay(main) {
  const room = document.createElement('livewebinar-room');
  const status = document.createElement('p');
  room.licenseKey = '123-123-123';
  room.addEventListener('livewebinar-ready', () => (status.textContent = 'Welcome!'));
  room.addEventListener('livewebinar-error', ({ error, willRetry }) => {
    if (!willRetry) status.textContent = `Please call us (${error.code}).`;
  });
  main.append(room, status);
}
