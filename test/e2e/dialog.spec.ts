import { expect, test, type Locator } from '@playwright/test';
import { readFileSync } from 'node:fs';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';

const roomIn = (container: Locator) => container.locator('livewebinar-room');
const stateOf = (room: Locator) => room.evaluate(({ state }: LivewebinarRoom) => state);
const isLeft = (room: Locator) => expect.poll(() => stateOf(room)).toBe('idle');

test.beforeEach(async ({ page }) => {
  await page.goto('/demo/dialog.html');
  // Registered, and not opened behind a closed dialog.
  for (const room of await page.locator('livewebinar-room').all()) await isLeft(room);
});

test('Escape leaves the filled window first, then the dialog with its room @engine', async ({
  page,
}) => {
  const button = page.getByRole('button', { name: 'Open the dialog' });
  const dialog = page.getByRole('dialog', { name: 'Webinar', exact: true });
  // As on an iPhone: the room fills the window instead of the screen.
  await page.evaluate(() => Reflect.deleteProperty(Element.prototype, 'requestFullscreen'));
  await button.focus();
  await page.keyboard.press('Enter');
  const room = roomIn(dialog);
  await expect.poll(() => stateOf(room)).toBe('ready');

  const fullscreen = room.getByRole('button', { name: 'Full screen' });
  await fullscreen.click();
  await expect(fullscreen).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await expect(fullscreen).toHaveAttribute('aria-pressed', 'false');
  await expect(dialog).toBeVisible();
  expect(await stateOf(room)).toBe('ready');

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await isLeft(page.locator('#dialog livewebinar-room'));
  await expect(page.locator('iframe')).toHaveCount(0);
  await expect(button).toBeFocused();
});

test('a dialog that opens again offers to join again', async ({ page }) => {
  const button = page.getByRole('button', { name: 'Open the dialog' });
  const dialog = page.locator('#dialog');
  await button.click();
  await expect.poll(() => stateOf(roomIn(dialog))).toBe('ready');
  await dialog.getByRole('button', { name: 'Leave', exact: true }).click();
  await isLeft(roomIn(dialog));
  await button.click();
  await dialog.getByRole('button', { name: 'Join' }).click();
  await expect.poll(() => stateOf(roomIn(dialog))).toBe('ready');
});

test('a dialog can join whenever it opens @engine', async ({ page }) => {
  const button = page.getByRole('button', { name: 'Open the dialog' });
  const dialog = page.locator('#dialog');
  // The script of docs/dialogs.md.
  const guide = readFileSync(new URL('../../docs/dialogs.md', import.meta.url), 'utf8');
  const [, script = ''] =
    /## Join whenever the dialog opens[^]*?```js\n([^]*?)```/.exec(guide) ?? [];
  await page.addScriptTag({ content: script, type: 'module' });
  for (let time = 1; time <= 2; time += 1) {
    await button.click();
    await expect.poll(() => stateOf(roomIn(dialog))).toBe('ready');
    await dialog.getByRole('button', { name: 'Leave', exact: true }).click();
    await isLeft(roomIn(dialog));
  }
});

test('the script for browsers without commandfor opens and closes the dialog', async ({ page }) => {
  const guide = readFileSync(new URL('../../docs/dialogs.md', import.meta.url), 'utf8');
  const [, script = ''] = /```js\n(if [^]*?)```/.exec(guide) ?? [];
  // As in an older browser: the attributes are there, and nothing happens.
  await page.evaluate(() => {
    Reflect.deleteProperty(HTMLButtonElement.prototype, 'commandForElement');
    for (const button of document.querySelectorAll('[command=show-modal], [command=close]')) {
      button.addEventListener('click', (event) => event.preventDefault());
    }
  });
  await page.addScriptTag({ content: script, type: 'module' });
  await page.getByRole('button', { name: 'Open the dialog' }).click();
  const dialog = page.locator('#dialog');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(dialog).toBeHidden();
});

for (const [name, id] of [
  ['Open the drawer', 'drawer'],
  ['Webinar', 'floating'],
] as const) {
  test(`the page can be used beside an open room: ${id} @engine`, async ({ page }) => {
    const button = page.getByRole('button', { name, exact: true });
    const panel = page.locator(`#${id}`);
    const room = roomIn(panel);
    await button.click();
    await expect.poll(() => stateOf(room)).toBe('ready');
    const [inner, outer] = [await room.boundingBox(), await panel.boundingBox()];
    expect(inner!.y + inner!.height).toBeLessThanOrEqual(outer!.y + outer!.height);
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Escape');
    await expect(panel).toBeVisible();
    expect(await stateOf(room)).toBe('ready');
    if (id === 'drawer') await panel.getByRole('button', { name: 'Leave' }).click();
    else await button.click();
    await expect(panel).toBeHidden();
    await isLeft(room);
  });
}
