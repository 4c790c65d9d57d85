import { defineConfig } from '@playwright/test';

/** Playwright reads this file in each worker, too: every worker has a display of its own, where its windows have the keys. */
const displays = (process.env['RECOUNT_DISPLAYS'] ?? '').split(' ').filter((name) => name !== '');
const own = displays[Number(process.env['TEST_PARALLEL_INDEX'])];
if (own !== undefined) process.env['DISPLAY'] = own;

/** The real program in real Electron. As many at a time as there are displays (scripts/test.mjs): each test opens a window. */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  workers: Math.max(1, displays.length),
  // On a machine crowded with other work a real window can miss a moment. A test that needs its second attempt is
  // named at the end of the run (scripts/test-counts.mjs), so it is looked into and does not become a habit.
  retries: 1,
  forbidOnly: true,
  // Generous, because a test that fails slowly costs less than one that fails though nothing is wrong.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json']],
});
