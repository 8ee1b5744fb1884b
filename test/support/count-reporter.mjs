/** Prints the number of tests at the end of a run of web-test-runner. */
export const countReporter = {
  stop({ sessions }) {
    const count = { passed: 0, failed: 0, skipped: 0 };
    const add = (suite) => {
      for (const test of suite?.tests ?? []) {
        count[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
      }
      for (const inner of suite?.suites ?? []) add(inner);
    };
    for (const session of sessions) {
      const before = count.failed;
      add(session.testResults);
      // A file that could not be imported has no tests to count.
      if (!session.passed && count.failed === before) count.failed += 1;
    }
    const { passed, failed, skipped } = count;
    process.stdout.write(`\nwtr: ${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  },
};
