import type { Reporter, TestCase } from '@playwright/test/reporter';

/** Ends an end-to-end run with a line that says how many tests ran. */
export default class CountReporter implements Reporter {
  readonly #tests = new Set<TestCase>();

  onTestEnd(test: TestCase): void {
    this.#tests.add(test);
  }

  onEnd(): void {
    const count = { expected: 0, flaky: 0, unexpected: 0, skipped: 0 };
    for (const test of this.#tests) count[test.outcome()] += 1;
    console.log(
      `\ne2e: ${count.expected + count.flaky} passed, ${count.unexpected} failed, ${count.skipped} skipped`,
    );
  }
}
