'use client';

import { LivewebinarRoom } from 'livewebinar-room/react';
import { buildRoomUrl } from 'livewebinar-room/url';
import { useState } from 'react';

// The signed-in user of your application.
const user = { name: 'Ada' };

// The local stand-in for LiveWebinar. Leave it out to open rooms of the real one.
const standIn = 'http://localhost:4810';

export function Room() {
  const [licenseKey, setLicenseKey] = useState('123-123-123');
  const [isIn, setIsIn] = useState(true);
  const [message, setMessage] = useState('');

  return (
    <>
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
        >
          {/* For visitors without JavaScript. */}
          <a href={buildRoomUrl({ licenseKey }, { origin: standIn })}>Open the room</a>
        </LivewebinarRoom>
      )}
    </>
  );
}
