import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { expectFigures, figuresOf, type Figures } from './models/figures';
import { History } from './models/history';
import { Screen } from './models/screen';
import { Settings } from './models/settings';
import { openRecount, ROOT, test, type RecountWindow } from './recount-window';

const SAMPLE = join(ROOT, 'resources', 'sample-month');

/** The sample month with one number of its usage unreadable, late in the month where it is worth money. */
async function monthWithBadRow(folder: string): Promise<{ paths: string[]; right: string }> {
  const lines = (await readFile(join(SAMPLE, 'usage-2023-06.csv'), 'utf8')).split('\n');
  const column = (lines[0] ?? '').split(',').indexOf('标准用量');
  const row = lines.findLastIndex((line) => line.startsWith('2023-06-2'));
  const cells = (lines[row] ?? '').split(',');
  const right = cells[column] ?? '';
  lines[row] = cells.with(column, '#REF!').join(',');
  const usage = join(folder, 'usage.csv');
  await writeFile(usage, lines.join('\n'));
  return { paths: [usage, join(SAMPLE, 'bill-2023-06.csv')], right };
}

/** A new workspace with that month and the sample's account in it, at `path`. */
async function begin(recount: RecountWindow, path: string): Promise<string> {
  const { paths, right } = await monthWithBadRow(recount.folder);
  await recount.answerSaveDialog(path);
  await recount.command('new');
  await expect(recount.part('nav-settings')).toBeVisible();
  await new Settings(recount).open();
  await recount.answerOpenDialog([join(SAMPLE, 'account.json')]);
  await recount.page.getByRole('button', { name: 'Choose account file…' }).click();
  await expect(recount.part('notice')).toContainText('taken over');
  await recount.chooseMore(paths);
  await recount.part('import-commit').click();
  await expect(recount.part('quarantine-row')).toContainText('#REF!');
  return right;
}

/** Saves the account and waits until the audit that follows from it is in the headline. */
async function save(recount: RecountWindow, settings: Settings): Promise<void> {
  const before = await headlineOf(recount, settings);
  await settings.save();
  await expect(settings.saveBar.locator('button[type=submit]')).toBeDisabled();
  await headlineOtherThan(recount, before);
}

async function headlineOf(recount: RecountWindow, back: Screen): Promise<string> {
  await new Screen(recount, 'overview').open();
  const said = (await recount.part('headline-expected').textContent()) ?? '';
  await back.open();
  return said;
}

async function headlineOtherThan(recount: RecountWindow, before: string): Promise<void> {
  await new Screen(recount, 'overview').open();
  await expect(recount.part('headline-expected')).not.toHaveText(before);
  await expect(recount.part('headline-expected')).toContainText(/\d/);
}

interface Act {
  /** What the history calls it. */
  readonly step: string;
  readonly act: (recount: RecountWindow, right: string) => Promise<void>;
}

const ACTS: readonly Act[] = [
  {
    step: 'Change the free trial',
    act: async (recount) => {
      const settings = await new Settings(recount).open();
      await settings.field('trial.minutes').fill('4000');
      await save(recount, settings);
    },
  },
  {
    step: 'Add contract term for Audio duration',
    act: async (recount) => {
      const settings = await new Settings(recount).open();
      await recount.part('add-term').click();
      await recount.page.getByLabel('Item 2').selectOption('av.audio');
      await settings.field('contract[1].value').fill('0.5');
      await settings.field('contract[1].from').fill('2023-06-01');
      await save(recount, settings);
    },
  },
  {
    step: 'Add package 2000009002',
    act: async (recount) => {
      const settings = await new Settings(recount).open();
      await recount.part('add-package').click();
      await settings.field('packages[1].id').fill('2000009002');
      await settings.field('packages[1].minutes').fill('1000');
      await settings.field('packages[1].purchasedAt').fill('2023-06-02T08:00:00');
      await save(recount, settings);
    },
  },
  {
    step: 'Accept 1 difference',
    act: async (recount) => {
      await new Screen(recount, 'differences').open();
      const rows = recount.part('difference-row');
      await rows.nth(1).click();
      await expect(recount.part('decision-panel')).toBeVisible();
      await recount.page.keyboard.press('a');
      await expect(rows.nth(1)).toContainText('Accepted');
      await recount.page.keyboard.press('Escape');
    },
  },
  {
    step: 'Correct 1 row',
    act: async (recount, right) => {
      const imports = await new Screen(recount, 'imports').open();
      const before = await headlineOf(recount, imports);
      await recount.part('quarantine-edit').click();
      await recount.part('suspect-cell').fill(right);
      await recount.part('quarantine-save').click();
      await expect(recount.part('quarantine-corrected')).toContainText('1');
      await headlineOtherThan(recount, before);
    },
  },
];

test('whatever was done is undone by its name, and redone after the window was closed', async ({
  recount,
}) => {
  test.setTimeout(400_000);
  const path = join(recount.folder, 'June.recount');
  const right = await begin(recount, path);
  const history = new History(recount);
  const before = await figuresOf(recount);
  const first = await history.listed();
  /** What the window showed when the first so many acts stood. */
  const moments: Figures[] = [before];
  for (const { step, act } of ACTS) {
    await act(recount, right);
    moments.push(await figuresOf(recount));
    expect(moments.at(-1), step).not.toEqual(moments.at(-2));
    await expect.poll(() => history.inMenu('undo')).toBe(step);
  }
  const names = ACTS.map(({ step }) => step);

  for (const [index, step] of [...names.entries()].toReversed()) {
    await history.move('undo', step);
    await expectFigures(recount, moments[index] ?? before);
    await expect.poll(() => history.inMenu('redo')).toBe(step);
  }
  const listed = [...names].reverse().map((name) => ({ name, state: 'undone' }));
  expect(await history.listed()).toEqual([...listed, ...first]);

  await recount.app.close();
  const again = await openRecount(recount.folder);
  try {
    await again.answerOpenDialog([path]);
    await again.part('open-workspace').click();
    await expectFigures(again, before);
    const later = new History(again);
    expect(await later.listed()).toEqual([...listed, ...first]);
    for (const [index, step] of names.entries()) {
      await expect.poll(() => later.inMenu('redo')).toBe(step);
      await later.move('redo', step);
      await expectFigures(again, moments[index + 1] ?? before);
    }
    await expect.poll(() => later.inMenu('redo')).toBeNull();
    await expect.poll(() => later.inMenu('undo')).toBe(names.at(-1));
  } finally {
    await again.app.close();
  }
});
