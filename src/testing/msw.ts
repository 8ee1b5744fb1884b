import { http, HttpResponse, type HttpHandler } from 'msw';
import { VENDOR_URL } from './stand-in/origin.js';
import { StandIn } from './stand-in/stand-in.js';

export { StandIn, type StandInOptions } from './stand-in/stand-in.js';

/**
 * Creates the handlers with which MSW responds in place of LiveWebinar: the HTTP API, the embed script and
 * the rooms, on all of the vendor's hosts. They work in Node and in browsers.
 *
 * @param rooms The stand-in behind them, to make it fail and to ask it who entered.
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
