import { test as base, type Route } from '@playwright/test';
import { VENDOR_URL } from './stand-in/origin.js';
import { StandIn, type StandInOptions } from './stand-in/stand-in.js';

export type { StandIn, StandInOptions } from './stand-in/stand-in.js';
export { expect } from '@playwright/test';

/** What the fixtures take, in `test.use` or the configuration. */
export interface RoomsOptions {
  /** The fault and the plays that each test begins with. Default: `{}`. */
  standInOptions: StandInOptions;
}

/** What the fixtures give to a test. */
export interface RoomsFixtures {
  /** The stand-in that each test has to itself. */
  rooms: StandIn;
}

/** Responds to a request of the browser with the stand-in, unless the test is over by then. */
async function fulfill(route: Route, rooms: StandIn): Promise<void> {
  const request = route.request();
  const method = request.method();
  const body = request.postDataBuffer();
  try {
    const response = await rooms.fetch(
      new Request(request.url(), {
        method,
        headers: await request.allHeaders(),
        ...(body && { body: new Uint8Array(body) }),
      }),
    );
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  } catch {
    await route.abort('connectionreset');
  }
}

/**
 * Playwright's `test` in which LiveWebinar is a stand-in: requests of the browser to the vendor's hosts
 * never reach the network. Each test has a stand-in of its own, `rooms`. Combine it with fixtures of your
 * own with `mergeTests`.
 *
 * @example
 * import { expect, test } from 'livewebinar-room/testing/playwright';
 *
 * test('offers a link when the room cannot open', async ({ page, rooms }) => {
 *   rooms.fail('script-404');
 *   await page.goto('/open-day');
 *   await expect(page.getByRole('alert')).toBeVisible();
 *   expect(rooms.visitors()).toEqual([]);
 * });
 */
export const test = base.extend<RoomsFixtures & RoomsOptions>({
  standInOptions: [{}, { option: true }],
  rooms: [
    async ({ context, standInOptions }, use) => {
      const rooms = new StandIn(standInOptions);
      await context.route(VENDOR_URL, (route) => fulfill(route, rooms));
      await use(rooms);
      // A request that hangs is not waited for.
      await context.unrouteAll({ behavior: 'ignoreErrors' });
    },
    { auto: true },
  ],
});
