import { join } from 'node:path';
import { expect, type Locator } from '@playwright/test';
import { writeYear } from '../../scripts/bench-files.mjs';
import { Imports } from './models/imports';
import { test } from './recount-window';

const seen = (cell: Locator) => cell.evaluate((element) => element.checkVisibility());

test('a row on its way shows and says nothing of the row that stood there before', async ({
  recount,
}) => {
  const usage = join(recount.folder, 'usage.csv');
  writeYear(usage, 300, 2);
  await recount.chooseFiles([usage]);
  await new Imports(recount).bringIn();
  await recount.goTo('usage');
  const rows = recount.part('usage-row');
  const first = rows.first();
  await expect(first).not.toHaveAttribute('aria-busy');
  const before = await first.getByRole('gridcell').allTextContents();
  expect(await seen(first.getByRole('gridcell').first())).toBe(true);

  const engine = await recount.holdEngine();
  try {
    await first.focus();
    await recount.page.keyboard.press('End');
    const last = recount.page.locator('[data-testid=usage-row][tabindex="0"]');
    await expect(last).toHaveAttribute('aria-busy', 'true');
    await expect(last).toBeInViewport();
    expect(await seen(last.locator('[role=gridcell]').first())).toBe(false);
    await expect(last).not.toHaveAttribute('aria-label');
    engine.release();
    await expect(last).not.toHaveAttribute('aria-busy');
    expect(await seen(last.locator('[role=gridcell]').first())).toBe(true);
    expect(await last.getByRole('gridcell').allTextContents()).not.toEqual(before);
  } finally {
    engine.release();
  }
});
