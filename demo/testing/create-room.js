import { LivewebinarClient } from 'livewebinar-room/api';

const livewebinar = new LivewebinarClient({
  clientId: 'stand-in',
  clientSecret: 'stand-in-secret',
});

/** A route of a server: creates a room, and responds with its license key. */
export async function createRoom(request) {
  const { name } = await request.json();
  try {
    const room = await livewebinar.createRoom({ name });
    return Response.json({ licenseKey: room.licenseKey }, { status: 201 });
  } catch (error) {
    return Response.json({ error: error.code }, { status: 502 });
  }
}
