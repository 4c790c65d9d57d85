import { expect } from '@playwright/test';
import { test } from './recount-window';

test('the account form says at the field what can hardly be so, while it is typed', async ({
  recount,
}) => {
  await recount.openSample();
  await recount.goTo('settings');
  const { page } = recount;
  const first = page.locator('[data-field="firstAppOn"]');
  await first.fill('2023-05-0');
  // Half typed is not wrong yet; left like this it is.
  await page.waitForTimeout(600);
  await expect(page.locator('.account-problem')).toHaveCount(0);
  await first.press('Tab');
  await expect(page.locator('.account-problem')).toHaveCount(1);
  await expect(first).toHaveAttribute('aria-invalid', 'true');
  await first.fill('2023-05-01');
  await expect(page.locator('.account-problem')).toHaveCount(0);
  const warning = page.locator('.account-warning');
  await expect(warning).toContainText('older than the account itself');
  const described = await first.getAttribute('aria-describedby');
  expect(await warning.getAttribute('id')).toBe(described);
  await first.fill('2023-06-01');
  await expect(warning).toHaveCount(0);
});

test('the window does not close on account changes that are not saved, unless they are given up', async ({
  recount,
}) => {
  await recount.openSample();
  await recount.goTo('settings');
  const { page, app } = recount;
  const name = page.locator('[data-field="name"]');
  await name.click();
  // A click puts the cursor where it is made, which in a long name is not its end.
  await name.press('End');
  await page.keyboard.type(' 2');
  await expect(page.locator('.rail-unsaved')).toHaveCount(1);

  // Another screen keeps it, and says so in the rail.
  await recount.goTo('overview');
  await expect(page.locator('.rail-unsaved')).toHaveCount(1);
  const asked = await app.evaluate(({ app: program, dialog }) => {
    const questions: string[] = [];
    dialog.showMessageBoxSync = (...args: unknown[]) => {
      const options = args.at(-1) as { message: string; detail: string };
      questions.push(options.message);
      return 0;
    };
    return new Promise<string[]>((resolve) => {
      program.quit();
      setTimeout(() => resolve(questions), 1500);
    });
  });
  expect(asked).toEqual(['Changes of the account are not saved']);

  // It is all still there and works: the engine, too, was not told to end.
  await recount.goTo('settings');
  await expect(name).toHaveValue(/ 2$/);
  await page.getByTestId('account-save').getByRole('button').first().click();
  await expect(page.locator('.rail-unsaved')).toHaveCount(0);
  await recount.goTo('bills');
  await expect(recount.part('bill-row').first()).toBeVisible();
});

test('row height, language and theme are chosen in Settings', async ({ recount }) => {
  await recount.openSample();
  await recount.goTo('bills');
  const row = recount.part('bill-row').first();
  const height = async () => (await row.boundingBox())?.height ?? 0;
  await expect(row).toBeVisible();
  const before = await height();
  await recount.goTo('settings');
  await recount.part('preference-density').selectOption('compact');
  await recount.part('preference-language').selectOption('ko');
  await recount.part('preference-theme').selectOption('dark');
  await expect(recount.page.locator('html')).toHaveAttribute('data-density', 'compact');
  await expect(recount.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(recount.page.locator('html')).toHaveAttribute('lang', 'ko');
  await recount.goTo('bills');
  await expect(row).toBeVisible();
  expect(await height()).toBeLessThan(before);
});
