import { test as base, type Route } from '@playwright/test';
import { VENDOR_URL } from './stand-in/origin.js';
import { StandIn, type StandInOptions } from './stand-in/stand-in.js';

export type { StandIn, StandInOptions } from './stand-in/stand-in.js';
export { expect } from '@playwright/test';

/** Options of the fixtures, for `test.use` or the configuration. */
export interface RoomsOptions {
  /** The fault and the variants at the start of each test. Defaults to `{}`. */
  standInOptions: StandInOptions;
}

/** The fixtures of a test. */
export interface RoomsFixtures {
  /** The stand-in of this test only. */
  rooms: StandIn;
}

/** Responds to a request of the browser with the stand-in, unless the test has ended. */
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
 * Playwright's `test` with a stand-in for LiveWebinar: requests of the browser to LiveWebinar's hosts never
 * reach the network. Each test has a separate stand-in, `rooms`. Use `mergeTests` to combine it with your
 * own fixtures.
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
      // Do not wait for requests that hang.
      await context.unrouteAll({ behavior: 'ignoreErrors' });
    },
    { auto: true },
  ],
});
