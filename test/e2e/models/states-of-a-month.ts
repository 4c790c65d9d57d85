import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { RecountWindow } from '../recount-window';
import { Bills } from './bills';
import { Dialogs } from './dialogs';
import { Differences } from './differences';
import { Overview } from './overview';
import { Reports } from './reports';
import { Screen } from './screen';
import { Settings } from './settings';

/** One of the two lines of the sample that stand for one charge. */
const TWICE = '2023062500000000100002';

/** Looks at the window as it stands. `within`: the part that a state brings; the rest was looked at before. */
export type Look = (what: string, within?: string) => Promise<void>;

/** What opens on the screens of the sample month, beside them and over them. */
export async function statesOfAMonth(recount: RecountWindow, look: Look): Promise<void> {
  await dialogs(recount, look);
  await differences(recount, look);
  await overview(recount, look);
  await usage(recount, look);
  await bills(recount, look);
  await figures(recount, look);
  await reports(recount, look);
  await settings(recount, look);
}

async function dialogs(recount: RecountWindow, look: Look): Promise<void> {
  const dialogs = new Dialogs(recount);
  await dialogs.openPalette();
  await expect(dialogs.found.first()).toBeVisible();
  await look('palette', '.palette');
  await recount.page.keyboard.type('????');
  await expect(dialogs.found).toHaveCount(0);
  await look('palette that finds nothing', '.palette');
  await dialogs.escape();
  await dialogs.openShortcuts();
  await look('keys', '.palette');
  await dialogs.escape();
  await dialogs.openHistory();
  await look('history', '.ant-modal');
  await dialogs.escape();
  await dialogs.openExport();
  await look('export', '.ant-modal');
  await dialogs.escape();
}

async function differences(recount: RecountWindow, look: Look): Promise<void> {
  const differences = await new Differences(recount).open();
  await differences.explain(2);
  await look('explanation', 'main');
  await differences.decide('d');
  await expect(recount.part('decision-note')).toBeVisible();
  await recount.part('open-rule').click();
  await recount.part('open-promise').click();
  await recount.part('promise-amount').fill('much');
  await recount.part('rule-cap').fill('little');
  await look('forms of a decision', '.decision-panel');
  await differences.closeExplanation();
  await differences.askToAcceptAll();
  await look('a question about all rows', '.decision-bar');
  await differences.sayNo();
  for (const panel of ['columns', 'views'] as const) {
    await recount.part(panel).click();
    await look(panel, '.popover');
    await recount.page.keyboard.press('Escape');
  }
  await differences.openHistory();
  await look('history with rules', '.ant-modal:has(.history)');
  await new Dialogs(recount).escape();
  await differences.groupBy('cause');
  await differences.settled();
  await look('differences in groups', 'main');
  await differences.groupBy('none');
  await differences.words.fill('????');
  await expect(differences.rows).toHaveCount(0);
  await look('no difference fits', 'main');
}

async function overview(recount: RecountWindow, look: Look): Promise<void> {
  const overview = await new Overview(recount).open();
  await overview.sign('prepare', '王');
  await expect(overview.signOff).toHaveAttribute('data-state', 'prepared');
  await look('signed', '[data-testid=sign-off]');
  await overview.showBurnDownAs('table');
  await look('burn-down as a table', '[data-testid=month-burn-down]');
  // Another decision breaks the seal, which then says by what.
  const differences = await new Differences(recount).open();
  await differences.explain(0);
  await differences.decide('a');
  await overview.open();
  await expect(overview.seal).toHaveClass(/broken/);
  await look('a broken seal', '[data-testid=sign-off]');
}

async function usage(recount: RecountWindow, look: Look): Promise<void> {
  await new Screen(recount, 'usage').open();
  for (const kind of ['heat', 'table'] as const) {
    await recount.part('usage-picture').selectOption(kind);
    await look(`usage as ${kind}`, '.usage-picture');
  }
  await recount.part('usage-row').first().click();
  await expect(recount.part('usage-rows')).toContainText(/\d/);
  await look('rows of a use', '[data-testid=usage-rows]');
}

async function bills(recount: RecountWindow, look: Look): Promise<void> {
  const bills = await new Bills(recount).open();
  await bills.openOnly(TWICE);
  await look('bill line', '[data-testid=bill-line]');
  await bills.placeOpen.click();
  await expect(bills.charge).toBeVisible();
  await bills.openCalendar();
  await look('placing with a calendar open', '[data-testid=bill-line]');
  await recount.page.keyboard.press('Escape');
}

async function figures(recount: RecountWindow, look: Look): Promise<void> {
  await new Screen(recount, 'prices').open();
  await recount.part('compare-prices').click();
  await expect(recount.part('price-comparison')).toContainText(/\d/, { timeout: 60_000 });
  await look('two versions of prices', '[data-testid=price-comparison]');
  const estimate = await new Screen(recount, 'estimate').open();
  for (const plan of ['live', 'item'] as const) {
    await recount.page.locator(`.estimate-kinds [data-testid=plan-${plan}]`).click();
    await estimate.settled();
    await look(`estimate of ${plan}`, 'main');
  }
  await recount.part('advise').click();
  await expect(recount.part('advice')).toContainText(/\d/, { timeout: 60_000 });
  await look('advice', '.advisor');
}

async function reports(recount: RecountWindow, look: Look): Promise<void> {
  const reports = await new Reports(recount).open();
  const folder = join(recount.folder, 'made');
  const [name = ''] = await reports.write(['json'], folder);
  const edited = join(recount.folder, '6.json');
  await copyFile(join(folder, name), edited);
  await writeFile(edited, (await readFile(edited, 'utf8')).replaceAll('31.367', '31.376'));
  await reports.verify([join(folder, name), edited]);
  await look('one report that holds and one that does not', 'main');
  await reports.choose([]);
  await look('a report of no format', '.report-form');
}

async function settings(recount: RecountWindow, look: Look): Promise<void> {
  const settings = await new Settings(recount).open();
  await settings.field('firstAppOn').fill('2023-05-01');
  await expect(settings.warnings).toBeVisible();
  await settings.field('contract[0].value').fill('??');
  await settings.save();
  await expect(settings.field('contract[0].value')).toHaveAttribute('aria-invalid', 'true');
  await look('an account with faults', 'main');
  await settings.discard();
  await recount.answerSaveDialog(join(recount.folder, '2023.recount'));
  await recount.command('save-copy');
  await expect(recount.part('backup-make')).toBeVisible();
  await recount.part('backup-make').click();
  await expect(recount.part('backup-row')).toHaveCount(1);
  await recount.part('backup-row').getByRole('button').click();
  await expect(recount.page.getByRole('dialog')).toBeVisible();
  await look('a backup that is to be restored', '.ant-modal');
  await new Dialogs(recount).escape();
  await recount.part('trail-verify').click();
  await expect(recount.part('notice').last()).toBeVisible();
  await recount.part('privacy').click();
  await expect(recount.part('privacy')).toHaveAttribute('aria-pressed', 'true');
  await look('amounts hidden');
  await recount.part('privacy').click();
}
