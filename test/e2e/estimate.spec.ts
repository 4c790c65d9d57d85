import { expect } from '@playwright/test';
import { Estimate } from './models/estimate';
import { test } from './recount-window';

test('a planned month begins with every tier of the month, and says one sentence of what it comes to', async ({
  recount,
}) => {
  await recount.openSample();
  const estimate = await new Estimate(recount).open();
  await expect(estimate.tier).toHaveValue('mix');
  await expect(estimate.result.locator('table').first().locator('tbody tr')).toHaveCount(7);

  const heardOf = async () =>
    (await estimate.heard.allTextContents()).filter((text) => text !== '');
  await expect
    .poll(heardOf)
    .toEqual([expect.stringContaining(`${await estimate.cost.textContent()} pay-as-you-go`)]);

  // Another plan is said, and nothing but its sentence: the tables are no live region.
  const before = await estimate.cost.textContent();
  await estimate.figure('Users in a call').fill('5');
  await expect(estimate.cost).not.toHaveText(before ?? '');
  await expect
    .poll(heardOf)
    .toEqual([expect.stringContaining(`${await estimate.cost.textContent()} pay-as-you-go`)]);

  // What is no number is said instead, and the figure can be mended.
  await estimate.figure('Users in a call').fill('many');
  await expect.poll(heardOf).toEqual(['Every figure has to be a number, such as 12 or 2.5.']);
  await estimate.figure('Users in a call').fill('2');
  await expect(estimate.cost).toHaveText(before ?? '');

  await estimate.tier.selectOption({ label: 'HD video duration' });
  await expect(estimate.result.locator('table').first().locator('tbody tr')).toHaveCount(2);

  await estimate.plan('item');
  await expect.poll(heardOf).toEqual([expect.stringMatching(/: [\d,.]+ a month, at [\d,.]+/)]);
});
