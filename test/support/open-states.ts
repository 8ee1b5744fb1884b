import { expect, type Page } from '@playwright/test';

/** Texts of the states that appear late. */
const LATE = [
  'longer than usual',
  'You have left',
  'in another tab',
  'cannot be reached',
  'did not open in time',
  'do not let the room open',
  'closed the room',
  'You are offline',
];

/** Opens the page with all states and waits until each room has reached its state. */
export async function openStates(page: Page): Promise<void> {
  await page.goto('/demo/states.html');
  await expect(page.locator('figure livewebinar-room')).toHaveCount(72);
  for (const text of LATE) {
    // Three of the four themes are in English, the fourth is in Arabic.
    await expect(page.locator('.panel', { hasText: text })).toHaveCount(3, { timeout: 20_000 });
  }
}
