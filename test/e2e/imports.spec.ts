import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { writeUsage, writeYear } from '../../scripts/bench-files.mjs';
import { Imports } from './models/imports';
import { SAMPLE_FILES, usageWithBadRow } from './models/month-files';
import { Overview } from './models/overview';
import { test } from './recount-window';

const [, BILL = ''] = SAMPLE_FILES;

test('a bad row is corrected in place, and the audit changes', async ({ recount }, info) => {
  const usage = join(recount.folder, 'usage.csv');
  const bill = join(recount.folder, 'bill.csv');
  const { right } = await usageWithBadRow(usage);
  await copyFile(BILL, bill);
  await recount.chooseFiles([usage, bill]);
  const imports = new Imports(recount);
  await expect(imports.forecasts).toContainText('usage.csv');
  await recount.screenshot(info, 'forecast');
  await imports.bringIn();
  await expect(imports.quarantine).toContainText('#REF!');
  const overview = await new Overview(recount).open();
  await expect(overview.headline('expected')).toContainText(/\d/);
  const before = await overview.headline('expected').textContent();
  await expect(overview.body).toContainText('1 row of usage could not be read');

  await imports.open();
  await imports.editFirstRow();
  await imports.saveRow('many');
  await expect(imports.alert).toContainText('many');
  await imports.saveRow(right);
  await expect(imports.quarantined('open')).toContainText('0');
  await expect(imports.quarantined('corrected')).toContainText('1');
  await recount.screenshot(info, 'corrected');

  await overview.open();
  await expect(overview.headline('expected')).not.toHaveText(before ?? '', { timeout: 30_000 });
  await expect(overview.body).not.toContainText('of usage could not be read');
});

test('a cancelled import leaves the workspace as it was', async ({ recount }) => {
  const big = join(recount.folder, 'big.csv');
  writeUsage(big, 400_000);
  await recount.chooseFiles([BILL]);
  const imports = new Imports(recount);
  await imports.bringIn();
  const before = await imports.inEngine();
  expect(before).toHaveLength(1);

  await imports.open();
  await recount.chooseFiles([big]);
  await imports.commit.click();
  await imports.cancelJob();
  await expect(recount.part('notice')).toContainText('cancelled');
  expect(await imports.inEngine()).toEqual(before);
});

test('an import is undone and brought back', async ({ recount }) => {
  await recount.openSample();
  const imports = await new Imports(recount).open();
  const before = await imports.inEngine();
  const usage = 'usage-2023-06.csv';
  const state = async () =>
    (await imports.inEngine()).find(({ fileName }) => fileName === usage)?.state;
  await imports.takeBack(usage);
  await expect.poll(state).toBe('undone');
  await imports.bringBack(usage);
  await expect.poll(() => imports.inEngine()).toEqual(before);
});

test('a take-back that is cancelled leaves the import, and all that it repeats, as it was', async ({
  recount,
}) => {
  const first = join(recount.folder, 'first.csv');
  const again = join(recount.folder, 'again.csv');
  writeUsage(first, 80_000);
  // The same rows once more, and one besides: another file, whose rows count once.
  await writeFile(again, `${await readFile(first, 'utf8')}${LATER}`);
  const imports = new Imports(recount);
  await recount.chooseFiles([first, again]);
  await imports.bringIn();
  await imports.open();
  const before = await imports.inEngine();
  expect(before).toMatchObject([{ duplicates: 0 }, { duplicates: 80_000 }]);

  await imports.openFile('again.csv');
  await expect(imports.repeats).toHaveCount(1);
  await expect(imports.repeats).toContainText('lines 2–80,00180,000first.csv, lines 2–80,001');

  const pressed = await imports.cancelAtFirstWord();
  await imports.takeBack('first.csv');
  await expect(recount.part('notice')).toContainText('Cancelled');
  expect(await pressed()).toContain('first.csv');
  expect(await imports.inEngine()).toEqual(before);
  await expect(imports.row('first.csv').getByRole('button', { name: 'Undo' })).toBeEnabled();

  // Not called off, the same press takes it back, and the rows of the other file count instead.
  await imports.takeBack('first.csv');
  await expect
    .poll(async () => (await imports.inEngine()).map(({ duplicates }) => duplicates), {
      timeout: 60_000,
    })
    .toEqual([0, 0]);
  expect(await imports.inEngine()).toMatchObject([{ state: 'undone' }, { accepted: 80_001 }]);
  await expect(imports.repeats).toHaveCount(0);
});

/** A row of a day that the others do not have. */
const LATER =
  '2023-07-01,100012345678,实时音视频,实时音视频-音视频通话,时长,订阅时长,' +
  '2023-07-01 00:00:00,2023-07-01 00:05:00,1400000000,语音,分钟,1,0,1\n';

