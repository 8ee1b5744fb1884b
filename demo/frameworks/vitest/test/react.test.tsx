import { fireEvent, render, screen } from '@testing-library/react';
import { LivewebinarError, LivewebinarErrorEvent, LivewebinarReadyEvent } from 'livewebinar-room';
import { LivewebinarRoom } from 'livewebinar-room/react';
import { useState } from 'react';
import { expect, it } from 'vitest';

function RoomPage() {
  const [message, setMessage] = useState('');
  return (
    <>
      <output>{message}</output>
      <LivewebinarRoom
        data-testid="room"
        licenseKey="123-123-123"
        onReady={() => setMessage('You are in.')}
        onError={({ error }) => setMessage(error.code)}
      />
    </>
  );
}

// No script runs here, so no room opens by itself: the test decides what happens.
it('tells that the room is open', () => {
  render(<RoomPage />);
  fireEvent(screen.getByTestId('room'), new LivewebinarReadyEvent());
  expect(screen.getByRole('status').textContent).toBe('You are in.');
});

it('tells why the room is not open', () => {
  render(<RoomPage />);
  const error = new LivewebinarError('timeout', 'The room did not open in time.');
  fireEvent(screen.getByTestId('room'), new LivewebinarErrorEvent(error, 3, false));
  expect(screen.getByRole('status').textContent).toBe('timeout');
});
