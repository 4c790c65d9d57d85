import { expect } from '@playwright/test';
import { test } from './recount-window';

/** The second of the two lines of the sample that stand for one charge. */
const SECOND = '2023062500000000100002';

test('a bill line is taken out, placed by keys alone, undone, and stands in the trail', async ({
  recount,
}, info) => {
  const { page } = recount;
  await recount.openSample();
  const billed = await recount.part('headline-billed').innerText();
  await recount.goTo('bills');
  await page.getByRole('search').getByRole('textbox').fill(SECOND);
  await expect(recount.part('bill-row')).toHaveCount(1);
  await recount.part('bill-row').first().click();
  const match = recount.part('line-match');
  await expect(match).toContainText('Billed twice');
  await expect(match).toContainText('several bill lines stand for the same days');

  // This line alone is taken out; the notice takes it back.
  await match.getByRole('button', { name: 'Take this line out' }).click();
  await expect(match).toContainText('Not expected');
  await expect(recount.part('line-pin')).toContainText('taken out of its match');
  await recount.part('notice').getByRole('button', { name: 'Undo' }).click();
  await expect(match).toContainText('Billed twice');
  await expect(recount.part('line-pin')).toHaveCount(0);

  // Placed by keys: open, choose the charge that has no line, confirm with Enter.
  await recount.part('place-open').focus();
  await page.keyboard.press('Enter');
  await expect(recount.part('place-charge')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(recount.part('place-charge')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(recount.part('place-firstDay')).toHaveValue('2023-06-29');
  await recount.screenshot(info, 'place-form');
  await recount.part('place-lastDay').fill('2023-06-28');
  await expect(recount.part('place-save')).toBeDisabled();
  // A day is written, stepped through, or chosen on a calendar that keys walk and Escape closes by itself.
  await recount.part('place-lastDay').press('ArrowUp');
  await expect(recount.part('place-lastDay')).toHaveValue('2023-06-29');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-day="2023-06-29"]')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('[data-day="2023-06-22"]')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(recount.part('place-lastDay')).toBeFocused();
  await expect(recount.part('place-lastDay')).toHaveValue('2023-06-29');
  await recount.part('place-lastDay').press('Enter');
  await expect(recount.part('line-pin')).toContainText('Full HD video duration');
  await expect(match).toContainText('Over-billed');
  await expect(recount.part('place-open')).toBeFocused();

  // The comparison shows the same, and the money of the month is what it was.
  await recount.part('line-show').click();
  await expect(recount.part('explanation')).toContainText('2023-06-29');
  await expect(recount.part('decision-panel').getByTestId('line-pin')).toContainText('By hand');
  await recount.goTo('overview');
  await expect(recount.part('headline-billed')).toHaveText(billed);
  await recount.goTo('differences');
  await recount.part('open-history').click();
  await expect(recount.part('pin-row')).toHaveCount(1);
  await recount.part('history-undo').click();
  await expect(recount.part('pin-row')).toHaveCount(0);
  await page.keyboard.press('Escape');

  await recount.goTo('settings');
  await expect(recount.part('trail-row').first()).toContainText('Place 1 bill line by hand');
  await recount.part('trail-verify').click();
  await expect(recount.part('notice').last()).toContainText('The chain is whole');
});
