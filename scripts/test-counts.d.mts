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
/** A file, or what is described in it. */
export interface PlaywrightSuite {
  title: string;
  specs?: readonly { title: string; tests: readonly { status: string }[] }[];
  suites?: readonly PlaywrightSuite[];
}
export function vitestCounts(report: VitestReport): TestCounts;
export function playwrightCounts(report: PlaywrightReport): TestCounts;
export function passedWhenRepeated(report: { suites: readonly PlaywrightSuite[] }): string[];
