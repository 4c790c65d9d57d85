// Measures the window: its start beside a bare Electron window, and frames, long tasks and keys over a grid of many
// differences. `npm run bench:window -- ROWS ROUNDS`. Figures and conditions: docs/benchmarks.md.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { _electron } from '@playwright/test';
import { workspaceOfDifferences } from './bench-differences.mjs';
import { buildIfStale } from './build-if-stale.mjs';
import { hasDisplay, virtualDisplay } from './display.mjs';
import { bareElectron } from './electron-bare.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { ROOT } from './project.mjs';

const rows = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 5);

const folder = mkdtempSync(join(tmpdir(), 'recount-bench-window-'));
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const quantile = (values, part) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];

await buildIfStale();
const runtime = await electronRuntime();
const display = hasDisplay() ? { env: {}, end: () => undefined } : await virtualDisplay();
let profiles = 0;

function launch(executablePath, args) {
  return _electron.launch({
    executablePath,
    args: [...args, '--disable-gpu', `--user-data-dir=${join(folder, `profile-${profiles++}`)}`],
    cwd: ROOT,
    // As for a person: nothing of the program waits until the debugger has attached.
    env: {
      ...process.env,
      ...runtime.env,
      ...display.env,
      LANGUAGE: 'en',
      RECOUNT_AWAIT_DEBUGGER: '0',
    },
    timeout: 10_000,
  });
}

/** Milliseconds from the start of the process until `there` is on the page; a start the debugger missed is not counted. */
async function start(executable, args, there) {
  const { app, took } = await opened(executable, args, there);
  await app.close();
  return took;
}

async function opened(executable, args, there) {
  for (let attempt = 1; ; attempt++) {
    const begun = performance.now();
    let app;
    try {
      app = await launch(executable, args);
      const page = await app.firstWindow({ timeout: 10_000 });
      await page.locator(there).first().waitFor({ timeout: 10_000 });
      return { app, page, took: performance.now() - begun };
    } catch (failure) {
      app?.process().kill('SIGKILL');
      if (attempt === 10) throw failure;
    }
  }
}

async function starts() {
  const bareFolder = await bareElectron(runtime.executable);
  const bare = join(bareFolder, basename(runtime.executable));
  cpSync(join(ROOT, 'scripts', 'bench-bare'), join(bareFolder, 'resources', 'app'), {
    recursive: true,
  });
  const bareArgs = runtime.args.filter((arg) => arg !== ROOT);
  const times = { bare: [], own: [] };
  try {
    for (let round = 0; round < rounds; round++) {
      times.bare.push(await start(bare, bareArgs, 'main'));
      times.own.push(await start(runtime.executable, runtime.args, '[data-testid="drop-zone"]'));
    }
  } finally {
    rmSync(bareFolder, { recursive: true, force: true });
  }
  return { bare: median(times.bare), own: median(times.own) };
}

/** In the page: frame times while the grid is scrolled, long tasks, and from key to next frame. */
async function grid(path) {
  const { app, page } = await opened(runtime.executable, runtime.args, '[data-testid="drop-zone"]');
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

try {
  const { bare, own } = await starts();
  console.log(
    `start: ${Math.round(own)} ms, bare ${Math.round(bare)} ms, ratio ${(own / bare).toFixed(2)}`,
  );
  const { total, frames, longTasks, keys } = await grid(workspaceOfDifferences(folder, rows));
  console.log(`grid of ${total} rows, 600 frames of scrolling:`);
  console.log(
    `  frame median ${median(frames).toFixed(1)} ms, p99 ${quantile(frames, 0.99).toFixed(1)} ms, longest ${Math.max(...frames).toFixed(1)} ms`,
  );
  console.log(
    `  long tasks over 50 ms: ${longTasks.length}${longTasks.length > 0 ? `, longest ${Math.max(...longTasks).toFixed(0)} ms` : ''}`,
  );
  console.log(
    `  key to next frame: median ${median(keys).toFixed(1)} ms, p99 ${quantile(keys, 0.99).toFixed(1)} ms`,
  );
} finally {
  display.end();
  rmSync(folder, { recursive: true, force: true });
}
