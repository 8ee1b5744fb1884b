import { fixtureSync, html } from '@open-wc/testing';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import '../../src/define.js';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';

// A failed test must neither fail those after it nor stop the run: web-test-runner clones the values of
// a failed comparison, and waits for minutes if one of them is a node.
afterEach(function () {
  const err = this.currentTest!.err as { actual?: unknown; expected?: unknown } | undefined;
  if (err) Object.assign(err, { actual: String(err.actual), expected: String(err.expected) });
  for (const room of document.querySelectorAll('livewebinar-room')) room.remove();
});

let count = 0;

/** A license key that no other test uses; a fault of the stand-in as its beginning makes it misbehave. */
export const uniqueKey = (fault = 'room'): string =>
  `${fault}-${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}${(count += 1)}`;

/** A room at the stand-in, not yet in the page. */
export function createRoom(options: Partial<LivewebinarRoom> = {}): LivewebinarRoom {
  const room = document.createElement('livewebinar-room');
  return Object.assign(room, {
    licenseKey: uniqueKey(),
    embedOrigin: STAND_IN_ORIGIN,
    roomOrigin: STAND_IN_ORIGIN,
    ...options,
  });
}

/** A room at the stand-in, in the page until the test is over. */
export function addRoom(options: Partial<LivewebinarRoom> = {}): LivewebinarRoom {
  const room = createRoom(options);
  fixtureSync(html`<div></div>`).append(room);
  return room;
}

/** The queries with which the stand-in was asked for a room. */
export async function requestsFor(licenseKey: string): Promise<URLSearchParams[]> {
  const response = await fetch(
    `${STAND_IN_ORIGIN}/stand-in/requests?room=${encodeURIComponent(licenseKey)}`,
  );
  const queries = (await response.json()) as string[];
  return queries.map((query) => new URLSearchParams(query));
}

/** All frames of a room, wherever they are. */
export const framesOf = (room: LivewebinarRoom): HTMLIFrameElement[] => [
  ...room.querySelectorAll('iframe'),
  ...(room.shadowRoot?.querySelectorAll('iframe') ?? []),
];

/** Scripts of the stand-in that are in the page. */
export const vendorScripts = (): HTMLScriptElement[] =>
  [...document.scripts].filter(({ src }) => src.startsWith(STAND_IN_ORIGIN));

/** Collects the events of one type. */
export function collect<Type extends Event>(target: EventTarget, name: string): Type[] {
  const events: Type[] = [];
  target.addEventListener(name, (event) => events.push(event as Type));
  return events;
}

/** Lets everything that is already due run: a task later, nothing of it is left. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
