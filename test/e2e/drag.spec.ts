import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { drag, dropWithoutPath } from './models/drag';
import { Imports } from './models/imports';
import { ROOT, test } from './recount-window';

const FIXTURES = join(ROOT, 'test', 'fixtures');
const copied = async (folder: string, ...names: string[]) => {
  await mkdir(folder, { recursive: true });
  for (const name of names) await copyFile(join(FIXTURES, name), join(folder, name));
  return names.map((name) => join(folder, name));
};

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
  const imports = new Imports(recount);
  // Of the archive both parts, of the folder what is below it too; what cannot be read is said.
  await expect(imports.reading).toHaveCount(6);
  for (const name of ['明细账单-2.csv', 'trtc_console_usage_daily.csv', 'notes.txt'])
    await expect(imports.readings).toContainText(name);
  await imports.bringIn();
  await imports.open();
  await expect(imports.rows).toHaveCount(5);
  await expect(imports.row('trtc_package_list.csv')).toBeVisible();
});

test('a drag that is called off changes nothing, and the next one counts', async ({ recount }) => {
  const name = 'trtc_console_usage_5min.csv';
  const paths = await copied(recount.folder, name);
  const imports = new Imports(recount);
  await drag(recount, paths, 'leave');
  await expect(imports.readings).toHaveCount(0);
  await drag(recount, paths, 'drop');
  await expect(imports.readings).toContainText(name);
  await expect(imports.readings).toContainText('no application is known yet');
  await imports.bringIn();
  await imports.open();
  await imports.openFile(name);
  await imports.sayApplication('1400654321');
  await expect(imports.application).toContainText('1400654321');
  await imports.takeApplicationBack();
  await expect(imports.application).toContainText('*');
});

test('what has no path on this computer is named, not dropped in silence', async ({ recount }) => {
  await dropWithoutPath(recount, 'attachment.csv');
  await expect(recount.part('notice')).toContainText('“attachment.csv” was left out');
  await expect(new Imports(recount).readings).toHaveCount(0);
});
