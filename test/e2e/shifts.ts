import type { Page } from '@playwright/test';

/**
 * Records the layout shifts of a page from its first paint, including those after a click. Chromium only.
 *
 * @returns A function that returns the value of each shift, with the elements that moved.
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
      // A shift is reported with the next frame.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return (window as unknown as { shifts: unknown[] }).shifts;
    });
}
