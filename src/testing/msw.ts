import { http, HttpResponse, type HttpHandler } from 'msw';
import { VENDOR_URL } from './stand-in/origin.js';
import { StandIn } from './stand-in/stand-in.js';

export { StandIn, type StandInOptions } from './stand-in/stand-in.js';

/**
 * Creates handlers with which MSW 2 or 3 responds instead of LiveWebinar: the HTTP API, the embed script and
 * the rooms, on all of LiveWebinar's hosts.
 *
 * They work in Node with `setupServer`, and in browsers with `setupWorker`. A service worker cannot respond to
 * iframes of other origins, so the page inside a room's iframe is still requested from LiveWebinar.
 *
 * @param rooms The stand-in that creates the responses. Use it to make calls fail and to list visitors.
 * @example
 * const rooms = new StandIn();
 * const server = setupServer(...createRoomHandlers(rooms));
 *
 * rooms.api.fail('POST /widgets', '422'); // the next call
 */
export const createRoomHandlers = (rooms: StandIn = new StandIn()): HttpHandler[] => [
  http.all(VENDOR_URL, async ({ request }) => {
    try {
      return await rooms.fetch(request);
    } catch {
      return HttpResponse.error();
    }
  }),
];
