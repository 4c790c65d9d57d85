import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { drag } from './models/drag';
import { ROOT, test } from './recount-window';

const FIXTURES = join(ROOT, 'test', 'fixtures');
const copied = async (folder: string, ...names: string[]) => {
  await mkdir(folder, { recursive: true });
  for (const name of names) await copyFile(join(FIXTURES, name), join(folder, name));
  return names.map((name) => join(folder, name));
};

const READINGS = 'import-readings';

test('several files and a folder are dragged in together', async ({ recount }) => {
  const loose = await copied(
    join(recount.folder, 'loose'),
    'cn_usage_detail_rav_daily.csv',
    '100012345678-202306-按扣费周期-明细账单.zip',
  );
  const folder = join(recount.folder, 'from the console');
  await copied(join(folder, 'deeper'), 'trtc_console_usage_daily.csv');
  await copied(folder, 'trtc_package_list.csv');
  await writeFile(join(folder, 'notes.txt'), 'not an export');
  await drag(recount, [...loose, folder], 'drop');
  // Of the archive both parts, of the folder what is below it too; what cannot be read is said.
  await expect(recount.part(READINGS).locator('li.reading')).toHaveCount(6);
  const readings = recount.part(READINGS);
  for (const name of ['明细账单-2.csv', 'trtc_console_usage_daily.csv', 'notes.txt'])
    await expect(readings).toContainText(name);
  await recount.part('import-commit').click();
  await expect(recount.page.locator('body')).toContainText('18');
  await recount.goTo('imports');
  await expect(recount.page.locator('table.ledger').first()).toContainText('trtc_package_list.csv');
});

test('a drag that is called off changes nothing, and the next one counts', async ({ recount }) => {
  const paths = await copied(recount.folder, 'trtc_console_usage_5min.csv');
  await drag(recount, paths, 'leave');
  await expect(recount.part(READINGS)).toHaveCount(0);
  await drag(recount, paths, 'drop');
  await expect(recount.part(READINGS)).toContainText('trtc_console_usage_5min.csv');
  await expect(recount.part(READINGS)).toContainText('no application is known yet');
  await recount.part('import-commit').click();
  await recount.goTo('imports');
  await recount.page.getByRole('button', { name: 'trtc_console_usage_5min.csv' }).click();
  await recount.part('say-application').fill('1400654321');
  await recount.page.keyboard.press('Enter');
  await expect(recount.part('import-application')).toContainText('1400654321');
  await recount.page.getByRole('button', { name: 'Take the assignment back' }).click();
  await expect(recount.part('import-application')).toContainText('*');
});

test('what has no path on this computer is named, not dropped in silence', async ({ recount }) => {
  await recount.page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['x'], 'attachment.csv'));
    const drop = new DragEvent('drop', { dataTransfer: data, bubbles: true });
    document.querySelector('main')?.dispatchEvent(drop);
  });
  await expect(recount.page.locator('body')).toContainText('“attachment.csv” was left out');
  await expect(recount.part(READINGS)).toHaveCount(0);
});
