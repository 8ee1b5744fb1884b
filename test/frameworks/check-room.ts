import { expect as impatient, type Browser, type Page } from '@playwright/test';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';

// Another application is built at the same time, so everything takes longer.
const expect = impatient.configure({ timeout: 20_000 });

/** What an application has to do. Each check is a column of the table. */
export type Check = 'opens' | 'events' | 'change' | 'unmount' | 'route' | 'served';

const room = (page: Page) => page.frameLocator('livewebinar-room iframe');
const opened = (page: Page, licenseKey: string) =>
  expect(room(page).locator('[data-row=Room]')).toHaveText(licenseKey);
const choose = (page: Page, name: string) => page.getByRole('combobox').selectOption(name);

/** Checks that the room is closed: no iframe, and so no camera, no script, no global. A hidden element may remain. */
async function expectNothingLeft(page: Page): Promise<void> {
  await expect(page.locator('livewebinar-room').filter({ visible: true })).toHaveCount(0);
  await expect.poll(() => page.frames().length).toBe(1);
  await expect(page.locator(`script[src^="${STAND_IN_ORIGIN}"]`)).toHaveCount(0);
  expect(await page.evaluate('"Widget" in window')).toBe(false);
}

const CHECKS: Record<Exclude<Check, 'served'>, (page: Page) => Promise<void>> = {
  async opens(page) {
    await opened(page, '123-123-123');
    await expect(room(page).locator('[data-row=Name]')).toHaveText('Ada');
  },
  async events(page) {
    const message = page.locator('output');
    await expect(message).toHaveText('You are in.');
    await choose(page, 'Out of order');
    await expect(message).toHaveText('script-failed');
  },
  async change(page) {
    await choose(page, 'Afternoon');
    await opened(page, '456-456-456');
    await expect(page.locator('output')).toHaveText('You are in.');
    await expect(page.locator('livewebinar-room iframe')).toHaveCount(1);
  },
  async unmount(page) {
    // In Firefox, Playwright's click does not reach a cross-origin iframe.
    await room(page)
      .getByRole('button')
      .evaluate((button: HTMLElement) => button.click());
    await expect(room(page).getByRole('status')).toContainText('Camera is on');
    await page.getByRole('button', { name: 'Leave', exact: true }).click();
    await expectNothingLeft(page);
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    await opened(page, '456-456-456');
  },
  async route(page) {
    // Some applications keep the page that is left, with the room that was chosen.
    await choose(page, 'Morning');
    await opened(page, '123-123-123');
    await page.getByRole('link', { name: 'About' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('About');
    await expectNothingLeft(page);
    // In Firefox, Playwright's goBack never resolves for a change of the hash, nor does an
    // evaluation in a page that is left.
    await page.evaluate('void setTimeout(() => history.back())');
    await opened(page, '123-123-123');
    await expect(page.locator('livewebinar-room iframe')).toHaveCount(1);
    await page.getByRole('link', { name: 'About' }).click();
    await expectNothingLeft(page);
    await page.getByRole('link', { name: 'Room', exact: true }).click();
    await opened(page, '123-123-123');
  },
};

/** A browser, and one without JavaScript, which Firefox can turn off only as a whole. */
export interface Browsers {
  readonly browser: Browser;
  readonly withoutScripts: Browser;
}

/** Checks that what a server renders is useful without JavaScript, and that hydration keeps its nodes. */
async function checkServed({ browser, withoutScripts }: Browsers, url: string): Promise<void> {
  const plain = await withoutScripts.newPage({ javaScriptEnabled: false });
  await plain.goto(url);
  // Not `expect(locator)`, which polls with JavaScript in Firefox.
  expect(await plain.getByRole('link', { name: 'Open the room' }).isVisible()).toBe(true);
  expect(await plain.getByText('Opening the room').filter({ visible: true }).count()).toBe(0);
  const { height } = (await plain.locator('livewebinar-room').boundingBox())!;
  expect(height).toBeGreaterThan(300);
  await plain.close();

  const page = await browser.newPage();
  let releaseScripts = () => {};
  const scripts = new Promise<void>((resolve) => (releaseScripts = resolve));
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() === 'script') await scripts;
    await route.continue();
  });
  await page.goto(url, { waitUntil: 'commit' });
  const before = await page.waitForFunction(() => {
    const element = document.querySelector('livewebinar-room');
    return element && [element, element.shadowRoot?.querySelector('[part=stage]')];
  });
  releaseScripts();
  await opened(page, '123-123-123');
  const isSame = await before.evaluate((nodes) => {
    const [element, stage] = nodes!;
    const now = document.querySelector('livewebinar-room');
    return now === element && (!stage || now?.shadowRoot?.querySelector('[part=stage]') === stage);
  });
  expect(isSame).toBe(true);
  await page.close();
}

/** Uses an application in a browser as a visitor would, and returns the checks that failed. */
export async function checkRoom(
  browsers: Browsers,
  url: string,
  isServed: boolean,
): Promise<Map<Check, unknown>> {
  const failures = new Map<Check, unknown>();
  const messages: string[] = [];
  const page = await browsers.browser.newPage();
  page.on('console', (message) => {
    // The browser and the element log this for the room with a fault.
    if (/404|could not be reached/.test(message.text())) return;
    messages.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => messages.push(error.message));
  await page.goto(url);
  for (const [name, check] of Object.entries(CHECKS) as [
    keyof typeof CHECKS,
    typeof CHECKS.opens,
  ][]) {
    try {
      await check(page);
      expect(messages.splice(0)).toEqual([]);
    } catch (error) {
      failures.set(name, error);
    }
  }
  await page.close();
  if (isServed) await checkServed(browsers, url).catch((error) => failures.set('served', error));
  return failures;
}
