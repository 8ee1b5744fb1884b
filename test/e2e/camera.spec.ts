import { expect, test, type FrameLocator, type Page } from '@playwright/test';

/** The room's frame, which is of another origin than the page, in each way to open a room. */
const FRAMES: Record<string, (page: Page) => FrameLocator> = {
  basic: (page) => page.frameLocator('livewebinar-room iframe'),
  isolated: (page) => page.frameLocator('livewebinar-room iframe').frameLocator('iframe'),
  iframe: (page) => page.frameLocator('livewebinar-room iframe'),
};

async function turnCameraOn(room: FrameLocator): Promise<void> {
  // Playwright's click does not reach a frame of another origin in Firefox.
  await room.getByRole('button').evaluate((button: HTMLElement) => button.click());
}

for (const [name, frame] of Object.entries(FRAMES)) {
  test(`the camera turns on: demo/${name}.html`, async ({ page }) => {
    await page.goto(`/demo/${name}.html`);
    await turnCameraOn(frame(page));
    await expect(frame(page).getByRole('status')).toContainText('Camera is on');
  });
}

test.describe('under a Permissions-Policy of the page', () => {
  test.skip(({ browserName }) => browserName === 'firefox', 'Firefox has no Permissions-Policy');

  for (const [policy, status] of [
    ['camera=()', 'No camera: NotAllowedError'],
    ['camera=(self "http://localhost:4810")', 'Camera is on'],
  ] as const) {
    test(`${policy}: ${status}`, async ({ page }) => {
      await page.route('**/demo/iframe.html', async (route) => {
        const response = await route.fetch();
        await route.fulfill({
          response,
          headers: { ...response.headers(), 'permissions-policy': policy },
        });
      });
      await page.goto('/demo/iframe.html');
      await turnCameraOn(FRAMES.iframe!(page));
      await expect(FRAMES.iframe!(page).getByRole('status')).toContainText(status);
    });
  }
});

for (const name of Object.keys(FRAMES)) {
  test(`the vendor learns the origin of the page, and no path: demo/${name}.html`, async ({
    page,
  }) => {
    const referrers: string[] = [];
    await page.route('**/demo/*.html', async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), 'referrer-policy': 'unsafe-url' };
      await route.fulfill({ response, headers });
    });
    page.on('request', (request) => {
      const { host, pathname } = new URL(request.url());
      // What the vendor's script asks for in turn is up to the vendor.
      if (host !== 'localhost:4810' || /^\/(widget|stand-in)\//.test(pathname)) return;
      referrers.push(request.headers().referer ?? 'none');
    });
    await page.goto(`/demo/${name}.html?token=secret`);
    await expect(FRAMES[name]!(page).locator('dl')).toBeVisible();
    expect(referrers).not.toEqual([]);
    for (const referrer of referrers) expect(referrer).not.toContain('secret');
  });
}

test('the camera stays off in a frame without our permissions', async ({ page }) => {
  await page.goto('/demo/iframe.html');
  const room = FRAMES.iframe!(page);
  await expect(room.getByRole('button')).toBeVisible();
  await page.locator('livewebinar-room iframe').evaluate((frame: HTMLIFrameElement) => {
    const bare = document.createElement('iframe');
    bare.src = frame.src;
    frame.replaceWith(bare);
  });
  await turnCameraOn(room);
  await expect(room.getByRole('status')).toContainText('No camera: NotAllowedError');
});
