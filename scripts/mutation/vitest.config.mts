import { defineConfig } from 'vitest/config';

/**
 * The tests that mutants are run against: those of the mutated folders themselves. What only an audit of
 * whole files would notice does not count, so a rule is tested where it is written.
 */
export default defineConfig({
  test: {
    include: ['money', 'period', 'pricing', 'usage', 'drawdown', 'settlement', 'golden'].map(
      (folder) => `test/shared/${folder}/**/*.test.ts`,
    ),
    setupFiles: ['scripts/mutation/same-cases.mts'],
    env: { RECOUNT_CASES: '25' },
    // One worker per mutant, new for each: modules with constants are loaded anew, but once for all test files.
    isolate: false,
    testTimeout: 60_000,
  },
});
