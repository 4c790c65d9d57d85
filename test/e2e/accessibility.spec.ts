import { join } from 'node:path';
import { expect, type Locator } from '@playwright/test';
import { brokenRules } from './models/axe';
import { Bills } from './models/bills';
import { Dialogs } from './models/dialogs';
import { Differences } from './models/differences';
import { Frame } from './models/frame';
import { Imports } from './models/imports';
import { usageWithBadRow } from './models/month-files';
import { besideWindow, focused, moving, outOfReach } from './models/reach';
import { Screen, SCREENS } from './models/screen';
import { Settings } from './models/settings';
import { misplaced } from './models/what-shows';
import { overwrite } from './models/workspace-files';
import { test } from './recount-window';

test('a grid says how big it is and which row is which, and is walked by keys alone', async ({
  recount,
}) => {
  await recount.openSample();
  await new Screen(recount, 'usage').open();
  const { page } = recount;
  const grid = recount.part('usage-grid');
  await expect(grid).toHaveAttribute('aria-rowcount', '311');
  const rows = recount.part('usage-row');
  await expect(rows.first()).toHaveAttribute('aria-rowindex', '2');
  await rows.first().focus();
  await page.keyboard.press('End');
  await expect(page.locator('[role=row]:focus')).toHaveAttribute('aria-rowindex', '311');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(page.locator('[role=row][aria-selected=true]')).toHaveCount(2);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(recount.part('usage-rows')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(recount.part('usage-rows')).toBeHidden();
});

test('every grid counts its rows and columns, and says by which it is sorted', async ({
  recount,
}) => {
  await recount.openSample();
  const differences = new Differences(recount);
  for (const [screen, grid] of [
    ['differences', 'differences-grid'],
    ['usage', 'usage-grid'],
    ['bills', 'bills-grid'],
    ['differences', 'groups-grid'],
  ] as const) {
    await new Screen(recount, screen).open();
    if (grid === 'groups-grid') await differences.groupBy('item');
    const part = recount.part(grid);
    const titles = part.getByRole('columnheader');
    await expect(part.locator('[role=row][aria-rowindex="2"]')).toContainText(/\d/);
    await expect(part).toHaveAttribute('aria-colcount', String(await titles.count()));
    await expect(part).toHaveAttribute('aria-rowcount', /^\d+$/);
    const cells = part.locator('[aria-rowindex="2"] [role=gridcell]');
    const places = await cells.evaluateAll((all) => all.map((cell) => cell.ariaColIndex));
    expect(places, grid).toEqual(places.map((_, index) => String(index + 1)));

    const sorted = part.locator('[role=columnheader][aria-sort]');
    await expect(sorted, grid).toHaveCount(1);
    const before = await sorted.getAttribute('aria-sort');
    await sorted.getByRole('button').press('Enter');
    await expect(sorted, grid).not.toHaveAttribute('aria-sort', before ?? '');
    await expect(sorted, grid).toHaveAttribute('aria-sort', /^(ascending|descending)$/);
  }
});

test('a row is read out as a sentence, and what a filter leaves is said', async ({ recount }) => {
  await recount.openSample();
  const differences = await new Differences(recount).open();
  await differences.row(0).focus();
  await expect(differences.focused).toHaveAccessibleName(
    'Status Over-billed, Period 2023-06-28, Application Live room, Item HD video duration, ' +
      'Cause Arithmetic error on the bill, Difference +100.00, Expected 13.9356, Billed 113.9356, ' +
      'Expected min 553, Billed min 553, Expected price 25.20, Billed price 25.20',
  );
  await recount.page.keyboard.press('j');
  await expect(differences.focused).toHaveAccessibleName(/^Status .*, Difference \+31\.367,/);
  const sums = recount.part('differences-sums').getByRole('status').first();
  await expect(sums).toHaveText('7 rows');
  await differences.words.fill('1400654321');
  await expect(sums).not.toHaveText('7 rows');
  await expect(sums).toHaveText(/^\d rows?$/);
});

test('whatever is closed gives the focus back to where it was opened', async ({ recount }) => {
  await recount.openSample();
  const { page } = recount;
  const at = () => focused(page);
  const dialogs = new Dialogs(recount);
  const differences = await new Differences(recount).open();
  const byEnter = async (part: string, opened: string) => {
    await recount.part(part).first().focus();
    await page.keyboard.press('Enter');
    await expect(recount.part(opened).filter({ visible: true }).first()).toBeVisible();
  };
  const closed = async (opened: string) => {
    await page.keyboard.press('Escape');
    await expect(recount.part(opened).filter({ visible: true })).toHaveCount(0);
  };

  for (const [part, opened] of [
    ['open-workspace-history', 'history'],
    ['open-history', 'history'],
    ['search', 'palette'],
  ] as const) {
    await byEnter(part, opened);
    await expect(dialogs.open.locator(':focus'), `in ${opened}`).toHaveCount(1);
    await closed(opened);
    await expect.poll(at, `after ${opened}`).toBe(part);
  }
  await recount.part('export-report').focus();
  await page.keyboard.press('Enter');
  await expect(dialogs.export).toBeVisible();
  await dialogs.escape();
  await expect.poll(at).toBe('export-report');
  await differences.row(0).focus();
  await dialogs.openShortcuts();
  await dialogs.escape();
  await expect(differences.row(0)).toBeFocused();

  // The question about all rows, called off.
  await recount.part('decision-scope').selectOption('all');
  await byEnter('decide-accept', 'bulk-yes');
  await expect(recount.part('bulk-yes')).toBeFocused();
  await closed('bulk-yes');
  await expect(recount.part('decide-accept')).toBeFocused();
  await recount.part('decision-scope').selectOption('chosen');

  // The panel, closed by its button from within; and its forms.
  await differences.row(1).focus();
  await page.keyboard.press('Enter');
  await differences.explained();
  await page.keyboard.press('d');
  for (const [part, opened] of [
    ['open-rule', 'rule-cap'],
    ['open-promise', 'promise-amount'],
  ] as const) {
    await byEnter(part, opened);
    await expect(recount.part(opened)).toBeFocused();
    await closed(opened);
    await expect(recount.part(part)).toBeFocused();
  }
  await differences.closeExplanation();
  await expect(differences.row(1)).toBeFocused();
});

test('panels, lists and questions give it back, too, also those that an act of theirs closes', async ({
  recount,
}) => {
  const { page, folder } = recount;
  const at = () => focused(page);
  const byEnter = async (opener: Locator, opened: Locator) => {
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(opened).toBeVisible();
  };

  // A workspace that is damaged, from the first screen.
  const damaged = join(folder, 'Damaged.recount');
  await recount.makeWorkspace(damaged);
  await overwrite(damaged, 100);
  await recount.answerOpenDialog([damaged]);
  await byEnter(recount.part('open-workspace'), recount.part('damaged'));
  await page.keyboard.press('Escape');
  await expect(recount.part('damaged')).toBeHidden();
  await expect.poll(at).toBe('open-workspace');

  await recount.openSample();
  for (const [screen, panel] of [
    ['bills', 'bill-line'],
    ['usage', 'usage-rows'],
  ] as const) {
    await new Screen(recount, screen).open();
    const row = recount.part(`${screen.replace(/s$/, '')}-row`).nth(1);
    for (const close of ['Escape', 'Enter']) {
      await byEnter(row, recount.part(panel));
      if (close === 'Enter') await recount.part(panel).locator('.detail-head button').focus();
      await page.keyboard.press(close);
      await expect(recount.part(panel)).toBeHidden();
      await expect(row).toBeFocused();
    }
  }

  // Lists below a button: left by Escape, by a choice in them, and by a choice that goes itself.
  const differences = await new Differences(recount).open();
  for (const list of ['columns', 'views']) {
    await byEnter(recount.part(list), differences.list);
    await expect(differences.list.locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(recount.part(list)).toBeFocused();
  }
  await byEnter(differences.views, differences.list);
  await differences.keepViewAs('Mine');
  await differences.view('Mine').focus();
  await page.keyboard.press('Enter');
  await expect(differences.list).toHaveCount(0);
  await expect(differences.views).toBeFocused();
  await byEnter(differences.views, differences.list);
  await differences.forgetView('Mine').focus();
  await page.keyboard.press('Enter');
  await expect(differences.view('Mine')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(differences.views).toBeFocused();

  // Two dialogs in a row: the one that fades away takes nothing from where the keys are by then.
  const dialogs = new Dialogs(recount);
  for (const opener of ['open-workspace-history', 'open-history', 'open-workspace-history']) {
    await byEnter(recount.part(opener), dialogs.history);
    await page.keyboard.press('Escape');
    await expect.poll(at).toBe(opener);
  }
  await expect(dialogs.history).toHaveCount(0);
  await expect.poll(at).toBe('open-workspace-history');

  await recount.answerSaveDialog(join(folder, 'June.recount'));
  await recount.command('save-copy');
  const settings = await new Settings(recount).open();
  await settings.makeBackup();
  await byEnter(settings.restoreButton, dialogs.open);
  await page.keyboard.press('Escape');
  await expect(dialogs.open).toHaveCount(0);
  await expect(settings.restoreButton).toBeFocused();
});

test('a row that is corrected or set aside gives the focus back to its buttons', async ({
  recount,
}) => {
  const usage = join(recount.folder, 'usage.csv');
  await usageWithBadRow(usage, '#REF!');
  await recount.chooseFiles([usage]);
  const imports = new Imports(recount);
  await imports.commit.click();
  await expect(imports.quarantine).toContainText('#REF!');
  const { keyboard } = recount.page;
  for (const button of ['quarantine-edit', 'quarantine-dismiss']) {
    await recount.part(button).first().focus();
    await keyboard.press('Enter');
    await expect(recount.part(button)).toHaveCount(0);
    await keyboard.press('Escape');
    await expect(recount.part(button).first()).toBeFocused();
  }
});

test('at 200 % zoom every control can still be reached', async ({ recount }) => {
  await recount.openSample();
  await new Frame(recount).measure(1280, 800, 2);
  for (const name of SCREENS) {
    await new Screen(recount, name).open();
    expect.soft(await outOfReach(recount.page), name).toEqual([]);
  }
});

test('320 px wide everything is in one column, and nothing but tables is moved sideways', async ({
  recount,
}) => {
  const { page } = recount;
  const frame = new Frame(recount);
  const dialogs = new Dialogs(recount);
  // 320 x 256 of the page's own, as a window of 1280 x 1024 has at 400 %.
  await frame.measure(960, 768, 3);
  const fits = async (where: string) => {
    // A long choice is read whole in the list that opens: the system's own cannot break it into lines.
    const narrow = (await misplaced(page)).filter((fault) => !fault.startsWith('choice cut off'));
    expect.soft([...narrow, ...(await besideWindow(page))], where).toEqual([]);
    expect.soft(await outOfReach(page), `${where}: out of reach`).toEqual([]);
  };
  await fits('first run');
  await recount.openSample();
  for (const name of SCREENS) {
    await new Screen(recount, name).open();
    if (name === 'settings') await expect(new Settings(recount).saveBar).toBeVisible();
    await fits(name);
  }
  const differences = await new Differences(recount).open();
  await differences.explain(1);
  await fits('explanation');
  await differences.closeExplanation();
  for (const open of ['openPalette', 'openShortcuts', 'openHistory', 'openExport'] as const) {
    await dialogs[open]();
    await expect.soft(dialogs.open, open).toBeInViewport();
    expect.soft(await misplaced(page), open).toEqual([]);
    await dialogs.escape();
  }
});

test('with the smallest rows every target still has 24 px or the room of it', async ({
  recount,
}) => {
  await recount.openSample();
  await new Screen(recount, 'settings').open();
  await recount.part('preference-density').selectOption('compact');
  await expect(recount.page.locator('html')).toHaveAttribute('data-density', 'compact');
  for (const name of SCREENS) {
    await new Screen(recount, name).open();
    expect.soft(await brokenRules(recount.page), name).toEqual([]);
  }
});

test('who asked for less motion gets none', async ({ recount }) => {
  const { page } = recount;
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  // Without the wish something would: the test can fail.
  expect(await moving(page)).not.toEqual([]);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await recount.openSample();
  for (const name of SCREENS) {
    await new Screen(recount, name).open();
    expect.soft(await moving(page), name).toEqual([]);
  }
  await new Dialogs(recount).openExport();
  expect.soft(await moving(page), 'export').toEqual([]);
});

test('in the system’s own colours what is chosen, focused or pressed is still told apart', async ({
  recount,
}) => {
  const { page } = recount;
  await recount.openSample();
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  // Pictures are drawn in the look that stands out on the system's own ground.
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast-dark');
  const differences = await new Differences(recount).open();
  await differences.row(1).click();
  await differences.explained();
  const look = (index: number) =>
    differences.row(index).evaluate((row) => getComputedStyle(row).backgroundColor);
  expect(await look(1)).not.toBe(await look(2));
  await differences.row(1).press('ArrowDown');
  const outline = await differences.focused.evaluate((row) => getComputedStyle(row).outlineStyle);
  expect(outline).toBe('solid');
  const pressed = await recount.part('privacy').evaluate((button) => {
    const before = getComputedStyle(button).backgroundColor;
    button.setAttribute('aria-pressed', 'true');
    return getComputedStyle(button).backgroundColor !== before;
  });
  expect(pressed).toBe(true);
  const bills = await new Bills(recount).open();
  await bills.openLine(0);
  expect(await brokenRules(page)).toEqual([]);
});