test('many files are read on as far as somebody asks, and found by name', async ({ recount }) => {
  const folder = join(recount.folder, 'files');
  await mkdir(folder);
  const names = Array.from({ length: 120 }, (_, file) => `usage-${100 + file}.csv`);
  for (const [index, name] of names.entries()) {
    const day = `2023-0${1 + Math.floor(index / 28)}-${String(1 + (index % 28)).padStart(2, '0')}`;
    const row = `${day},实时音视频,1400000001,高清,分钟,7`;
    await writeFile(join(folder, name), `日期,产品名称,SdkAppId,属性,用量单位,标准用量\n${row}\n`);
  }
  await recount.chooseFiles([folder]);
  const imports = new Imports(recount);
  await imports.bringIn();
  await imports.open();
  // The newest are first, and no more are drawn than were asked for.
  await expect(imports.rows).toHaveCount(50);
  await expect(imports.found).toHaveText('120 of 120');
  await expect(imports.rows.first()).toContainText('usage-219.csv');
  await imports.more.click();
  await expect(imports.rows).toHaveCount(100);
  await imports.more.click();
  await expect(imports.rows).toHaveCount(120);
  await expect(imports.more).toHaveCount(0);

  await imports.search('AGE-10');
  await expect(imports.found).toHaveText('10 of 120');
  await expect(imports.rows).toHaveCount(10);
  await imports.openFile('usage-103.csv');
  await expect(imports.details).toContainText('No issues.');
  await imports.takeBack('usage-103.csv');
  await expect
    .poll(async () => (await imports.inEngine()).filter(({ state }) => state === 'undone').length)
    .toBe(1);
  await imports.search('nothing of the kind');
  await expect(imports.found).toHaveText('0 of 120');
});

test('every row that could not be read is reached, to the last', async ({ recount }) => {
  const usage = join(recount.folder, 'usage.csv');
  const rows = Array.from(
    { length: 250 },
    (_, row) => `2023-06-01,实时音视频,1400000001,高清,分钟,#REF!${row + 1}`,
  );
  await writeFile(usage, `日期,产品名称,SdkAppId,属性,用量单位,标准用量\n${rows.join('\n')}\n`);
  await recount.chooseFiles([usage]);
  const imports = new Imports(recount);
  await imports.bringIn();
  await imports.open();
  await imports.openFile('usage.csv');
  await expect(imports.quarantine).toHaveCount(100);
  await expect(imports.quarantined('open')).toContainText('250');
  await imports.moreQuarantined.click();
  await expect(imports.quarantine).toHaveCount(200);
  await imports.moreQuarantined.click();
  await expect(imports.quarantine).toHaveCount(250);
  await expect(imports.moreQuarantined).toHaveCount(0);
  const last = imports.quarantine.last();
  await expect(last).toContainText('#REF!250');
  // What is done about the last row leaves all others where they are.
  await last.getByTestId('quarantine-dismiss').click();
  await recount.page.keyboard.type('a test line');
  await recount.page.keyboard.press('Enter');
  await expect(imports.quarantine).toHaveCount(249);
  await expect(imports.quarantine.last()).toContainText('#REF!249');
  await expect(imports.quarantined('open')).toContainText('249');
});

test('the coverage calendar is walked by keys and says each day', async ({ recount }, info) => {
  await recount.openSample();
  const imports = await new Imports(recount).open();
  await expect(imports.calendar).toBeVisible({ timeout: 30_000 });
  await imports.calendar.getByRole('gridcell').first().focus();
  await expect(imports.daySaid).toContainText('Jun 1, 2023');
  await recount.page.keyboard.press('ArrowRight');
  await expect(imports.daySaid).toContainText('Jun 2, 2023');
  await recount.page.keyboard.press('End');
  await expect(imports.daySaid).toContainText('Jun 30, 2023');
  await recount.screenshot(info, 'coverage');
});

test('a calendar of many applications has the rows in view alone, and every one of them by keys', async ({
  recount,
}) => {
  const usage = join(recount.folder, 'usage.csv');
  const apps = 400;
  writeYear(usage, apps, 3);
  await recount.chooseFiles([usage]);
  const imports = new Imports(recount);
  await imports.bringIn();
  await imports.open();
  const { calendar, daySaid } = imports;
  await expect(calendar).toHaveAttribute('aria-rowcount', String(apps + 1));
  await expect.poll(() => calendar.locator('tbody tr[aria-rowindex]').count()).toBeLessThan(60);
  // As high as if all of them were there, so that the scroll bar tells the truth.
  await expect.poll(() => imports.calendarHeight()).toBe((apps + 1) * 27);
  await calendar.getByRole('gridcell').first().focus();
  await recount.page.keyboard.press('End');
  for (let page = 0; page < apps / 10; page++) await recount.page.keyboard.press('PageDown');
  const last = imports.calendarRow(apps + 1);
  const appOf = async (row: number) =>
    (await imports
      .calendarRow(row + 1)
      .getByRole('rowheader')
      .first()
      .textContent()) ?? 'its name';
  // All have the same gaps, so that what is at risk puts them in order: any of them can be the last one.
  await expect(last.getByRole('rowheader').first()).toHaveText(/^14\d{8}$/);
  await expect(daySaid).toContainText(await appOf(apps));
  await expect(last.getByRole('gridcell').last()).toBeFocused();
  await expect(last.getByRole('gridcell').last()).toBeInViewport();
  await recount.page.keyboard.press('ArrowUp');
  await expect(daySaid).toContainText(await appOf(apps - 1));
  // Scrolled away by hand, the cell with the focus stays what the keys go on from.
  await imports.scrollCalendarTo(0);
  await expect(imports.calendarRow(3)).toHaveCount(1);
  expect(await imports.calendarTop()).toBe(0);
  await recount.page.keyboard.press('ArrowUp');
  await expect(imports.calendarRow(apps - 1)).toBeInViewport();
  await expect(daySaid).toContainText(await appOf(apps - 2));
});
