// One folder of src/shared is mutated at a time (RECOUNT_MUTATE); scripts/mutation.mjs runs them in turn.
import { reportOf } from './folders.mjs';

const folder = process.env['RECOUNT_MUTATE'] ?? 'money';

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [`src/shared/${folder}/**/*.ts`],
  testRunner: 'vitest',
  vitest: { configFile: 'scripts/mutation/vitest.config.mts', related: true },
  plugins: ['@stryker-mutator/vitest-runner', './scripts/mutation/invariant-messages.mjs'],
  ignorers: ['invariant-messages'],
  coverageAnalysis: 'perTest',
  // Days, prices and ratios are constants of their modules: the very rules that are to be tested.
  ignoreStatic: false,
  incremental: true,
  incrementalFile: reportOf(folder, 'incremental.json'),
  concurrency: Number(process.env['RECOUNT_MUTATION_WORKERS'] ?? 2),
  // Endless loops are found by counting; this is only for what hangs, on a machine that may be busy.
  timeoutMS: 30_000,
  reporters: ['progress-append-only', 'json', 'html'],
  jsonReporter: { fileName: reportOf(folder, 'json') },
  htmlReporter: { fileName: reportOf(folder, 'html') },
  ignorePatterns: ['/out', '/dist', '/reports', '/test-results', '/docs/*.png'],
  tempDirName: '.stryker-tmp',
  thresholds: { high: 100, low: 95, break: null },
};
