import { copyFile, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { Bills } from './models/bills';
import { Dialogs } from './models/dialogs';
import { Differences } from './models/differences';
import { Imports } from './models/imports';
import { usageWithBadRow } from './models/month-files';
import { amountsOfSample, Privacy, SAMPLE_IDS } from './models/privacy';
import { Reports } from './models/reports';
import { Screen, SCREENS } from './models/screen';
import { Settings } from './models/settings';
import { overwrite, stampNewer } from './models/workspace-files';
import { ROOT, test } from './recount-window';

test('privacy mode leaves no amount and no id on any screen, in any tool tip, copy or title', async ({
  recount,
}) => {
  await recount.openSample();
  const amounts = await amountsOfSample();
  expect(amounts.length).toBeGreaterThan(5);
  const privacy = new Privacy(recount, [...amounts, ...SAMPLE_IDS]);
  const differences = await new Differences(recount).open();
  await differences.explain(0);
  await expect(differences.rawRows.first()).toBeVisible();
  await differences.decide('d');
  await differences.note(`They owe us ${amounts[0] ?? ''}.`);
  await differences.saveNote();
  // Without the mode the same look does find them: the test can fail.
  expect(privacy.secretsIn(await privacy.said()).length).toBeGreaterThan(2);

  await privacy.hide();
  await privacy.look('explanation');
  const dialogs = new Dialogs(recount);
  await dialogs.openPalette('1400');
  await expect(dialogs.found.first()).toBeVisible();
  await privacy.look('palette');
  await dialogs.escape();
  await dialogs.openHistory();
  await privacy.look('history');
  await dialogs.escape();
  for (const name of SCREENS) {
    await new Screen(recount, name).open();
    await privacy.look(name);
  }

  // Files before they are imported, and rows of them that could not be read.
  const unreadable = join(recount.folder, 'unreadable.csv');
  await usageWithBadRow(unreadable);
  const imports = new Imports(recount);
  await recount.chooseMore([join(ROOT, 'resources/sample-month/bill-2023-06.csv'), unreadable]);
  await expect(imports.forecasts).toContainText('unreadable.csv');
  await privacy.look('reading');
  await imports.commit.click();
  await imports.open();
  await expect(imports.quarantine).toContainText('•••');
  await privacy.look('quarantine');

  const bills = await new Bills(recount).open();
  await bills.openLine(0);
  await privacy.look('bill line');
  await recount.page.keyboard.press('Control+a');
  await recount.part('copy-rows').click();
  await expect(recount.part('notice')).toBeVisible();
  const copied = await recount.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied.split('\n').length).toBeGreaterThan(100);
  privacy.found('clipboard', copied);
  expect(privacy.leaks).toEqual([]);
});

/** A customer's name and id, as people put them into the names of folders and files. */
const [CUSTOMER, CUSTOMER_ID] = ['Zhao Live', '1400999888'];

test('nor the names of folders, workspaces and files that hold a customer or an id', async ({
  recount,
}) => {
  const folder = join(recount.folder, CUSTOMER);
  await mkdir(folder);
  const inFolder = (name: string) => join(folder, name);
  const notice = recount.part('notice').first();
  const privacy = new Privacy(recount, [CUSTOMER, CUSTOMER_ID]);
  await recount.openSample();
  const path = inFolder(`June ${CUSTOMER_ID}.recount`);
  await recount.answerSaveDialog(path);
  await recount.command('save-copy');
  await expect(notice).toContainText(path);
  expect(privacy.secretsIn(await privacy.said())).toEqual([CUSTOMER, CUSTOMER_ID]);
  await privacy.hide();
  await privacy.look('saved');

  await recount.ask('views.save', {
    name: `only ${CUSTOMER_ID}`,
    view: {
      grid: 'bills',
      filter: { onlyFindings: false },
      sort: { by: 'file', descending: false },
      layout: null,
    },
  });
  await recount.goTo('bills');
  await recount.part('views').click();
  await expect(recount.page.getByRole('button', { name: 'Forget the view •••' })).toBeVisible();
  await privacy.look('views');

  const settings = await new Settings(recount).open();
  await settings.makeBackup();
  await expect(notice).toContainText('Backed up to •••');
  await privacy.look('backed up');
  await settings.restoreBackup();
  await new Dialogs(recount).confirm.click();
  await expect(notice).toContainText('What stood there before is now •••');
  await privacy.look('restored');

  // A day in a file's name is no secret, an id is.
  const usage = [`${CUSTOMER_ID}_usage.csv`, 'usage-2023-06-07.csv'].map(inFolder);
  for (const file of usage) await usageWithBadRow(file);
  const none = inFolder(`${CUSTOMER_ID}.pdf`);
  await writeFile(none, '%PDF-1.7');
  const imports = new Imports(recount);
  await recount.chooseMore([...usage, none]);
  await expect(imports.readings).toContainText('usage-2023-06-07.csv');
  await privacy.look('files that are offered');
  await imports.commit.click();
  await imports.open();
  await expect(imports.quarantine.first()).toBeVisible();
  await privacy.look('files that were brought in');

  const reports = await new Reports(recount).open();
  const [name = ''] = await reports.write(['json'], folder, (file) => file.startsWith('recount-'));
  await expect(reports.fileOf(0)).toHaveText(name);
  await privacy.look('a report that was made');
  const renamed = inFolder(`${CUSTOMER_ID}.json`);
  await copyFile(inFolder(name), renamed);
  await reports.verify([renamed]);
  await privacy.look('a report that was verified');
  await new Settings(recount).open();
  await privacy.look('settings and trail');

  await rename(path, inFolder('elsewhere.recount'));
  await recount.goTo('packages');
  await expect(recount.page.getByText('••• was moved, removed or exchanged').first()).toBeVisible();
  await privacy.look('moved');

  await recount.closeWorkspace();
  await expect(recount.part('drop-zone')).toBeVisible();
  await privacy.look('first screen');
  const [newer, damaged] = ['newer', 'damaged'].map((state) =>
    inFolder(`${state} ${CUSTOMER_ID}.recount`),
  ) as [string, string];
  for (const file of [newer, damaged]) await recount.makeWorkspace(file);
  await stampNewer(newer);
  await recount.openWorkspace(newer);
  await expect(notice).toContainText('newer version');
  await privacy.look('newer');
  await overwrite(damaged, 100);
  await recount.openWorkspace(damaged);
  await expect(recount.part('damaged')).toContainText('•••');
  await privacy.look('damaged');
  expect(privacy.leaks).toEqual([]);
});
