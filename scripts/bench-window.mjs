// Measures the window: its start beside a bare Electron window, and frames, long tasks and keys over a grid of many
// differences. `npm run bench:window -- ROWS ROUNDS`; 0 leaves that part out. Figures and conditions: docs/benchmarks.md.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { workspaceOfDifferences } from './bench-differences.mjs';
import { startsInTurns } from './bench-starts.mjs';
import { buildIfStale } from './build-if-stale.mjs';
import { hasDisplay, virtualDisplay } from './display.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { ROOT } from './project.mjs';

const rows = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 20);

const folder = mkdtempSync(join(tmpdir(), 'recount-bench-window-'));
const quantile = (values, part) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];

await buildIfStale();
const runtime = await electronRuntime();
const display = hasDisplay() ? { env: {}, end: () => undefined } : await virtualDisplay();

/** Beside a bare window of the same runtime; the page tells the moment itself. */
async function starts() {
  const { bare, own, missed, loads } = await startsInTurns(runtime, display.env, folder, rounds);
  for (const what of ['clock', 'processor']) {
    const [ofBare, ofOwn] = [bare, own].map((side) => side.map((start) => start[what]));
    if (ofOwn.includes(null)) continue;
    const [quarter, half] = [0.25, 0.5].map((part) => {
      const [one, other] = [quantile(ofBare, part), quantile(ofOwn, part)];
      return `${other.toFixed(0)} ms beside ${one.toFixed(0)}, ${(other / one).toFixed(2)}`;
    });
    console.log(`start by the ${what}: median ${half}; lower quartile ${quarter}`);
  }
  const [least, most] = [Math.min(...loads), Math.max(...loads)].map((load) => load.toFixed(1));
  console.log(
    `  ${rounds} starts of each in turns, ${missed} missed; load ${least} to ${most} on ${cpus().length} cores`,
  );
}

/** In the page: frame times while the grid is scrolled, long tasks, and from key to next frame. */
async function grid(path) {
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [...runtime.args, '--disable-gpu', `--user-data-dir=${join(folder, 'profile')}`],
    cwd: ROOT,
    env: { ...process.env, ...runtime.env, ...display.env, LANGUAGE: 'en' },
  });
  const page = await app.firstWindow();
  await page.getByTestId('drop-zone').waitFor();
  await app.evaluate(({ BrowserWindow }, file) => {
    const wish = { command: 'open-path', path: file };
    BrowserWindow.getAllWindows()[0].webContents.send('recount:command', wish);
  }, path);
  await page.getByTestId('nav-differences').click({ timeout: 120_000 });
  await page.getByTestId('difference-row').first().waitFor({ timeout: 120_000 });
  const total = await page.locator('[aria-rowcount]').first().getAttribute('aria-rowcount');
  const measured = await page.evaluate(async () => {
    const scroller = [...document.querySelectorAll('*')].find(
      (element) => element.scrollHeight > 5 * element.clientHeight && element.clientHeight > 200,
    );
    const longTasks = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) longTasks.push(entry.duration);
    }).observe({ type: 'longtask' });
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const frames = [];
    let last = await nextFrame();
    for (let frame = 0; frame < 600; frame++) {
      // A wheel's pace for most of it, and every second a leap as of the scroll bar.
      scroller.scrollTop += frame % 60 === 59 ? scroller.scrollHeight / 13 : 120;
      const now = await nextFrame();
      frames.push(now - last);
      last = now;
    }
    return { frames, longTasks };
  });
  await page.getByTestId('difference-row').first().click();
  const keys = [];
  for (let press = 0; press < 60; press++) {
    // Heard from before the key is pressed, also where the machine is busy.
    await page.evaluate(() => {
      globalThis.latency = new Promise((resolve) => {
        addEventListener(
          'keydown',
          (event) => requestAnimationFrame(() => resolve(performance.now() - event.timeStamp)),
          { once: true, capture: true },
        );
      });
    });
    await page.keyboard.press('j');
    keys.push(await page.evaluate(() => globalThis.latency));
  }
  await app.close();
  return { total, keys, ...measured };
}

async function frames() {
  const {
    total,
    frames: times,
    longTasks,
    keys,
  } = await grid(workspaceOfDifferences(folder, rows));
  console.log(`grid of ${total} rows, 600 frames of scrolling:`);
  console.log(
    `  frame median ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms, longest ${Math.max(...times).toFixed(1)} ms`,
  );
  console.log(
    `  long tasks over 50 ms: ${longTasks.length}${longTasks.length > 0 ? `, longest ${Math.max(...longTasks).toFixed(0)} ms` : ''}`,
  );
  console.log(
    `  key to next frame: median ${quantile(keys, 0.5).toFixed(1)} ms, p99 ${quantile(keys, 0.99).toFixed(1)} ms`,
  );
}

try {
  if (rounds > 0) await starts();
  if (rows > 0) await frames();
} finally {
  display.end();
  rmSync(folder, { recursive: true, force: true });
}
