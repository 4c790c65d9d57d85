// Measures the longest task that each act of a person causes, in the page and in the shell: opening the sample month,
// every screen, languages, themes, an explanation, the search, and an import of a large file. By processor time, so
// that it can be told on a busy machine too. `npm run bench:tasks -- ROWS`. Figures and conditions: docs/benchmarks.md.
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { writeUsage } from './bench-files.mjs';
import { recorded } from './bench-trace.mjs';
import { buildIfStale } from './build-if-stale.mjs';
import { hasDisplay, virtualDisplay } from './display.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { ROOT } from './project.mjs';

const rows = Number(process.argv[2] ?? 1_000_000);
const AIM = 50;
/** Milliseconds in which what follows an act is drawn, loaded and put away. */
const AFTERWARDS = 1_500;
const SCREENS = [
  'overview',
  'differences',
  'usage',
  'bills',
  'packages',
  'prices',
  'estimate',
  'imports',
  'reports',
  'settings',
];

const folder = mkdtempSync(join(tmpdir(), 'recount-bench-tasks-'));
await buildIfStale();
const { executable, args, env } = await electronRuntime();
const display = hasDisplay() ? { env: {}, end: () => undefined } : await virtualDisplay();
let profiles = 0;

async function opened() {
  const app = await _electron.launch({
    executablePath: executable,
    args: [...args, '--disable-gpu', `--user-data-dir=${join(folder, `profile-${profiles++}`)}`],
    cwd: ROOT,
    env: { ...process.env, ...env, ...display.env, LANGUAGE: 'en' },
  });
  const page = await app.firstWindow();
  await page.getByTestId('drop-zone').waitFor();
  await page.waitForTimeout(AFTERWARDS);
  return { app, page, part: (name) => page.getByTestId(name) };
}

async function act({ app, page }, name, work) {
  const { page: ofPage, shell } = await recorded(app, async () => {
    await work();
    await page.waitForTimeout(AFTERWARDS);
  });
  say(name, ofPage, shell);
}

function say(name, ...threads) {
  const figures = threads.map((tasks) => {
    const times = tasks.map(({ processor }) => processor);
    const over = times.filter((time) => time > AIM).length;
    const clock = Math.max(0, ...tasks.map((task) => task.clock));
    return `${Math.max(0, ...times)
      .toFixed(1)
      .padStart(
        7,
      )} ms (clock ${clock.toFixed(0).padStart(4)})${over > 0 ? ` ${over} over ${AIM}` : ''}`;
  });
  console.log(`${name.padEnd(36)} page ${figures[0]}   shell ${figures[1]}`);
}

async function sampleMonth() {
  const window = await opened();
  const { part, page } = window;
  await act(window, 'open the sample month', async () => {
    await part('open-sample').click();
    await part('headline-billed').waitFor();
  });
  await walk(window, 'first time');
  await walk(window, 'again');
  for (const language of ['ko', 'zh-CN', 'en'])
    await act(window, `language ${language}`, () => part('language').selectOption(language));
  for (const theme of ['dark', 'contrast', 'light'])
    await act(window, `theme ${theme}`, () => part('theme').selectOption(theme));
  for (const time of ['first time', 'again'])
    await act(window, `search, ${time}`, async () => {
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
    });
  await part('nav-differences').click();
  await part('difference-row').first().waitFor();
  await page.waitForTimeout(AFTERWARDS);
  for (const place of [0, 3])
    await act(window, `explanation of row ${place + 1}`, async () => {
      await part('difference-row').nth(place).click();
      await part('explanation').waitFor();
    });
  await window.app.close();
}

async function walk(window, time) {
  for (const screen of [...SCREENS.slice(1), SCREENS[0]])
    await act(window, `${screen}, ${time}`, async () => {
      await window.part(`nav-${screen}`).click();
      await window.page.getByRole('heading', { level: 1 }).waitFor();
    });
}

async function largeImport() {
  const usage = join(folder, 'usage.csv');
  writeUsage(usage, rows);
  const window = await opened();
  await window.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, usage);
  await act(window, `look at a file of ${rows} rows`, async () => {
    await window.part('choose-files').click();
    await window.part('import-commit').waitFor({ timeout: 60_000 });
  });
  await act(window, 'its import, audit and Overview', async () => {
    await window.part('import-commit').click();
    await window.part('headline-expected').waitFor({ timeout: 600_000 });
  });
  await walk(window, 'many rows');
  await window.app.close();
}

try {
  console.log(`load ${loadavg()[0].toFixed(1)}`);
  await sampleMonth();
  await largeImport();
  console.log(`load ${loadavg()[0].toFixed(1)}`);
} finally {
  display.end();
  rmSync(folder, { recursive: true, force: true });
}
