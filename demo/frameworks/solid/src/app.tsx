import 'livewebinar-room';
import 'livewebinar-room/types/solid';
import { createSignal, onCleanup, Show } from 'solid-js';

// The signed-in user of your application.
const user = { name: 'Ada' };

// The local stand-in for LiveWebinar. Leave both origins out to open rooms of the real one.
const standIn = 'http://localhost:4810';

function Room() {
  const [licenseKey, setLicenseKey] = createSignal('123-123-123');
  const [isIn, setIsIn] = createSignal(true);
  const [message, setMessage] = createSignal('');

  return (
    <>
      <h1>Solid</h1>
      <p>
        <label>
          Room{' '}
          <select onChange={(event) => setLicenseKey(event.target.value)}>
            <option value="123-123-123">Morning</option>
            <option value="456-456-456">Afternoon</option>
            <option value="fault-script-404">Out of order</option>
          </select>
        </label>{' '}
        <button onClick={() => setIsIn(!isIn())}>{isIn() ? 'Leave' : 'Join'}</button>
      </p>
      <p>
        <output>{message()}</output>
      </p>
      <Show when={isIn()}>
        <livewebinar-room
          license-key={licenseKey()}
          nickname={user.name}
          embed-origin={standIn}
          room-origin={standIn}
          on:livewebinar-ready={() => setMessage('You are in.')}
          on:livewebinar-error={({ error }) => setMessage(error.code)}
        />
      </Show>
    </>
  );
}

/** Two routes. Leaving the first one closes the room, which turns the camera off. */
export function App() {
  const [route, setRoute] = createSignal(location.hash);
  const follow = () => setRoute(location.hash);
  addEventListener('hashchange', follow);
  onCleanup(() => removeEventListener('hashchange', follow));

  return (
    <>
      <nav>
        <a href="#">Room</a> <a href="#about">About</a>
      </nav>
      <Show when={route() === '#about'} fallback={<Room />}>
        <h1>About</h1>
      </Show>
    </>
  );
}
