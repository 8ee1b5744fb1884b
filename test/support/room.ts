import { fixtureSync, html } from '@open-wc/testing';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import '../../src/define.js';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';

// A failed test must not affect later tests or block the run: web-test-runner clones the values of a failed
// comparison, which takes minutes if one of them is a node.
afterEach(function () {
  const err = this.currentTest!.err as { actual?: unknown; expected?: unknown } | undefined;
  if (err) Object.assign(err, { actual: String(err.actual), expected: String(err.expected) });
  for (const room of document.querySelectorAll('livewebinar-room')) room.remove();
});

let count = 0;

/** Creates a license key that no other test uses. The prefix can select a fault of the stand-in. */
export const uniqueKey = (fault = 'room'): string =>
  `${fault}-${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}${(count += 1)}`;

/** Creates a room of the stand-in, which is not in the page yet. */
export function createRoom(options: Partial<LivewebinarRoom> = {}): LivewebinarRoom {
  const room = document.createElement('livewebinar-room');
  return Object.assign(room, {
    licenseKey: uniqueKey(),
    embedOrigin: STAND_IN_ORIGIN,
    roomOrigin: STAND_IN_ORIGIN,
    ...options,
  });
}

/** Adds a room of the stand-in to the page until the test ends. */
export function addRoom(options: Partial<LivewebinarRoom> = {}): LivewebinarRoom {
  const room = createRoom(options);
  fixtureSync(html`<div></div>`).append(room);
  return room;
}

/** Returns the queries of the requests for a room that the stand-in has received. */
export async function requestsFor(licenseKey: string): Promise<URLSearchParams[]> {
  const response = await fetch(
    `${STAND_IN_ORIGIN}/stand-in/requests?room=${encodeURIComponent(licenseKey)}`,
  );
  const queries = (await response.json()) as string[];
  return queries.map((query) => new URLSearchParams(query));
}

/** Returns the iframes of a room in its light DOM and its shadow root. */
export const framesOf = (room: LivewebinarRoom): HTMLIFrameElement[] => [
  ...room.querySelectorAll('iframe'),
  ...(room.shadowRoot?.querySelectorAll('iframe') ?? []),
];

/** Returns the stand-in's scripts in the page. */
export const vendorScripts = (): HTMLScriptElement[] =>
  [...document.scripts].filter(({ src }) => src.startsWith(STAND_IN_ORIGIN));

/** Returns an array to which each event of a type is added. */
export function collect<Type extends Event>(target: EventTarget, name: string): Type[] {
  const events: Type[] = [];
  target.addEventListener(name, (event) => events.push(event as Type));
  return events;
}

/** Resolves in the next task, after everything that is already due has run. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
