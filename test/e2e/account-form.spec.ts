import { expect } from '@playwright/test';
import { Bills } from './models/bills';
import { Keyboard } from './models/keyboard';
import { Overview } from './models/overview';
import { Settings } from './models/settings';
import { test } from './recount-window';

test('the account form says at the field what can hardly be so, while it is typed', async ({
  recount,
}) => {
  await recount.openSample();
  const settings = await new Settings(recount).open();
  const first = settings.field('firstAppOn');
  await first.fill('2023-05-0');
  // Half typed is not wrong yet; left like this it is.
  await settings.looked();
  await expect(settings.problems).toHaveCount(0);
  await first.press('Tab');
  await expect(settings.problems).toHaveCount(1);
  await expect(first).toHaveAttribute('aria-invalid', 'true');
  await first.fill('2023-05-01');
  await expect(settings.problems).toHaveCount(0);
  await expect(settings.warnings).toContainText('older than the account itself');
  const described = await first.getAttribute('aria-describedby');
  expect(await settings.warnings.getAttribute('id')).toBe(described);
  await first.fill('2023-06-01');
  await expect(settings.warnings).toHaveCount(0);
});

test('the window does not close on account changes that are not saved, unless they are given up', async ({
  recount,
}) => {
  await recount.openSample();
  const settings = await new Settings(recount).open();
  const name = settings.field('name');
  await name.click();
  // A click puts the cursor where it is made, which in a long name is not its end.
  await name.press('End');
  await new Keyboard(recount).type(' 2');
  await expect(settings.unsavedMark).toHaveCount(1);

  // Another screen keeps it, and says so in the rail.
  await new Overview(recount).open();
  await expect(settings.unsavedMark).toHaveCount(1);
  expect(await recount.quitAndStay()).toBe('Changes of the account are not saved');

  // It is all still there and works: the engine, too, was not told to end.
  await settings.open();
  await expect(name).toHaveValue(/ 2$/);
  await settings.discard();
  await expect(settings.unsavedMark).toHaveCount(0);
  const bills = await new Bills(recount).open();
  await expect(bills.rows.first()).toBeVisible();
});

test('row height, language and theme are chosen in Settings', async ({ recount }) => {
  await recount.openSample();
  const bills = await new Bills(recount).open();
  const row = bills.rows.first();
  const height = async () => (await row.boundingBox())?.height ?? 0;
  await expect(row).toBeVisible();
  const before = await height();
  const settings = await new Settings(recount).open();
  await settings.prefer('density', 'compact');
  await settings.prefer('language', 'ko');
  await settings.prefer('theme', 'dark');
  const page = recount.page.locator('html');
  await expect(page).toHaveAttribute('data-density', 'compact');
  await expect(page).toHaveAttribute('data-theme', 'dark');
  await expect(page).toHaveAttribute('lang', 'ko');
  await bills.open();
  await expect(row).toBeVisible();
  expect(await height()).toBeLessThan(before);
});
