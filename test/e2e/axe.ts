import { expect, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Expects axe to find no violations in a page. It does not examine iframes, because the vendor is responsible for
 * their content, and waiting for them would take most of the time.
 */
export async function expectNoFindings(page: Page, exclude: string[] = []): Promise<void> {
  await page.evaluate(SOURCE);
  const findings = await page.evaluate(async (exclude) => {
    const { axe } = window as unknown as {
      axe: { run(context: object, options: RunOptions): Promise<AxeResults> };
    };
    const { violations } = await axe.run({ exclude }, { iframes: false });
    return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
  }, exclude);
  expect(findings).toEqual([]);
}
