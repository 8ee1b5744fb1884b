import { LivewebinarRoom } from 'livewebinar-room/react';
import { Activity, useState, useSyncExternalStore } from 'react';

// The signed-in user of your application.
const user = { name: 'Ada' };

// The local stand-in for LiveWebinar. Leave both origins out to open rooms of the real one.
const standIn = 'http://localhost:4810';

function Room() {
  const [licenseKey, setLicenseKey] = useState('123-123-123');
  const [isIn, setIsIn] = useState(true);
  const [message, setMessage] = useState('');

  return (
    <>
      <h1>React 19</h1>
      <p>
        <label>
          Room{' '}
          <select value={licenseKey} onChange={(event) => setLicenseKey(event.target.value)}>
            <option value="123-123-123">Morning</option>
            <option value="456-456-456">Afternoon</option>
            <option value="fault-script-404">Out of order</option>
          </select>
        </label>{' '}
        <button onClick={() => setIsIn(!isIn)}>{isIn ? 'Leave' : 'Join'}</button>
      </p>
      <p>
        <output>{message}</output>
      </p>
      {isIn && (
        <LivewebinarRoom
          licenseKey={licenseKey}
          nickname={user.name}
          embedOrigin={standIn}
          roomOrigin={standIn}
          onReady={() => setMessage('You are in.')}
          onError={({ error }) => setMessage(error.code)}
        />
      )}
    </>
  );
}

const onHashChange = (callback: () => void) => {
  addEventListener('hashchange', callback);
  return () => removeEventListener('hashchange', callback);
};

/** Two routes. The first one keeps its state while it is hidden, but not the room: the camera is off. */
export function App() {
  const route = useSyncExternalStore(onHashChange, () => location.hash);
  return (
    <>
      <nav>
        <a href="#">Room</a> <a href="#about">About</a>
      </nav>
      {route === '#about' && <h1>About</h1>}
      <Activity mode={route === '#about' ? 'hidden' : 'visible'}>
        <Room />
      </Activity>
    </>
  );
}
