import { expect } from '@playwright/test';
import { Bills } from './models/bills';
import { Dialogs } from './models/dialogs';
import { Differences } from './models/differences';
import { Overview } from './models/overview';
import { Settings } from './models/settings';
import { test } from './recount-window';

/** The second of the two lines of the sample that stand for one charge. */
const SECOND = '2023062500000000100002';

test('a bill line is taken out, placed by keys alone, undone, and stands in the trail', async ({
  recount,
}, info) => {
  const { page } = recount;
  const { keyboard } = page;
  await recount.openSample();
  const overview = new Overview(recount);
  const billed = await overview.headline('billed').innerText();
  const bills = await new Bills(recount).open();
  await bills.openOnly(SECOND);
  const { match, pin, charge, firstDay, lastDay } = bills;
  await expect(match).toContainText('Billed twice');
  await expect(match).toContainText('several bill lines stand for the same days');

  // This line alone is taken out; the notice takes it back.
  await bills.takeOut();
  await expect(match).toContainText('Not expected');
  await expect(pin).toContainText('taken out of its match');
  await recount.noticeButton('Undo').click();
  await expect(match).toContainText('Billed twice');
  await expect(pin).toHaveCount(0);

  // Placed by keys: open, choose the charge that has no line, confirm with Enter.
  await bills.placeOpen.focus();
  await keyboard.press('Enter');
  await expect(charge).toBeVisible();
  await keyboard.press('Tab');
  await expect(charge).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(firstDay).toHaveValue('2023-06-29');
  await recount.screenshot(info, 'place-form');
  await lastDay.fill('2023-06-28');
  await expect(bills.placeSave).toBeDisabled();
  // A day is written, stepped through, or chosen on a calendar that keys walk and Escape closes by itself.
  await lastDay.press('ArrowUp');
  await expect(lastDay).toHaveValue('2023-06-29');
  await bills.openCalendar();
  await expect(bills.calendarDay('2023-06-29')).toBeFocused();
  await keyboard.press('ArrowUp');
  await expect(bills.calendarDay('2023-06-22')).toBeFocused();
  await keyboard.press('Escape');
  await expect(lastDay).toBeFocused();
  await expect(lastDay).toHaveValue('2023-06-29');
  await lastDay.press('Enter');
  await expect(pin).toContainText('Full HD video duration');
  await expect(match).toContainText('Over-billed');
  await expect(bills.placeOpen).toBeFocused();

  // The comparison shows the same, and the money of the month is what it was.
  await bills.showDifference();
  const differences = new Differences(recount);
  await expect(differences.explanation).toContainText('2023-06-29');
  await expect(differences.pin).toContainText('By hand');
  await overview.open();
  await expect(overview.headline('billed')).toHaveText(billed);
  await differences.open();
  await differences.openHistory();
  await expect(differences.pins).toHaveCount(1);
  await differences.undoInHistory();
  await expect(differences.pins).toHaveCount(0);
  await new Dialogs(recount).escape();

  const settings = await new Settings(recount).open();
  await expect(settings.trail.first()).toContainText('Place 1 bill line by hand');
  await settings.verifyTrail();
});
