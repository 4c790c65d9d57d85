import { expect } from '@playwright/test';
import { inOneGo, letters } from './models/fast-fingers';
import { test } from './recount-window';

// Whoever knows the keys does not look up between them. Each has to reach what the one before it opened, and
// above all no letter may judge a row behind it.

test('what is typed right after Ctrl+K is found, and Enter goes there', async ({ recount }) => {
  await recount.openSample();
  for (const screen of ['packages', 'usage', 'imports', 'differences']) {
    await inOneGo(recount, 'Control+k', ...letters(screen), 'Enter');
    await expect(recount.part(`nav-${screen}`)).toHaveAttribute('aria-current', 'page');
    await expect(recount.part('palette')).toBeHidden();
  }
});

test('letters meant for the palette judge no row, however soon they come', async ({ recount }) => {
  await recount.openSample();
  await recount.goTo('differences');
  const rows = recount.part('difference-row');
  await rows.nth(2).click();
  await expect(recount.part('explanation-expected')).toContainText(/\d/);
  // A, D and Q accept, dispute and ask about the row that is chosen behind the palette.
  await inOneGo(recount, 'Control+k', ...letters('adq'));
  await expect(recount.part('palette-input')).toHaveValue('adq');
  await inOneGo(recount, 'Escape', '?', ...letters('adq'));
  await expect(recount.part('shortcuts').getByRole('textbox')).toHaveValue('adq');
  await recount.page.keyboard.press('Escape');
  expect(await recount.steps()).toBe(0);
});

test('Enter before the engine has found anything is kept until it has', async ({ recount }) => {
  await recount.openSample();
  await inOneGo(recount, 'Control+k', ...letters('ins-0a1b2c'), 'Enter');
  await expect(recount.part('palette')).toBeHidden();
  await expect(recount.part('nav-bills')).toHaveAttribute('aria-current', 'page');
  await expect(recount.part('bill-line')).toContainText('ins-0a1b2c3d');

  await inOneGo(recount, 'Control+k', ...letters('no such thing anywhere'), 'Enter');
  await expect(recount.part('palette')).toContainText('Nothing fits');
});
