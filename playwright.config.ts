import { defineConfig } from '@playwright/test';

/** The real program in real Electron. One at a time: each test opens a window of its own. */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  workers: 1,
  // On a machine crowded with other work a real window can miss a moment. A test that needs its second attempt is
  // named at the end of the run (scripts/test-counts.mjs), so it is looked into and does not become a habit.
  retries: 1,
  forbidOnly: true,
  // Generous, because a test that fails slowly costs less than one that fails though nothing is wrong.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json']],
});
