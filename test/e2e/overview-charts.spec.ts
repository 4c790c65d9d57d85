import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { removed, ROOT, test } from './recount-window';

const SAMPLE = join(ROOT, 'resources/sample-month');

test('Overview shows how trial and packages ran down, as a picture and as the same numbers', async ({
  recount,
}) => {
  await recount.openSample();
  const { page } = recount;
  const part = recount.part('month-burn-down');
  await expect(part.locator('svg')).toContainText('Used up 06-05 · From 06-05 pay-as-you-go');
  await expect(part.locator('svg')).toContainText('From 06-17 pay-as-you-go · Used up 06-18');
  await expect(recount.part('source-outcomes')).toContainText(
    'Partly pay-as-you-go from 2023-06-17 · Used up 2023-06-18',
  );
  await recount.part('burn-down-kind').selectOption('table');
  const days = recount.part('burn-down-days').locator('tbody tr');
  await expect(days).toHaveCount(30);
  await expect(days.nth(7)).toContainText('229,997');
  await recount.goTo('packages');
  await expect(page.locator('.chart svg')).toContainText('From 06-17 pay-as-you-go');
});

test('two months stand side by side, and those that were not audited are audited at once', async ({
  recount,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'recount-months-'));
  try {
    const names = ['usage-2023-06.csv', 'bill-2023-06.csv'];
    const july = await Promise.all(
      names.map(async (name) => {
        const text = await readFile(join(SAMPLE, name), 'utf8');
        const moved = text.replaceAll('2023-07-', '2023-08-').replaceAll('2023-06-', '2023-07-');
        const path = join(folder, name.replace('06', '07'));
        await writeFile(path, moved.replaceAll('202306', '202307'));
        return path;
      }),
    );
    await recount.chooseFiles([...names.map((name) => join(SAMPLE, name)), ...july]);
    await recount.part('import-commit').click({ timeout: 30_000 });
    await recount.goTo('overview');
    await expect(recount.part('headline-billed')).toContainText(/\d/);
    const trend = recount.part('month-trend');
    await expect(trend.locator('svg')).toContainText('not audited');
    await recount.part('trend-audit').click();
    await expect(recount.part('trend-audit')).toHaveCount(0);
    await expect(trend.locator('svg')).not.toContainText('not audited');
    await recount.part('trend-kind').selectOption('table');
    const rows = recount.part('trend-table').locator('tbody tr');
    await expect(rows).toHaveCount(2);
    await expect(rows.nth(1)).toContainText('2,553.8556');
    await rows.nth(1).getByRole('button').click();
    await expect(recount.part('headline-billed')).toContainText('2,553.8556');
    for (const kind of ['table', 'use', 'amounts']) {
      await recount.part('trend-kind').selectOption(kind);
      const { violations } = await new AxeBuilder({ page: recount.page })
        .setLegacyMode(true)
        .include('[data-testid="month-trend"]')
        .analyze();
      expect(
        violations.map(({ id }) => id),
        kind,
      ).toEqual([]);
    }
  } finally {
    await removed(folder);
  }
});
