import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { Overview } from './models/overview';
import { test } from './recount-window';

test('a chart is saved as a picture that other programs can read', async ({ recount }) => {
  await recount.openSample();
  const { page, folder } = recount;
  const overview = new Overview(recount);
  for (const format of ['svg', 'png'] as const) {
    const path = join(folder, `bridge.${format}`);
    await recount.answerSaveDialog(path);
    await overview.savePicture(format);
    await expect(recount.part('notice')).toContainText(`bridge.${format}`);
  }
  const svg = await readFile(join(folder, 'bridge.svg'), 'utf8');
  const parsed = await page.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, 'image/svg+xml');
    return {
      broken: read.querySelector('parsererror') !== null,
      text: read.documentElement.textContent,
    };
  }, svg);
  expect(parsed.broken).toBe(false);
  expect(parsed.text).toContain('+100.00');
  const png = await readFile(join(folder, 'bridge.png'));
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  // Width and height stand at 16 and 20; three dots for each pixel of the page.
  expect(png.readUInt32BE(16)).toBeGreaterThan(1_000);
  expect(png.readUInt32BE(20)).toBe(286 * 3);
});
