// Draws resources/icons/recount.svg into the PNG files beside it, in the page of the Electron that runs the program.
// Run it after the drawing was changed: node scripts/make-icons.mjs
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { buildIfStale } from './build-if-stale.mjs';
import { hasDisplay, virtualDisplay } from './display.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { ROOT } from './project.mjs';

const FOLDER = join(ROOT, 'resources', 'icons');

/** The largest is the window's; the others are what a desktop shows in lists and bars. */
const SIZES = [512, 256, 128, 64, 48, 32, 16];

const fileName = (size) => (size === SIZES[0] ? 'recount.png' : `recount-${size}.png`);

async function main() {
  await buildIfStale();
  const { executable, args, env } = await electronRuntime();
  const display = hasDisplay() ? { env: {}, end: () => undefined } : await virtualDisplay();
  const profile = await mkdtemp(join(tmpdir(), 'recount-icons-'));
  try {
    const app = await _electron.launch({
      executablePath: executable,
      args: [...args, '--disable-gpu', `--user-data-dir=${profile}`],
      timeout: 30_000,
      env: { ...process.env, ...env, ...display.env },
    });
    const page = await app.firstWindow();
    const svg = await readFile(join(FOLDER, 'recount.svg'), 'utf8');
    for (const size of SIZES) {
      const png = await page.evaluate(rasterised, { svg, size });
      await writeFile(join(FOLDER, fileName(size)), Buffer.from(png, 'base64'));
      process.stdout.write(`${fileName(size)}\n`);
    }
    await app.close();
  } finally {
    display.end();
    await rm(profile, { recursive: true, force: true });
  }
}

/** Runs in the page, so it can use nothing from this file. Drawn at its own size each time: a small icon is no shrunk large one. */
async function rasterised({ svg, size }) {
  const image = new Image(size, size);
  image.src = `data:image/svg+xml;base64,${btoa(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  canvas.getContext('2d').drawImage(image, 0, 0, size, size);
  return canvas.toDataURL('image/png').split(',')[1];
}

await main();
