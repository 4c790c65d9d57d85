import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Everything that runs without a window; the window's tests are Playwright's (playwright.config.ts). */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    setupFiles: ['test/support/seed.ts'],
    // Many fork the engine or run the built program, several at a time: on a crowded machine that alone takes seconds.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // One core is left to others, as usual, but of two both are used: most of these wait for processes of their own.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
