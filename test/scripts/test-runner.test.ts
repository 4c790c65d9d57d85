import { describe, expect, it } from 'vitest';
import { readArguments } from '../../scripts/test-arguments.mjs';
import { passedWhenRepeated, playwrightCounts, vitestCounts } from '../../scripts/test-counts.mjs';

describe('the arguments of npm test', () => {
  it('keep what is for the runners, in order', () => {
    expect(readArguments(['--only', 'e2e', 'security', '-g', 'a name'])).toEqual({
      only: 'e2e',
      passedOn: ['security', '-g', 'a name'],
    });
    expect(readArguments(['-t', 'x', '--only=unit']).passedOn).toEqual(['-t', 'x']);
    expect(readArguments([])).toEqual({ only: undefined, passedOn: [] });
  });

  it('do not take a missing kind for none', () => {
    expect(readArguments(['--only']).only).toBe('');
  });
});

describe('the count of both runners', () => {
  const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 };

  it('has a file that could not be loaded as one failure', () => {
    const broken = { status: 'failed', assertionResults: [] };
    const failing = { status: 'failed', assertionResults: [{ status: 'failed' }] };
    expect(vitestCounts({ ...report, testResults: [broken, failing] })).toEqual({
      passed: 3,
      failed: 2,
      skipped: 2,
    });
  });

  it('counts a test that passed only when repeated once, as passed', () => {
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
    expect(playwrightCounts({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });
});

describe('what passed only when repeated', () => {
  const spec = (title: string, status: string) => ({ title, tests: [{ status }] });

  it('is named by its file and by what it stands in', () => {
    const suites = [
      {
        title: 'walks.spec.ts',
        specs: [spec('in Korean', 'expected'), spec('in dark', 'flaky')],
        suites: [{ title: 'by keys', specs: [spec('to a report', 'flaky')] }],
      },
      { title: 'drag.spec.ts', specs: [spec('a file', 'unexpected')] },
    ];
    expect(passedWhenRepeated({ suites })).toEqual([
      'walks.spec.ts › in dark',
      'walks.spec.ts › by keys › to a report',
    ]);
  });

  it('is nothing where every test passed at once or not at all', () => {
    expect(passedWhenRepeated({ suites: [{ title: 'empty.spec.ts' }] })).toEqual([]);
  });
});
