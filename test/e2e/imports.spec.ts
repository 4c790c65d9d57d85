import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { RecountBridge } from '../../src/shared/contract/desktop';
import type { ImportSummary } from '../../src/shared/contract/imports';
import { writeUsage, writeYear } from '../../scripts/bench-files.mjs';
import { ROOT, test, type RecountWindow } from './recount-window';

const SAMPLE = join(ROOT, 'resources', 'sample-month');

/** The sample month, in the test's folder, with one number of the usage made unreadable. */
async function monthWithBadRow(folder: string): Promise<{ paths: string[]; right: string }> {
  const usage = join(folder, 'usage.csv');
  const bill = join(folder, 'bill.csv');
  const lines = (await readFile(join(SAMPLE, 'usage-2023-06.csv'), 'utf8')).split('\n');
  const column = (lines[0] ?? '').split(',').indexOf('标准用量');
  // Late in the month, when nothing free is left: the row is worth money.
  const row = lines.findLastIndex((line) => line.startsWith('2023-06-2'));
  const cells = (lines[row] ?? '').split(',');
  const right = cells[column] ?? '';
  cells[column] = '#REF!';
  lines[row] = cells.join(',');
  await writeFile(usage, lines.join('\n'));
  await writeFile(bill, await readFile(join(SAMPLE, 'bill-2023-06.csv')));
  return { paths: [usage, bill], right };
}

/** What the engine holds, asked the way the window asks. */
function imports(recount: RecountWindow): Promise<ImportSummary[]> {
  return recount.page.evaluate(async () => {
    const { transport } = (globalThis as unknown as { recount: RecountBridge }).recount;
    const answer = await transport.invoke('imports.list', {});
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  });
}

test('a bad row is corrected in place, and the audit changes', async ({ recount }, info) => {
  const { paths, right } = await monthWithBadRow(recount.folder);
  await recount.chooseFiles(paths);
  await expect(recount.part('forecasts')).toContainText('usage.csv');
  await recount.screenshot(info, 'forecast');
  await recount.part('import-commit').click();
  await expect(recount.part('quarantine-row')).toContainText('#REF!');
  await recount.goTo('overview');
  await expect(recount.part('headline-expected')).toContainText(/\d/);
  const before = await recount.part('headline-expected').textContent();
  await expect(recount.page.locator('main')).toContainText('1 row of usage could not be read');

  await recount.goTo('imports');
  await recount.part('quarantine-edit').click();
  await recount.part('suspect-cell').fill('many');
  await recount.part('quarantine-save').click();
  await expect(recount.page.getByRole('alert')).toContainText('many');
  await recount.part('suspect-cell').fill(right);
  await recount.part('quarantine-save').click();
  await expect(recount.part('quarantine-open')).toContainText('0');
  await expect(recount.part('quarantine-corrected')).toContainText('1');
  await recount.screenshot(info, 'corrected');

  await recount.goTo('overview');
  await expect(recount.part('headline-expected')).not.toHaveText(before ?? '', {
    timeout: 30_000,
  });
  await expect(recount.page.locator('main')).not.toContainText('of usage could not be read');
});

test('a cancelled import leaves the workspace as it was', async ({ recount }) => {
  const big = join(recount.folder, 'big.csv');
  writeUsage(big, 400_000);
  const { paths } = await monthWithBadRow(recount.folder);
  await recount.chooseFiles(paths.slice(1));
  await recount.part('import-commit').click();
  await expect.poll(async () => (await imports(recount)).length).toBe(1);
  const before = await imports(recount);

  await recount.goTo('imports');
  await recount.chooseFiles([big]);
  await recount.part('import-commit').click();
  await recount.part('job-cancel').click({ timeout: 30_000 });
  await expect(recount.part('notice')).toContainText('cancelled');
  expect(await imports(recount)).toEqual(before);
});

test('an import is undone and brought back', async ({ recount }) => {
  await recount.openSample();
  const before = await imports(recount);
  await recount.goTo('imports');
  const first = recount.page.locator('tbody tr').first();
  await first.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(async () => (await imports(recount))[0]?.state).toBe('undone');
  await first.getByRole('button', { name: 'Redo', exact: true }).click();
  await expect.poll(async () => imports(recount)).toEqual(before);
});

test('the coverage calendar is walked by keys and says each day', async ({ recount }, info) => {
  await recount.openSample();
  await recount.goTo('imports');
  const grid = recount.part('coverage-grid');
  await expect(grid).toBeVisible({ timeout: 30_000 });
  const first = grid.getByRole('gridcell').first();
  await first.focus();
  await expect(recount.part('coverage-said')).toContainText('Jun 1, 2023');
  await recount.page.keyboard.press('ArrowRight');
  await expect(recount.part('coverage-said')).toContainText('Jun 2, 2023');
  await recount.page.keyboard.press('End');
  await expect(recount.part('coverage-said')).toContainText('Jun 30, 2023');
  await recount.screenshot(info, 'coverage');
});

test('a calendar of many applications has the rows in view alone, and every one of them by keys', async ({
  recount,
}) => {
  const usage = join(recount.folder, 'usage.csv');
  const apps = 400;
  writeYear(usage, apps, 3);
  await recount.chooseFiles([usage]);
  await recount.part('import-commit').click();
  await recount.goTo('imports');
  const grid = recount.part('coverage-grid');
  await expect(grid).toHaveAttribute('aria-rowcount', String(apps + 1));
  const rows = grid.locator('tbody tr[aria-rowindex]');
  await expect.poll(() => rows.count()).toBeLessThan(60);
  // As high as if all of them were there, so that the scroll bar tells the truth.
  await expect
    .poll(() => grid.evaluate((table) => Math.round(table.getBoundingClientRect().height)))
    .toBe((apps + 1) * 27);
  await grid.getByRole('gridcell').first().focus();
  await recount.page.keyboard.press('End');
  for (let page = 0; page < apps / 10; page++) await recount.page.keyboard.press('PageDown');
  await expect(recount.part('coverage-said')).toContainText(String(1400000000 + apps - 1));
  const last = grid.locator(`[aria-rowindex="${apps + 1}"]`);
  await expect(last.getByRole('gridcell').last()).toBeFocused();
  await expect(last.getByRole('gridcell').last()).toBeInViewport();
  await recount.page.keyboard.press('ArrowUp');
  await expect(recount.part('coverage-said')).toContainText(String(1400000000 + apps - 2));
  // Scrolled away by hand, the cell with the focus stays what the keys go on from.
  const scroller = recount.page.locator('.coverage-scroll');
  await scroller.evaluate((element) => element.scrollTo(0, 0));
  await expect(grid.locator('[aria-rowindex="3"]')).toHaveCount(1);
  expect(await scroller.evaluate((element) => element.scrollTop)).toBe(0);
  await recount.page.keyboard.press('ArrowUp');
  await expect(recount.part('coverage-said')).toContainText(String(1400000000 + apps - 3));
  await expect(grid.locator(`[aria-rowindex="${apps - 1}"]`)).toBeInViewport();
});
