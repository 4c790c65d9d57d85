import { expect } from '@playwright/test';
import { test } from './recount-window';

test('what is typed into a filter keeps the focus, and a saved view brings its own words', async ({
  recount,
}) => {
  const { page } = recount;
  await recount.openSample();
  await recount.part('nav-differences').click();
  const rows = recount.part('difference-row');
  await expect(rows).toHaveCount(7);
  const words = page.getByRole('search').getByRole('textbox');
  await words.fill('1400654321');
  await expect(rows).not.toHaveCount(7);
  const fewer = await rows.count();
  await expect(words).toBeFocused();
  await words.press('Backspace');
  await expect(words).toHaveValue('140065432');
  await words.fill('');
  await expect(rows).toHaveCount(7);
  await expect(words).toBeFocused();

  await words.fill('1400654321');
  await expect(rows).toHaveCount(fewer);
  const views = recount.part('views');
  await views.click();
  const name = page.locator('.popover-panel').getByRole('textbox');
  await name.fill('one application');
  await name.press('Enter');
  const view = page.getByRole('button', { name: 'one application', exact: true });
  await expect(view).toBeVisible();
  await page.keyboard.press('Escape');
  await words.fill('');
  await expect(rows).toHaveCount(7);
  await views.click();
  await view.click();
  await expect(rows).toHaveCount(fewer);
  await expect(words).toHaveValue('1400654321');
  // What stood in the field before would be asked for again by now.
  await page.waitForTimeout(500);
  await expect(words).toHaveValue('1400654321');
  await expect(rows).toHaveCount(fewer);
});
