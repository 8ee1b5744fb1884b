// @vitest-environment node
import { createRoomHandlers, StandIn } from 'livewebinar-room/testing/msw';
import { setupServer } from 'msw/node';
import { expect, test } from 'vitest';
import { createRoom } from './create-room.js';

const rooms = new StandIn();
setupServer(...createRoomHandlers(rooms)).listen();
const post = (body) => createRoom(new Request('http://site.example', { method: 'POST', body }));

test('creates a room, and says so when LiveWebinar does not', async () => {
  expect(await (await post('{"name": "Open day"}')).json()).toEqual({ licenseKey: '100-000-001' });
  rooms.api.fail('POST /widgets', '422');
  expect((await post('{"name": "Open day"}')).status).toBe(502);
});
