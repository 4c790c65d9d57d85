import { expect } from '@playwright/test';
import { Dialogs } from './models/dialogs';
import { Differences } from './models/differences';
import { History } from './models/history';
import { Overview } from './models/overview';
import { Settings } from './models/settings';
import { test } from './recount-window';

test('a difference is decided, undone and signed for, and a change breaks the seal', async ({
  recount,
}, info) => {
  const { page } = recount;
  await recount.openSample();
  const overview = new Overview(recount);
  const differences = await new Differences(recount).open();
  const { rows } = differences;
  await expect(rows).toHaveCount(7);

  // One row by its key, with a note beside the explanation.
  await rows.nth(1).click();
  await expect(differences.decisionPanel).toBeVisible();
  await differences.decide('d');
  await differences.note('asked for it, ticket 77');
  // Letters typed into a field decide nothing.
  await expect(rows.nth(1)).toContainText('Disputed');
  await differences.saveNote();
  await page.keyboard.press('Escape');

  // All rows of the filter, after a question; then back by the keyboard.
  await differences.closeExplanation();
  await differences.askToAcceptAll();
  await differences.sayYes();
  await expect(rows.filter({ hasText: 'Accepted' })).toHaveCount(7);
  await page.keyboard.press('Control+z');
  await expect(rows.filter({ hasText: 'Accepted' })).toHaveCount(0);
  await expect(rows.filter({ hasText: 'Disputed' })).toHaveCount(1);
  await page.keyboard.press('Control+Shift+z');
  await expect(rows.filter({ hasText: 'Accepted' })).toHaveCount(7);
  await page.keyboard.press('Control+z');
  await differences.openHistory();
  // Three of its own, behind the import and the account of the sample.
  await expect(new History(recount).steps).toHaveCount(5);
  await recount.screenshot(info, 'history');
  await new Dialogs(recount).escape();

  // Signed, broken by a decision, whole again when that is undone.
  await overview.open();
  await overview.sign('prepare', 'Ann');
  await expect(overview.seal).toContainText('whole');
  await differences.open();
  await rows.nth(0).click();
  await expect(differences.decisionPanel).toBeVisible();
  await differences.decide('a');
  await expect(rows.nth(0)).toContainText('Accepted');
  await overview.open();
  await expect(overview.seal).toContainText('broken');
  await expect(overview.seal).toContainText('Decisions have changed');
  await recount.screenshot(info, 'seal-broken');
  await page.keyboard.press('Control+z');
  await expect(overview.seal).toContainText('whole');
  await overview.sign('review', 'Bo');
  await expect(overview.signOff).toHaveAttribute('data-state', 'reviewed');

  // Everything of it stands in the trail.
  const settings = await new Settings(recount).open();
  await settings.verifyTrail();
  await expect(settings.trail.first()).toContainText('Reviewed by Bo');
});

test('a letter is about the same rows as the button that bears it, and asks where that asks', async ({
  recount,
}) => {
  await recount.openSample();
  const differences = await new Differences(recount).open();
  const { rows, yes } = differences;
  await expect(rows).toHaveCount(7);
  await differences.meanAll();
  await rows.nth(0).focus();
  await differences.decide('a');
  await expect(yes).toBeFocused();
  await expect(yes).toHaveText('Accept');
  // Asked one thing, another letter is no answer.
  await differences.decide('d');
  await expect(yes).toHaveText('Accept');
  await recount.page.keyboard.press('Enter');
  await expect(rows.filter({ hasText: 'Accepted' })).toHaveCount(7);
  expect(await recount.decided()).toBe(1);
});
