import { expect, test } from '@playwright/test';
import { openStates } from '../support/open-states.js';
import config from './playwright.config.js';

const { launchOptions } = config.projects!.find(({ name }) => name === 'chromium')!.use!;

// The setting of the browser: twice the usual font size.
test.use({
  launchOptions: {
    ...launchOptions,
    args: [...launchOptions!.args!, '--blink-settings=defaultFontSize=32'],
  },
});

for (const width of [320, 390]) {
  test(`no panel overlaps or is cut off with large text at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openStates(page);
    await page.addStyleTag({ content: 'body, figure { padding: 0 }' });
    const button = page.locator('[part=join-button]').first();
    expect(await button.evaluate((element) => getComputedStyle(element).fontSize)).toBe('32px');
    const faults = await page.locator('.panel').evaluateAll((panels) =>
      panels
        .filter((panel) => {
          const items = [...panel.querySelectorAll('svg, p, button, a')].filter(
            (item) => !item.parentElement!.closest('button, a'),
          );
          const boxes = items.map((item) => item.getBoundingClientRect());
          const isCovered = boxes.slice(1).some(({ top }, index) => boxes[index]!.bottom > top);
          return isCovered || panel.scrollWidth > panel.clientWidth;
        })
        .map((panel) => panel.outerHTML),
    );
    expect(faults).toEqual([]);
  });
}

test('a shadow shows on which side a panel scrolls', async ({ page }) => {
  await page.goto('/demo/click.html');
  const room = page.locator('livewebinar-room');
  await expect(room.getByRole('button')).toBeVisible();
  await room.evaluate(
    (element) => (element.style.cssText = 'width: 320px; height: 120px; min-height: 0'),
  );
  const panel = room.locator('[part=placeholder]');

  /** Returns the lightness of a pixel beside the content in the first and in the last row. */
  const readEdges = async () => {
    const png = (await panel.screenshot()).toString('base64');
    return page.evaluate(async (source) => {
      const image = new Image();
      image.src = `data:image/png;base64,${source}`;
      await image.decode();
      const { width, height } = image;
      const context = new OffscreenCanvas(width, height).getContext('2d')!;
      context.drawImage(image, 0, 0);
      return [1, height - 2].map((y) => context.getImageData(20, y, 1, 1).data[0]!);
    }, png);
  };
  const [above, below] = await readEdges();
  expect(below).toBeLessThan(above! - 20);
  await panel.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  const [aboveEnd, belowEnd] = await readEdges();
  expect(aboveEnd).toBeLessThan(belowEnd! - 20);
  await room.evaluate((element) => (element.style.height = '600px'));
  const [top, bottom] = await readEdges();
  expect(top).toBe(bottom);
});
