// Measures frames of a grid of many differences while it is scrolled: 600 of them, a leap each second, by processor time
// of the page (which a busy machine does not change much) and by the clock (which it does), beside a bare page of plain
// rows in the same runtime. `npm run bench:grid -- ROWS ROWS …`. Figures and conditions: docs/benchmarks.md.
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { workspaceOfDifferences } from './bench-differences.mjs';
import { FRAME, recorded } from './bench-trace.mjs';
import { buildIfStale } from './build-if-stale.mjs';
import { hasDisplay, virtualDisplay } from './display.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { ROOT } from './project.mjs';

const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [100_000, 1_000_000];
const FRAMES = 600;
/** Plain rows of one line, as many as the grid shows at once and around it. */
const PLAIN_ROWS = 47;

await buildIfStale();
const { executable, args, env } = await electronRuntime();
const display = hasDisplay() ? { env: {}, end: () => undefined } : await virtualDisplay();

async function opened(folder) {
  const app = await _electron.launch({
    executablePath: executable,
    args: [...args, '--disable-gpu', `--user-data-dir=${mkdtempSync(join(folder, 'profile-'))}`],
    cwd: ROOT,
    env: { ...process.env, ...env, ...display.env, LANGUAGE: 'en' },
  });
  const page = await app.firstWindow();
  await page.getByTestId('drop-zone').waitFor();
  return { app, page };
}

/** In the page: a wheel's pace for most of it, and every second a leap as of the scroll bar; from the end, back. */
async function scroll({ frames, mark }) {
  const scroller = [...document.querySelectorAll('*')].find(
    (element) => element.scrollHeight > 2 * element.clientHeight && element.clientHeight > 200,
  );
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const times = [];
  let last = await nextFrame();
  performance.mark(mark);
  for (let frame = 0; frame < frames; frame++) {
    const atEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1;
    if (atEnd) scroller.scrollTop = 0;
    else scroller.scrollTop += frame % 60 === 59 ? scroller.scrollHeight / 13 : 120;
    const now = await nextFrame();
    performance.mark(mark);
    times.push(now - last);
    last = now;
  }
  return times;
}

const quantile = (values, part) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];
const figures = (values) =>
  [quantile(values, 0.5), quantile(values, 0.99), Math.max(...values)]
    .map((value) => value.toFixed(1).padStart(6))
    .join(' ');

async function measure(name, { app, page }) {
  let clock = [];
  const { frames, page: tasks } = await recorded(app, async () => {
    clock = await page.evaluate(scroll, { frames: FRAMES, mark: FRAME });
  });
  const over = (limit) => tasks.filter(({ processor }) => processor > limit).length;
  console.log(
    `${name.padEnd(22)} processor ${figures(frames)}   clock ${figures(clock)}   ` +
      `tasks over 25 ms of the processor ${over(25)}, over 50 ${over(50)}   load ${loadavg()[0].toFixed(1)}`,
  );
  await app.close();
}

async function grid(folder, rows) {
  const path = workspaceOfDifferences(mkdtempSync(join(folder, 'workspace-')), rows);
  const { app, page } = await opened(folder);
  await app.evaluate(({ BrowserWindow }, file) => {
    const wish = { command: 'open-path', path: file };
    BrowserWindow.getAllWindows()[0].webContents.send('recount:command', wish);
  }, path);
  await page.getByTestId('nav-differences').click({ timeout: 120_000 });
  await page.getByTestId('difference-row').first().waitFor({ timeout: 120_000 });
  await measure(`${rows} differences`, { app, page });
}

async function plain(folder) {
  const { app, page } = await opened(folder);
  await page.evaluate((rows) => {
    document.body.textContent = '';
    const scroller = document.createElement('div');
    Object.assign(scroller.style, { height: '600px', overflow: 'auto' });
    for (let row = 0; row < rows; row++) {
      const line = document.createElement('div');
      Object.assign(line.style, { height: '30px' });
      line.textContent = `row ${row}: plain text of one line and nothing else`;
      scroller.append(line);
    }
    document.body.append(scroller);
  }, PLAIN_ROWS);
  await measure(`${PLAIN_ROWS} plain rows`, { app, page });
}

const folder = mkdtempSync(join(tmpdir(), 'recount-bench-grid-'));
try {
  console.log(`${FRAMES} frames, milliseconds: median, 99 %, longest`);
  await plain(folder);
  for (const rows of sizes) await grid(folder, rows);
} finally {
  display.end();
  rmSync(folder, { recursive: true, force: true });
}
