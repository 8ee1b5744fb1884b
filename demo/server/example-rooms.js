// @ts-check
import { LivewebinarClient } from 'livewebinar-room/api';

const HOUR_MS = 3_600_000;

/**
 * Creates a few rooms in the stand-in, unless it has some already.
 *
 * @param {import('./settings.js').Settings} settings
 */
export async function createExampleRooms({ client, timeZone }) {
  const livewebinar = new LivewebinarClient(client);
  const { done } = await livewebinar.listRooms({ limit: 1 }).next();
  if (!done) return;
  /** @param {number} hours */
  const start = (hours) => new Date(Math.ceil(Date.now() / HOUR_MS) * HOUR_MS + hours * HOUR_MS);
  const room = { timeZone, duration: 60 };
  await livewebinar.createRoom({ name: 'Team meeting' });
  await livewebinar.createRoom({
    ...room,
    name: 'Members only',
    start: start(24),
    password: 'sesame',
  });
  await livewebinar.createRoom({ ...room, name: 'Open day', start: start(0) });
  await livewebinar.createRoom({ ...room, name: 'Last week', start: start(-168), allowPast: true });
}
