// Counts what the two test runners reported, so that one line can speak for both.

/** A file that could not be loaded has no tests of its own; it counts as one failure. */
export function vitestCounts(report) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((t) => t.status === 'failed'),
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * A test that passed only when repeated is one test, and passed: on a machine crowded with other work a window can
 * miss a moment that no person would. `passedWhenRepeated` names it, so that it is not silent.
 */
export function playwrightCounts({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}

/** File and title of every test that did not pass at once, in the order of the report. */
export function passedWhenRepeated({ suites }) {
  const inSuite = (suite, titles) => [
    ...(suite.specs ?? [])
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map((spec) => [...titles, spec.title].join(' › ')),
    ...(suite.suites ?? []).flatMap((inner) => inSuite(inner, [...titles, inner.title])),
  ];
  return suites.flatMap((file) => inSuite(file, [file.title]));
}
