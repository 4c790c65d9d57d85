import { expect } from '@playwright/test';
import { Differences } from './models/differences';
import { test } from './recount-window';

test('what is typed into a filter keeps the focus, and a saved view brings its own words', async ({
  recount,
}) => {
  await recount.openSample();
  const differences = await new Differences(recount).open();
  const { rows, words, views } = differences;
  await expect(rows).toHaveCount(7);
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
  await views.click();
  await differences.keepViewAs('one application');
  const view = differences.view('one application');
  await expect(view).toBeVisible();
  await recount.page.keyboard.press('Escape');
  await words.fill('');
  await expect(rows).toHaveCount(7);
  await views.click();
  await view.click();
  await expect(rows).toHaveCount(fewer);
  await expect(words).toHaveValue('1400654321');
  // What stood in the field before would be asked for again by now.
  await recount.page.waitForTimeout(500);
  await expect(words).toHaveValue('1400654321');
  await expect(rows).toHaveCount(fewer);
});

test('grouping and ungrouping leave the focus and what is typed where they are', async ({
  recount,
}) => {
  const { page } = recount;
  await recount.openSample();
  await recount.goTo('differences');
  await expect(recount.part('difference-row')).toHaveCount(7);
  const group = recount.part('group-by');
  await group.focus();
  const groups = recount.part('group-row');
  await group.selectOption('cause');
  await expect(groups.first()).toBeVisible();
  await expect(group).toBeFocused();

  const all = await groups.count();
  const words = page.getByRole('search').getByRole('textbox');
  await words.fill('1400123456');
  // What is typed counts a moment later.
  await expect(groups).not.toHaveCount(all);
  await expect(words).toBeFocused();
  await group.selectOption('item');
  await expect(recount.part('group-row').first()).toBeVisible();
  await expect(words).toHaveValue('1400123456');
  await group.focus();
  await group.selectOption('none');
  await expect(recount.part('difference-row').first()).toBeVisible();
  await expect(group).toBeFocused();
  await expect(words).toHaveValue('1400123456');

  await group.selectOption('cause');
  // A group that is still on its way opens nothing.
  await expect(groups.first()).not.toHaveAttribute('aria-busy');
  await groups.first().click();
  await expect(recount.part('difference-row').first()).toBeVisible();
  await expect(recount.part('explanation')).toHaveCount(0);
});

test('beside an explanation the filters fold into one line, and say what narrows the rows', async ({
  recount,
}) => {
  const { page } = recount;
  await recount.openSample();
  await recount.goTo('differences');
  const rows = recount.part('difference-row');
  await expect(rows).toHaveCount(7);
  const fold = recount.part('filters-fold');
  const status = recount.part('filter-status');
  await expect(fold).toBeHidden();
  await expect(status).toBeVisible();

  await rows.first().click();
  await expect(recount.part('explanation')).toBeVisible();
  await expect(status).toBeHidden();
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  await fold.press('Enter');
  await expect(fold).toHaveAttribute('aria-expanded', 'true');
  await expect(status).toBeVisible();
  await status.focus();
  await page.keyboard.press('Escape');
  await expect(status).toBeHidden();
  await expect(fold).toBeFocused();
  await expect(recount.part('explanation')).toBeVisible();

  await fold.press('Enter');
  await status.press('Enter');
  await page.getByRole('checkbox', { name: 'Over-billed', exact: true }).check();
  await expect(rows).not.toHaveCount(7);
  await page.keyboard.press('Escape');
  const fewer = await rows.count();
  await rows.first().click();
  await expect(recount.part('explanation')).toBeVisible();
  const chip = recount.part('filter-chips').getByRole('button');
  await expect(chip).toHaveText('Status: Over-billed');
  await expect(chip).toHaveAccessibleName('Take away: Status: Over-billed');
  await expect(rows).toHaveCount(fewer);
  await chip.press('Enter');
  await expect(rows).toHaveCount(7);
  await expect(recount.part('filter-chips')).toHaveCount(0);
});
