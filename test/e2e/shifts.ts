import type { Page } from '@playwright/test';

/**
 * Watches what moves in a page, from its first paint on, after a click too. Chromium alone tells.
 *
 * @returns Gives how far each move went, with the elements that moved.
 */
export async function watchShifts(page: Page): Promise<() => Promise<unknown[]>> {
  await page.evaluate(() => {
    interface Shift extends PerformanceEntry {
      value: number;
      sources: { node: Element | null }[];
    }
    const shifts: unknown[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[]) {
        shifts.push([value, ...sources.map(({ node }) => node?.parentElement?.innerHTML)]);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () =>
    page.evaluate(async () => {
      // What has just moved is told with the next frame.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return (window as unknown as { shifts: unknown[] }).shifts;
    });
}
