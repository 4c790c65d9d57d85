import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ROOT, test } from './recount-window';

/** Numbers that stand on the sample's bill and say something: long enough not to be found by chance. */
async function amountsOfSample(): Promise<string[]> {
  const planted = await readFile(join(ROOT, 'resources/sample-month/planted.json'), 'utf8');
  const found = planted.match(/-?\d+\.\d{2,}/g) ?? [];
  return [...new Set(found.map((amount) => amount.replace('-', '')))].filter(
    (amount) => amount.length >= 5,
  );
}
const IDS = ['1400123456', '1400654321', '100012345678', '2000009001'];

test('privacy mode leaves no amount and no id on any screen, in any tool tip, copy or title', async ({
  recount,
}) => {
  test.setTimeout(120_000);
  await recount.openSample();
  const { page, app } = recount;
  const amounts = await amountsOfSample();
  expect(amounts.length).toBeGreaterThan(5);
  const shown = () =>
    page.evaluate(() => {
      const tips = [...document.querySelectorAll('[title], [aria-label], option')].flatMap(
        (part) => [part.getAttribute('title') ?? '', part.getAttribute('aria-label') ?? ''],
      );
      return [document.title, document.body.textContent, ...tips].join('\n').replace(/,/g, '');
    });
  const secretsIn = (text: string) =>
    [...amounts, ...IDS].filter((secret) => text.includes(secret));

  // Without the mode the same walk does find them: the test can fail.
  await recount.goTo('differences');
  await recount.part('difference-row').first().click();
  await expect(recount.part('explanation-raw').first()).toBeVisible();
  expect(secretsIn(await shown()).length).toBeGreaterThan(2);

  await recount.part('privacy').click();
  await expect(recount.part('privacy')).toHaveAttribute('aria-pressed', 'true');
  const leaks: string[] = [];
  const look = async (where: string) => {
    await page.waitForTimeout(400);
    leaks.push(...secretsIn(await shown()).map((secret) => `${where}: ${secret}`));
  };
  await look('explanation');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('1400');
  await look('palette');
  await page.keyboard.press('Escape');
  const screens = await page
    .locator('nav.rail button')
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('data-testid') ?? ''));
  for (const screen of screens) {
    await recount.part(screen).click();
    await expect(page.locator('.loading')).toHaveCount(0);
    await look(screen);
  }
  // Files before they are imported, and rows of them that could not be read.
  const unreadable = join(recount.folder, 'unreadable.csv');
  const usage = await readFile(join(ROOT, 'resources/sample-month/usage-2023-06.csv'), 'utf8');
  const [header = '', first = ''] = usage.split('\n');
  const cells = first.split(',').with(header.split(',').indexOf('标准用量'), '#REF!');
  await writeFile(unreadable, `${header}\n${cells.join(',')}\n`);
  await recount.chooseMore([join(ROOT, 'resources/sample-month/bill-2023-06.csv'), unreadable]);
  await expect(recount.part('forecasts')).toContainText('unreadable.csv');
  await look('reading');
  await recount.part('import-commit').click();
  await recount.goTo('imports');
  await expect(recount.part('quarantine-row')).toContainText('•••');
  await look('quarantine');

  await recount.goTo('bills');
  await recount.part('bill-row').first().click();
  await look('bill line');
  await page.keyboard.press('Control+a');
  await recount.part('copy-rows').click();
  await expect(recount.part('notice')).toBeVisible();
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  leaks.push(...secretsIn(copied).map((secret) => `clipboard: ${secret}`));
  const title = await app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle() ?? '',
  );
  leaks.push(...secretsIn(title).map((secret) => `title: ${secret}`));
  expect(copied.split('\n').length).toBeGreaterThan(100);
  expect(leaks).toEqual([]);
});
