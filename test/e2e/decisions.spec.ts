import { expect } from '@playwright/test';
import { test } from './recount-window';

test('a difference is decided, undone and signed for, and a change breaks the seal', async ({
  recount,
}, info) => {
  const { page } = recount;
  await recount.openSample();
  await recount.goTo('differences');
  const rows = recount.part('difference-row');
  await expect(rows).toHaveCount(7);

  // One row by its key, with a note beside the explanation.
  await rows.nth(1).click();
  await expect(recount.part('decision-panel')).toBeVisible();
  await page.keyboard.press('d');
  await recount.part('decision-note').fill('asked for it, ticket 77');
  // Letters typed into a field decide nothing.
  await expect(rows.nth(1)).toContainText('Disputed');
  await recount.part('decision-save').click();
  await expect(recount.part('decision-save')).toBeDisabled();
  await page.keyboard.press('Escape');

  // All rows of the filter, after a question; then back by the keyboard.
  await recount.part('explanation').getByRole('button', { name: 'Close' }).click();
  await recount.part('decision-scope').selectOption('all');
  await recount.part('decide-accept').click();
  await recount.part('bulk-yes').click();
  await expect(rows.filter({ hasText: 'Accepted' })).toHaveCount(7);
  await page.keyboard.press('Control+z');
  await expect(rows.filter({ hasText: 'Accepted' })).toHaveCount(0);
  await expect(rows.filter({ hasText: 'Disputed' })).toHaveCount(1);
  await page.keyboard.press('Control+Shift+z');
  await expect(rows.filter({ hasText: 'Accepted' })).toHaveCount(7);
  await page.keyboard.press('Control+z');
  await recount.part('open-history').click();
  // Three of its own, behind the import and the account of the sample.
  await expect(recount.part('history-step')).toHaveCount(5);
  await recount.screenshot(info, 'history');
  await page.keyboard.press('Escape');

  // Signed, broken by a decision, whole again when that is undone.
  await recount.goTo('overview');
  await recount.part('sign-name').fill('Ann');
  await recount.part('sign-prepare').click();
  await expect(recount.part('seal')).toContainText('whole');
  await recount.goTo('differences');
  await rows.nth(0).click();
  await expect(recount.part('decision-panel')).toBeVisible();
  await page.keyboard.press('a');
  await expect(rows.nth(0)).toContainText('Accepted');
  await recount.goTo('overview');
  await expect(recount.part('seal')).toContainText('broken');
  await expect(recount.part('seal')).toContainText('Decisions have changed');
  await recount.screenshot(info, 'seal-broken');
  await page.keyboard.press('Control+z');
  await expect(recount.part('seal')).toContainText('whole');
  await recount.part('sign-name').fill('Bo');
  await recount.part('sign-review').click();
  await expect(recount.part('sign-off')).toHaveAttribute('data-state', 'reviewed');

  // Everything of it stands in the trail.
  await recount.goTo('settings');
  await recount.part('trail-verify').click();
  await expect(recount.part('notice').last()).toContainText('The chain is whole');
  await expect(recount.part('trail-row').first()).toContainText('Reviewed by Bo');
});
