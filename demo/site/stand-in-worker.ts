import { SECOND_SCRIPT } from '../../src/testing/stand-in/embed-script.js';
import { StandIn } from '../../src/testing/stand-in/stand-in.js';
import { readVisitor } from '../../src/testing/stand-in/visitor.js';

interface WorkerEvent extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
  waitUntil(promise: Promise<unknown>): void;
}

/** The parts of a service worker's global scope in use. The types of TypeScript exclude those of the DOM. */
declare const self: {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(
    type: 'install' | 'activate' | 'message' | 'fetch',
    listener: (event: WorkerEvent) => void,
  ): void;
};

/** Path of the site, ending in a slash. */
const SITE = new URL(self.registration.scope).pathname;

/** First segments of the site's own files. Any other path of the shape of a room link is a room. */
const OWN = /^(assets|demo|docs|room|[^/]*\.\w+)(\/|$)/;

const standIn = new StandIn();

/**
 * Path of a request within the site. The element requests the embed script at the root of the host,
 * wherever on it the site is.
 */
function pathOf({ url, mode }: Request): string | undefined {
  const { origin, pathname } = new URL(url);
  if (origin !== location.origin) return undefined;
  if (pathname.startsWith(SITE)) return pathname.slice(SITE.length);
  return mode === 'navigate' ? undefined : pathname.slice(1);
}

/** Serves what the stand-in has. The frame of its script is within the site, the only place where it responds. */
async function respondAsStandIn({ url, method }: Request, path: string): Promise<Response> {
  const { origin, search } = new URL(url);
  const response = await standIn.fetch(new Request(`${origin}/${path}${search}`, { method }));
  if (path !== 'em') return response;
  const script = (await response.text()).replaceAll(
    `${origin}/stand-in/`,
    `${origin}${SITE}stand-in/`,
  );
  return new Response(script, response);
}

const htmlResponse = (html: string) =>
  new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });

/** Serves the room page of the site, with the stand-in in place of LiveWebinar. */
async function respondWithRoomPage(): Promise<Response> {
  const { origin } = location;
  const html = (await (await fetch(`${SITE}room/index.html`)).text())
    .replaceAll(/https:\/\/[\w*]+\.livewebinar\.com/g, origin)
    .replace('<base href="/room/" />', `<base href="${SITE}room/" />`);
  return htmlResponse(html);
}

function respond(request: Request): Promise<Response> | undefined {
  const path = pathOf(request);
  if (path === undefined) return undefined;
  // The document of an isolated room.
  if (path === 'stand-in/blank') return Promise.resolve(htmlResponse('<!doctype html>'));
  if (/^room(\/[^.]*)?$/.test(path) && request.mode === 'navigate') return respondWithRoomPage();
  const { origin, search } = new URL(request.url);
  const isRoom = !OWN.test(path) && readVisitor(new URL(`${origin}/${path}${search}`)) !== null;
  const isStandIn = isRoom || path.startsWith('stand-in/') || `/${path}` === SECOND_SCRIPT;
  return isStandIn ? respondAsStandIn(request, path) : undefined;
}

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
// A page that was reloaded past the worker asks to be controlled again.
self.addEventListener('message', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const response = respond(event.request);
  if (response) event.respondWith(response);
});
