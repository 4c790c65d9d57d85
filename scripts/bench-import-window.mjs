// Measures whether the window stays responsive while a large file is imported: long tasks in the page, and how late
// the shell's own loop is. `npm run bench:import-window -- ROWS`. Figures and conditions: docs/benchmarks.md.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { writeUsage } from './bench-files.mjs';
import { buildIfStale } from './build-if-stale.mjs';
import { hasDisplay, virtualDisplay } from './display.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { ROOT } from './project.mjs';

const rows = Number(process.argv[2] ?? 1_000_000);
const LONG = 50;
const folder = mkdtempSync(join(tmpdir(), 'recount-bench-import-window-'));

await buildIfStale();
const { executable, args, env } = await electronRuntime();
const display = hasDisplay() ? { env: {}, end: () => undefined } : await virtualDisplay();

const say = (what, values) =>
  console.log(
    `${what}: ${values.length} over ${LONG} ms${values.length > 0 ? `, longest ${Math.round(Math.max(...values))} ms` : ''}`,
  );

try {
  const usage = join(folder, 'usage.csv');
  writeUsage(usage, rows);
  const app = await _electron.launch({
    executablePath: executable,
    args: [...args, '--disable-gpu', `--user-data-dir=${join(folder, 'profile')}`],
    cwd: ROOT,
    env: { ...process.env, ...env, ...display.env, LANGUAGE: 'en' },
  });
  const page = await app.firstWindow();
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, usage);
  await page.getByTestId('choose-files').click();
  await page.getByTestId('import-commit').waitFor({ timeout: 60_000 });
  await page.evaluate(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.longTasks.push(duration);
    }).observe({ type: 'longtask' });
  });
  await app.evaluate((_, long) => {
    globalThis.late = [];
    let last = performance.now();
    globalThis.watch = setInterval(() => {
      const now = performance.now();
      if (now - last - 10 > long) globalThis.late.push(now - last - 10);
      last = now;
    }, 10);
  }, LONG);
  const begun = performance.now();
  await page.getByTestId('import-commit').click();
  await page.getByTestId('headline-expected').waitFor({ timeout: 600_000 });
  console.log(
    `import of ${rows} rows and its audit, shown: ${((performance.now() - begun) / 1000).toFixed(1)} s`,
  );
  say('tasks of the page', await page.evaluate(() => globalThis.longTasks));
  say('turns of the shell', await app.evaluate(() => globalThis.late));
  await app.close();
} finally {
  display.end();
  rmSync(folder, { recursive: true, force: true });
}
