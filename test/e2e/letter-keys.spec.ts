import { expect } from '@playwright/test';
import { Dialogs } from './models/dialogs';
import { Differences } from './models/differences';
import { Settings } from './models/settings';
import { openRecount, test } from './recount-window';

test('letters alone are switched off in the list of keys, stay off, and are switched on in Settings', async ({
  recount,
}) => {
  const dialogs = new Dialogs(recount);
  await recount.openSample();
  await dialogs.openShortcuts();
  await expect(dialogs.keysOf('Dispute them')).toHaveText('D');
  await dialogs.letterKeys.click();
  await expect(dialogs.keysOf('Dispute them')).toHaveText('by its button');
  await expect(dialogs.keysOf('Previous and next row')).toHaveText('↑↓');
  await expect(dialogs.keysOf('This list')).toHaveText('Ctrl /');
  await expect(dialogs.shortcuts).toContainText('switched off, here and in Settings');
  await dialogs.escape();

  const differences = await new Differences(recount).open();
  await differences.explain(1);
  await differences.row(1).focus();
  for (const letter of ['d', 'a', 'q', 'j', 'k', '?']) await recount.page.keyboard.press(letter);
  // What still works comes after them: had one been heard, it would show by now.
  await recount.page.keyboard.press('ArrowDown');
  await expect(differences.row(2)).toBeFocused();
  await expect(dialogs.shortcuts).toBeHidden();
  expect(await recount.decided()).toBe(0);
  await differences.closeExplanation();
  await expect(recount.part('decide-dispute')).toHaveText('Dispute');
  await expect(recount.part('decide-dispute')).not.toHaveAttribute('aria-keyshortcuts');
  await recount.page.keyboard.press('Control+/');
  await expect(dialogs.shortcuts).toBeVisible();

  await recount.app.close();
  const again = await openRecount(recount.folder);
  try {
    await again.openSample();
    const settings = await new Settings(again).open();
    await expect(settings.preference('letterKeys')).toHaveValue('noLetters');
    await settings.prefer('letterKeys', 'letters');
    const later = await new Differences(again).open();
    await later.row(1).click();
    await later.decide('d');
    await expect(later.row(1)).toContainText('Disputed');
  } finally {
    await again.app.close();
  }
});
