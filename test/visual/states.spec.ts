import { expect, test } from '@playwright/test';
import { openStates } from '../support/open-states.js';

/** What is shown of the page: the figures of one theme, as the browser is told to show them. */
const LOOKS = {
  light: { figure: 'light', media: {} },
  dark: { figure: 'dark', media: { colorScheme: 'dark' } },
  'forced-colors': { figure: 'light', media: { forcedColors: 'active', colorScheme: 'dark' } },
  rtl: { figure: 'rtl', media: {} },
} as const;

/** Widths of the page, by how large a pixel of it is in the picture: wide ones make large files. */
const WIDTHS = { 1: [320], 0.5: [768, 1440] };

for (const [scale, widths] of Object.entries(WIDTHS)) {
  test.describe(`every state, at ${widths.join(' and ')} pixels`, () => {
    test.use({ deviceScaleFactor: Number(scale), timezoneId: 'Europe/Warsaw' });

    test('looks as it did', async ({ page }) => {
      test.setTimeout(120_000);
      // Schedules show the time.
      await page.clock.setFixedTime('2026-10-01T10:00Z');
      await openStates(page);
      for (const [look, { figure, media }] of Object.entries(LOOKS)) {
        await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...media });
        const style = await page.addStyleTag({
          content: `header, nav, h1, main > p, figcaption, figure:not(.${figure}) { display: none !important }
            body, figure { padding: 0.5rem } h2 { margin: 0; font-size: 0.75rem }
            .states { grid-template-columns: 1fr }`,
        });
        for (const width of widths) {
          await page.setViewportSize({ width, height: 500 });
          // High enough that each frame is in view, and painted.
          const height = await page.evaluate(() => document.documentElement.scrollHeight);
          await page.setViewportSize({ width, height });
          await expect.soft(page).toHaveScreenshot(`${look}-${width}.png`, { scale: 'device' });
        }
        await style.evaluate((element) => (element as Element).remove());
      }
    });
  });
}
