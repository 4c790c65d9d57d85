import { expect, type Locator } from '@playwright/test';
import { brokenRules } from './models/axe';
import { Bills } from './models/bills';
import { Differences } from './models/differences';
import { Frame } from './models/frame';
import { misplaced } from './models/what-shows';
import { test } from './recount-window';

/** The one row that is chosen, in view. */
async function chosenIn(grid: Locator): Promise<Locator> {
  const chosen = grid.locator('[role=row][aria-selected=true]');
  await expect(chosen).toHaveCount(1);
  await expect(chosen).toBeInViewport({ ratio: 0.9 });
  return chosen;
}

test('a row that is explained from elsewhere is chosen and in view in the list, and the keys go on from it', async ({
  recount,
}) => {
  const { page } = recount;
  await recount.openSample();
  const differences = new Differences(recount);
  const items = recount.part('largest-difference').getByRole('button');
  await items.nth(4).press('Enter');
  await differences.explained();
  const fifth = await chosenIn(differences.grid);
  await expect(fifth).toHaveAttribute('aria-rowindex', '6');
  await expect(fifth).toBeFocused();
  await page.keyboard.press('k');
  await expect(differences.focused).toHaveAttribute('aria-rowindex', '5');
  await page.keyboard.press('Escape');
  await expect(differences.explanation).toBeHidden();
  await expect(differences.focused).toHaveAttribute('aria-rowindex', '5');

  // By a cause, where it is the only row.
  await recount.goTo('overview');
  await recount.part('finding').nth(3).getByRole('button').press('Enter');
  await differences.explained();
  await expect(differences.rows).toHaveCount(1);
  await expect(await chosenIn(differences.grid)).toBeFocused();
});

test('a row that agrees is shown far down among all, from its line on the bill and back', async ({
  recount,
}) => {
  await recount.openSample();
  const bills = await new Bills(recount).open();
  await bills.openLine(8);
  await bills.showDifference();
  const differences = new Differences(recount);
  await differences.explained();
  const chosen = await chosenIn(differences.grid);
  expect(Number(await chosen.getAttribute('aria-rowindex'))).toBeGreaterThan(10);
  await recount.page.keyboard.press('ArrowDown');
  await expect(differences.focused).toBeInViewport({ ratio: 0.9 });
});

test('in a narrow or enlarged window the explanation has all of the room, and gives the list back', async ({
  recount,
}) => {
  const { page } = recount;
  await recount.openSample();
  const differences = await new Differences(recount).open();
  await new Frame(recount).measure(1280, 800, 2);
  await expect(differences.row(1)).toBeVisible();
  await differences.row(1).focus();
  await page.keyboard.press('Enter');
  await differences.explained();
  const back = recount.part('panel-back');
  await expect(back).toBeFocused();
  await expect(differences.grid).toBeHidden();
  const main = await recount.page.getByRole('main').boundingBox();
  const panel = await differences.explanation.boundingBox();
  expect(panel?.width).toBeGreaterThan((main?.width ?? 0) - 2);
  expect(await misplaced(page)).toEqual([]);
  expect(await brokenRules(page)).toEqual([]);

  // One row on without the list, to the last one, where there is no next.
  const about = differences.explanation.locator('.detail-head');
  const before = await about.innerText();
  const next = recount.part('panel-next');
  await next.press('Enter');
  await expect(about).not.toHaveText(before);
  for (let row = 3; row < 7; row += 1) {
    await expect(next).toBeEnabled();
    await next.press('Enter');
  }
  await expect(next).toBeDisabled();
  await expect(back).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(differences.explanation).toBeHidden();
  await expect(differences.focused).toHaveAttribute('aria-rowindex', '8');
  await expect(differences.focused).toBeInViewport();

  // With the button, and in a window that becomes wide while it is open.
  await page.keyboard.press('Enter');
  await differences.explained();
  await back.click();
  await expect(differences.explanation).toBeHidden();
  await expect(differences.focused).toHaveAttribute('aria-rowindex', '8');
  await page.keyboard.press('Enter');
  await differences.explained();
  await new Frame(recount).measure(1280, 800);
  await expect(differences.grid).toBeVisible();
  await expect(back).toHaveCount(0);
  await chosenIn(differences.grid);
});

test('the filters of Usage and Bills fold in a narrow grid, and say what narrows the rows', async ({
  recount,
}) => {
  const { page } = recount;
  await recount.openSample();
  await recount.goTo('usage');
  const fold = recount.part('filters-fold');
  const chips = recount.part('filter-chips').getByRole('button');
  await expect(fold).toBeHidden();
  await recount.part('filter-item').press('Enter');
  await page.getByRole('checkbox', { name: 'HD video duration', exact: true }).check();
  await page.keyboard.press('Escape');
  await recount.part('usage-row').first().click();
  await expect(recount.part('usage-rows')).toBeVisible();
  await expect(fold).toBeVisible();
  await expect(recount.part('filter-item')).toBeHidden();
  await expect(chips).toHaveText(['Item: HD video duration']);
  await fold.press('Enter');
  await expect(recount.part('filter-item')).toBeVisible();
  await fold.press('Enter');
  await chips.press('Enter');
  await expect(recount.part('filter-chips')).toHaveCount(0);
  await expect(recount.part('usage-grid')).toHaveAttribute('aria-rowcount', '311');

  const bills = await new Bills(recount).open();
  await recount.part('filter-bucket').selectOption('settlement');
  await recount.page.getByRole('checkbox', { name: 'Only lines with findings' }).check();
  await bills.openLine(0);
  await expect(recount.part('filter-bucket')).toBeHidden();
  await expect(chips).toHaveCount(2);
  await chips.first().press('Enter');
  // Other rows: the line beside them is closed, and the filters stand in view again.
  await expect(recount.part('filter-bucket')).toHaveValue('');
  await bills.openLine(0);
  await expect(chips).toHaveText(['Only lines with findings']);
});
