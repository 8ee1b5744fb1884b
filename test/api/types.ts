// For the type checker: this file must compile, except for the marked lines.
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

// @ts-expect-error the secret is required
new LivewebinarClient({ clientId: 'ID' });
// @ts-expect-error an unknown option
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
    mode: 'qa',
    layout: 3,
    template: 'webinar',
    presenters: ['3', 4],
    formId: null,
    vendorFields: { autostart: { other: 'x' }, list: ['a', 1, true, null] },
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
  // @ts-expect-error the unit of a number is unclear
  await client.createRoom({ name: 'Open day', start: 1_774_000_000 });
  // @ts-expect-error the vendor's name of a parameter that has another name here
  await client.createRoom({ name: 'Open day', start_date: '2026-10-25 18:00:00' });
  // @ts-expect-error an unknown mode
  await client.createRoom({ name: 'Open day', mode: 'lecture' });
  // @ts-expect-error there are six layouts
  await client.createRoom({ name: 'Open day', layout: 7 });
  // @ts-expect-error an unknown status
  await client.updateRoom(room.id, { status: 'closed' });
  // @ts-expect-error a form cannot hold a date
  await client.updateRoom(room.id, { vendorFields: { at: new Date() } });
  // @ts-expect-error an unknown order
  client.listRooms({ order: 'random' });
  // @ts-expect-error a room is read-only
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
  // @ts-expect-error a personal link cannot make a host
  await client.createPersonalLink(room, { email: 'ann@example.com', role: 'host' });
  // @ts-expect-error the room is required, as its license key is part of the link
  await client.createPersonalLink(room.id, { email: 'ann@example.com' });
  // @ts-expect-error moderators have no role token
  room.toRoomLink('moderator');

  const forTheTag: RoomLink = room.toRoomLink('host');
  return [buildRoomUrl(link.toRoomLink()), buildRoomPath(forTheTag)];
}

export async function eventTokens(room: Room): Promise<string[]> {
  const group = await client.createEventTokens({ name: 'A', roomIds: [room.id, 7], amount: 2 });
  const { tokens } = await client.generateEventTokens(group.id, 3);
  for (const { id } of await client.listEventTokens(room)) await client.deleteEventTokens(id);
  // @ts-expect-error the amount is required
  await client.createEventTokens({ name: 'A', roomIds: [room.id] });
  // @ts-expect-error a group is deleted by its id
  await client.deleteEventTokens(group);
  return [...group.tokens, ...tokens];
}

export function errors(error: unknown): LivewebinarApiErrorCode | undefined {
  if (!(error instanceof LivewebinarApiError)) return undefined;
  error.retryAfter?.toFixed();
  error.fieldErrors?.['name']?.join();
  // @ts-expect-error an unknown code
  if (error.code === 'teapot') return undefined;
  // @ts-expect-error a request in an error has no values
  error.request?.body;
  return error.code;
}

export async function application(): Promise<string> {
  // @ts-expect-error the redirect URI is required
  await registerApplication({ name: 'Site' });
  const { clientSecret } = await registerApplication({ name: 'Site', redirectUri: 'https://a.b' });
  return clientSecret;
}

// Undocumented properties are `unknown`, not `any`.
export async function me(): Promise<void> {
  const user = await client.getCurrentUser();
  // @ts-expect-error its type has to be checked first
  await client.getRoom(user['id']);
}
