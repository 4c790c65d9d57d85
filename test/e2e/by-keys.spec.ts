import { readdir } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { Dialogs } from './models/dialogs';
import { Differences } from './models/differences';
import { Keyboard } from './models/keyboard';
import { Overview } from './models/overview';
import { test } from './recount-window';

test('from the first screen to a report without a mouse', async ({ recount }) => {
  const keyboard = new Keyboard(recount);
  const differences = new Differences(recount);
  const dialogs = new Dialogs(recount);
  await keyboard.tabTo(recount.part('open-sample'));
  await keyboard.press('Enter');
  await expect(new Overview(recount).headline('billed')).toContainText(/\d/);

  await keyboard.press('Alt+2');
  await expect(differences.rows).toHaveCount(7);
  await expect(differences.grid).toHaveAttribute('aria-rowcount', '8');
  await keyboard.tabTo(differences.row(0));
  // The first key moves on from the row that Tab came to.
  await keyboard.press('j', 'j');
  await expect(differences.focused).toHaveAttribute('aria-rowindex', '4');
  await keyboard.press('Enter');
  await differences.explained();
  await keyboard.press('d');
  await expect(differences.row(2)).toContainText('Disputed');
  await keyboard.press('Control+z');
  await expect(differences.rows.filter({ hasText: 'Disputed' })).toHaveCount(0);
  await keyboard.press('Escape');

  await dialogs.openPalette('packages');
  await expect(dialogs.found.first()).toBeVisible();
  await keyboard.press('Enter');
  await expect(recount.part('nav-packages')).toHaveAttribute('aria-current', 'page');

  await recount.answerOpenDialog([recount.folder]);
  await keyboard.press('Alt+1');
  await keyboard.tabTo(recount.part('export-report').first());
  await keyboard.press('Enter');
  await expect(dialogs.export).toBeVisible();
  await keyboard.tabTo(dialogs.confirm);
  await keyboard.press('Enter');
  await expect(recount.part('notice')).toContainText('.xlsx');
  expect((await readdir(recount.folder)).some((name) => name.endsWith('.xlsx'))).toBe(true);
});

test('the list of keys is found by what a key does and by the key', async ({ recount }) => {
  await recount.openSample();
  const keyboard = new Keyboard(recount);
  const dialogs = new Dialogs(recount);
  await dialogs.openShortcuts();
  await expect(dialogs.keyTitles.nth(15)).toBeVisible();
  await keyboard.type('dispute');
  await expect(dialogs.keyTitles).toHaveText(['Dispute them']);
  await keyboard.press('Control+a');
  await keyboard.type('ctrl shift p');
  await expect(dialogs.keyTitles.first()).toContainText('Hide or show');
  await keyboard.press('Control+a');
  await keyboard.type('nothing like it');
  await expect(dialogs.keyTitles).toHaveCount(0);
  await dialogs.escape();
  await expect(dialogs.shortcuts).toBeHidden();
});
