import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './recount-window';

test('an engine that dies is announced, started again, and nothing is lost', async ({
  recount,
}, info) => {
  await recount.openSample();
  const before = await recount.part('headline-billed').innerText();
  await recount.killEngine();
  await expect(recount.part('notice').first()).toBeVisible();
  await recount.screenshot(info, 'engine-restarted');
  await recount.goTo('differences');
  await expect(recount.part('difference-row').first()).toBeVisible();
  await recount.goTo('overview');
  await expect(recount.part('headline-billed')).toHaveText(before);
  expect(await recount.logFile()).toContain('engine ended by itself');
});

test('a file that is no export is refused with a sentence', async ({ recount }, info) => {
  const path = join(recount.folder, 'holiday.csv');
  await writeFile(path, Buffer.from([0, 1, 2, 3, 0xff, 0xfe, 0, 0]));
  await recount.chooseFiles([path]);
  await expect(recount.part('reading')).toContainText('holiday.csv');
  await expect(recount.part('import-commit')).toBeDisabled();
  await recount.screenshot(info, 'unreadable');
});

test('a workspace of a newer version is refused and left as it is', async ({ recount }, info) => {
  const path = join(recount.folder, 'newer.recount');
  await recount.makeWorkspace(path);
  await stampNewer(path);
  await recount.answerOpenDialog([path]);
  await recount.part('open-workspace').click();
  await expect(recount.part('notice')).toContainText(/newer/i);
  await expect(recount.part('drop-zone')).toBeVisible();
  await recount.screenshot(info, 'newer-workspace');
});

/** SQLite keeps `user_version` as four big-endian bytes at offset 60 of the file. */
async function stampNewer(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.write(Buffer.from([0, 0, 0x27, 0x0f]), 0, 4, 60);
  } finally {
    await file.close();
  }
}
