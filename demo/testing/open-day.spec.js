import { expect, test } from 'livewebinar-room/testing/playwright';

test('welcomes the visitor in the room', async ({ page, rooms }) => {
  await page.goto('/');
  await expect(page.getByText('Welcome!')).toBeVisible();
  await expect.poll(() => rooms.visitors()).toEqual([{ licenseKey: '123-123-123' }]);
});

test('gives another way when LiveWebinar cannot be reached', async ({ page, rooms }) => {
  rooms.fail('script-404');
  await page.goto('/');
  await expect(page.getByText('Please call us (script-failed).')).toBeVisible();
  expect(rooms.visitors()).toEqual([]);
});
