import { expect, test, type FrameLocator, type Page } from '@playwright/test';

/** Finds the room's cross-origin iframe in each mode. */
const FRAMES: Record<string, (page: Page) => FrameLocator> = {
  basic: (page) => page.frameLocator('livewebinar-room iframe'),
  isolated: (page) => page.frameLocator('livewebinar-room iframe').frameLocator('iframe'),
  iframe: (page) => page.frameLocator('livewebinar-room iframe'),
};

async function turnCameraOn(room: FrameLocator): Promise<void> {
  // In Firefox, Playwright's click does not reach a cross-origin iframe.
  await room.getByRole('button').evaluate((button: HTMLElement) => button.click());
}

for (const [name, frame] of Object.entries(FRAMES)) {
  test(`the camera turns on: demo/${name}.html`, { tag: '@engine' }, async ({ page }) => {
    await page.goto(`/demo/${name}.html`);
    await turnCameraOn(frame(page));
    await expect(frame(page).getByRole('status')).toContainText('Camera is on');
  });
}

test(
  'the camera stays off in a frame without our permissions',
  { tag: '@engine' },
  async ({ page }) => {
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
  },
);
