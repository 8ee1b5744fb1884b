import { expect, type Page } from '@playwright/test';

/** What says that a state is reached which takes its time. */
const LATE = [
  'longer than usual',
  'You have left',
  'cannot be reached',
  'did not open in time',
  'do not let the room open',
  'You are offline',
];

/** Opens the page of all states and waits until each is what it is to be. */
export async function openStates(page: Page): Promise<void> {
  await page.goto('/demo/states.html');
  await expect(page.locator('figure livewebinar-room')).toHaveCount(48);
  for (const text of LATE) {
    // In three of the four themes; the fourth is Arabic.
    await expect(page.locator('.panel', { hasText: text })).toHaveCount(3, { timeout: 20_000 });
  }
}
