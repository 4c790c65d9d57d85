import { expect } from '@playwright/test';
import { brokenRules } from './models/axe';
import { SAMPLE_FILES, sampleOfJuly } from './models/month-files';
import { Overview } from './models/overview';
import { Packages } from './models/packages';
import { test } from './recount-window';

test('Overview shows how trial and packages ran down, as a picture and as the same numbers', async ({
  recount,
}) => {
  await recount.openSample();
  const overview = new Overview(recount);
  const { burnDown } = overview;
  await expect(burnDown.locator('svg')).toContainText('Used up 06-05 · From 06-05 pay-as-you-go');
  await expect(burnDown.locator('svg')).toContainText('From 06-17 pay-as-you-go · Used up 06-18');
  await expect(overview.outcomes).toContainText(
    'Partly pay-as-you-go from 2023-06-17 · Used up 2023-06-18',
  );
  await overview.showBurnDownAs('table');
  await expect(overview.burnDownDays).toHaveCount(30);
  await expect(overview.burnDownDays.nth(7)).toContainText('229,997');
  const packages = await new Packages(recount).open();
  await expect(packages.picture).toContainText('From 06-17 pay-as-you-go');
});

test('two months stand side by side, and those that were not audited are audited at once', async ({
  recount,
}) => {
  await recount.chooseFiles([...SAMPLE_FILES, ...(await sampleOfJuly(recount.folder))]);
  await recount.part('import-commit').click({ timeout: 30_000 });
  const overview = await new Overview(recount).open();
  await overview.audited();
  const { trend } = overview;
  await expect(trend.locator('svg')).toContainText('not audited');
  await overview.auditMonths();
  await expect(trend.locator('svg')).not.toContainText('not audited');
  await overview.showTrendAs('table');
  const rows = overview.trendRows;
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText('2,553.8556');
  await rows.nth(1).getByRole('button').click();
  await expect(overview.headline('billed')).toContainText('2,553.8556');
  for (const kind of ['table', 'use', 'amounts'] as const) {
    await overview.showTrendAs(kind);
    expect(await brokenRules(recount.page, '[data-testid="month-trend"]'), kind).toEqual([]);
  }
});
