import { expect } from '@playwright/test';
import { inOneGo, letters } from './models/fast-fingers';
import { heldBack } from './models/held-back';
import { Dialogs } from './models/dialogs';
import { Differences } from './models/differences';
import { test } from './recount-window';

// Whoever knows the keys does not look up between them. Each has to reach what the one before it opened, and
// above all no letter may judge a row behind it.

test('what is typed right after Ctrl+K is found, and Enter goes there', async ({ recount }) => {
  await recount.openSample();
  for (const screen of ['packages', 'usage', 'imports', 'differences']) {
    await inOneGo(recount, 'Control+k', ...letters(screen), 'Enter');
    await expect(recount.part(`nav-${screen}`)).toHaveAttribute('aria-current', 'page');
    await expect(new Dialogs(recount).palette).toBeHidden();
  }
});

test('letters meant for the palette judge no row, however soon they come', async ({ recount }) => {
  await recount.openSample();
  const differences = await new Differences(recount).open();
  await differences.explain(2);
  // A, D and Q accept, dispute and ask about the row that is chosen behind the palette.
  await inOneGo(recount, 'Control+k', ...letters('adq'));
  await expect(recount.part('palette-input')).toHaveValue('adq');
  await inOneGo(recount, 'Escape', '?', ...letters('adq'));
  await expect(new Dialogs(recount).shortcuts.getByRole('textbox')).toHaveValue('adq');
  await recount.page.keyboard.press('Escape');
  expect(await recount.decided()).toBe(0);
});

test('Enter before the engine has found anything is kept until it has', async ({ recount }) => {
  await recount.openSample();
  await inOneGo(recount, 'Control+k', ...letters('ins-0a1b2c'), 'Enter');
  await expect(new Dialogs(recount).palette).toBeHidden();
  await expect(recount.part('nav-bills')).toHaveAttribute('aria-current', 'page');
  await expect(recount.part('bill-line')).toContainText('ins-0a1b2c3d');

  await inOneGo(recount, 'Control+k', ...letters('no such thing anywhere'), 'Enter');
  await expect(new Dialogs(recount).palette).toContainText('Nothing fits');
});

test('keys that come while the form of a report is loading reach nothing behind it', async ({
  recount,
}) => {
  const script = await heldBack(recount, 'ExportReport-');
  await recount.openSample();
  const differences = await new Differences(recount).open();
  const { rows } = differences;
  await differences.explain(2);
  const { export: form } = new Dialogs(recount);

  await inOneGo(recount, 'Control+k', ...letters('export'), 'Enter', 'd', 'j', 'Enter', 'a');
  await script.asked();
  await inOneGo(recount, 'q', 'j', 'd');
  expect(await recount.decided()).toBe(0);
  await expect(form).toHaveCount(0);
  await script.release();
  await expect(form).toBeVisible();
  expect(await recount.decided()).toBe(0);
  await expect(rows.nth(2)).toHaveAttribute('aria-selected', 'true');

  // Closed, it holds no key any more, not even the one that follows at once.
  await inOneGo(recount, 'Escape', 'd');
  await expect(form).toBeHidden();
  await expect(rows.nth(2)).toContainText('Disputed');
  expect(await recount.decided()).toBe(1);
});

test('a form that is still loading is called off by Escape', async ({ recount }) => {
  const script = await heldBack(recount, 'ExportReport-');
  await recount.openSample();
  await inOneGo(recount, 'Control+k', ...letters('export'), 'Enter');
  await script.asked();
  await inOneGo(recount, 'Escape', 'Alt+2');
  await expect(new Differences(recount).rows).toHaveCount(7);
  await script.release();
  await expect(new Dialogs(recount).export).toBeHidden();
});

test('letters that follow the key of a screen judge nothing while it loads', async ({
  recount,
}) => {
  await recount.openSample();
  await inOneGo(recount, 'Alt+2', ...letters('daqjd'));
  await expect(new Differences(recount).rows).toHaveCount(7);
  await inOneGo(recount, 'Alt+4', ...letters('daq'), 'Alt+2', ...letters('daq'));
  await expect(new Differences(recount).rows).toHaveCount(7);
  expect(await recount.decided()).toBe(0);
});

test('what is judged and undone in one go is undone', async ({ recount }) => {
  await recount.openSample();
  const { rows } = await new Differences(recount).open();
  await rows.first().click();
  await inOneGo(recount, 'j', 'd', 'Control+z', 'j', 'a');
  await expect(rows.nth(2)).toContainText('Accepted');
  await expect(rows.nth(1)).not.toContainText('Disputed');
  await expect(rows.nth(2)).toBeFocused();
});
