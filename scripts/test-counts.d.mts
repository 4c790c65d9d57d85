export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
}
/** Vitest's JSON report, as far as it is counted. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: readonly { status: string; assertionResults: readonly { status: string }[] }[];
}
/** Playwright's JSON report, as far as it is counted. */
export interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: readonly unknown[];
}
export function vitestCounts(report: VitestReport): TestCounts;
export function playwrightCounts(report: PlaywrightReport): TestCounts;
