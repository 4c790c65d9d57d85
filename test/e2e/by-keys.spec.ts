import { readdir } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { test } from './recount-window';

test('from the first screen to a report without a mouse', async ({ recount }) => {
  const { page, folder } = recount;
  const press = (...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());
  /** Tab until the part is reached: whoever cannot see where the focus is would do no better. */
  const tabTo = async (name: string) => {
    const part = recount.part(name).first();
    for (let step = 0; step < 80; step++) {
      if (await part.evaluate((element) => element === document.activeElement)) return;
      await press('Tab');
      const seen = await page.evaluate(() => {
        const at = document.activeElement;
        return at === document.body || (at?.matches(':focus-visible') ?? false);
      });
      expect(seen, 'the focus is always visible').toBe(true);
    }
    throw new Error(`${name} is not reached by Tab`);
  };

  await tabTo('open-sample');
  await press('Enter');
  await expect(recount.part('headline-billed')).toContainText(/\d/);

  await press('Alt+2');
  const rows = recount.part('difference-row');
  await expect(rows).toHaveCount(7);
  const grid = recount.part('differences-grid').or(page.getByRole('grid')).first();
  await expect(grid).toHaveAttribute('aria-rowcount', '8');
  await tabTo('difference-row');
  // The first key moves on from the row that Tab came to.
  await press('j', 'j');
  await expect(page.locator('[role=row]:focus')).toHaveAttribute('aria-rowindex', '4');
  await press('Enter');
  await expect(recount.part('explanation-expected')).toContainText(/\d/);
  await press('d');
  await expect(rows.nth(2)).toContainText('Disputed');
  await press('Control+z');
  await expect(rows.filter({ hasText: 'Disputed' })).toHaveCount(0);
  await press('Escape');

  await press('Control+k');
  await page.keyboard.type('packages');
  await expect(recount.part('palette-entry').first()).toBeVisible();
  await press('Enter');
  await expect(recount.part('nav-packages')).toHaveAttribute('aria-current', 'page');

  await recount.answerOpenDialog([folder]);
  await press('Alt+1');
  await tabTo('export-report');
  await press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  const write = page.getByRole('dialog').locator('.ant-btn-primary');
  for (let step = 0; step < 40; step++) {
    if (await write.evaluate((element) => element === document.activeElement)) break;
    await press('Tab');
  }
  await press('Enter');
  await expect(recount.part('notice')).toContainText('.xlsx');
  expect((await readdir(folder)).some((name) => name.endsWith('.xlsx'))).toBe(true);
});

test('the list of keys is found by what a key does and by the key', async ({ recount }) => {
  await recount.openSample();
  const { page } = recount;
  await page.keyboard.press('?');
  const keys = recount.part('shortcuts').locator('dt');
  await expect(keys.nth(15)).toBeVisible();
  await page.keyboard.type('dispute');
  await expect(keys).toHaveText(['Dispute them']);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('ctrl shift p');
  await expect(keys.first()).toContainText('Hide or show');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('nothing like it');
  await expect(keys).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(recount.part('shortcuts')).toBeHidden();
});
