// Read by the type checker alone: what compiles has to, and what must not is marked.
import {
  LivewebinarApiError,
  LivewebinarClient,
  MemoryTokenStore,
  registerApplication,
  type LivewebinarApiErrorCode,
  type Room,
  type TokenStore,
} from '../../src/api/index.js';
import { buildRoomPath, buildRoomUrl, type RoomLink } from '../../src/url/index.js';

const store: TokenStore = { load: () => null, save: () => {} };
export const client = new LivewebinarClient({
  clientId: 'ID',
  clientSecret: 'SECRET',
  redirectUri: 'https://site.example/back',
  tokenStore: store,
  timeout: 1000,
  fetch,
});
export const memory: TokenStore = new MemoryTokenStore();
export const asynchronous: TokenStore = {
  load: () => Promise.resolve({ accessToken: 'A', expiresAt: 1 }),
  save: ({ accessToken, refreshToken }) => Promise.resolve(void [accessToken, refreshToken]),
};

// @ts-expect-error a secret is needed
new LivewebinarClient({ clientId: 'ID' });
// @ts-expect-error an option there is not
new LivewebinarClient({ clientId: 'ID', clientSecret: 'SECRET', timeoutMs: 1000 });
// @ts-expect-error a store has two methods
export const half: TokenStore = { load: () => null };
// @ts-expect-error a token set has an access token
export const empty: TokenStore = { load: () => ({ refreshToken: 'R' }), save: () => {} };

export async function rooms(): Promise<void> {
  const room: Room = await client.createRoom({
    name: 'Open day',
    start: new Date(),
    duration: 60,
    vendorFields: { autostart: { mode: 'video' }, presenters: ['a', 1, true, null] },
  });
  await client.createRoom({ name: 'Open day', start: '2026-10-25T18:00', timeZone: 'UTC' });
  await client.updateRoom(room.id, { status: 'inactive' }, { signal: AbortSignal.timeout(1) });
  await client.updateRoom(7, {});
  for await (const { name, start } of client.listRooms({ limit: 10, order: 'asc', scope: 'x' })) {
    name.toUpperCase();
    start?.toISOString();
  }

  // @ts-expect-error a new room has a name
  await client.createRoom({ duration: 60 });
  // @ts-expect-error minutes are a number
  await client.createRoom({ name: 'Open day', duration: '60' });
  // @ts-expect-error a time stamp says no unit
  await client.createRoom({ name: 'Open day', start: 1_774_000_000 });
  // @ts-expect-error the vendor's name of a parameter that has one of ours
  await client.createRoom({ name: 'Open day', start_date: '2026-10-25 18:00:00' });
  // @ts-expect-error a status there is not
  await client.updateRoom(room.id, { status: 'closed' });
  // @ts-expect-error a form has no dates
  await client.updateRoom(room.id, { vendorFields: { at: new Date() } });
  // @ts-expect-error an order there is not
  client.listRooms({ order: 'random' });
  // @ts-expect-error the name may be missing in no answer, and nobody sets it
  room.name = '';
}

export async function links(room: Room): Promise<string[]> {
  const link = await client.createPersonalLink(room, {
    email: 'ann@example.com',
    role: 'moderator',
    vendorFields: { company: 'ACME' },
  });
  await client.createPersonalLink({ id: '7', licenseKey: '1' }, { email: 'ann@example.com' });
  await client.createRegistrant(room.id, { sendConfirmation: true });

  // @ts-expect-error a person has an e-mail address
  await client.createPersonalLink(room, { role: 'presenter' });
  // @ts-expect-error a personal link makes no host
  await client.createPersonalLink(room, { email: 'ann@example.com', role: 'host' });
  // @ts-expect-error the room is needed: its license key is half of the link
  await client.createPersonalLink(room.id, { email: 'ann@example.com' });
  // @ts-expect-error moderators have no role token
  room.toRoomLink('moderator');

  const forTheTag: RoomLink = room.toRoomLink('host');
  return [buildRoomUrl(link.toRoomLink()), buildRoomPath(forTheTag)];
}

export function errors(error: unknown): LivewebinarApiErrorCode | undefined {
  if (!(error instanceof LivewebinarApiError)) return undefined;
  error.retryAfter?.toFixed();
  error.fieldErrors?.['name']?.join();
  // @ts-expect-error a code there is not
  if (error.code === 'teapot') return undefined;
  // @ts-expect-error a request in an error has no values
  error.request?.body;
  return error.code;
}

export async function application(): Promise<string> {
  // @ts-expect-error users have to come back to somewhere
  await registerApplication({ name: 'Site' });
  const { clientSecret } = await registerApplication({ name: 'Site', redirectUri: 'https://a.b' });
  return clientSecret;
}

// What LiveWebinar is not known to say is unknown, not any.
export async function me(): Promise<void> {
  const user = await client.getCurrentUser();
  // @ts-expect-error it has to be looked at first
  await client.getRoom(user['id']);
}
