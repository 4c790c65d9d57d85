import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { RecountWindow } from '../recount-window';
import { Imports } from './imports';
import { noExport, renamedBill, usageWithBadRow } from './month-files';
import { Overview } from './overview';
import { Screen, SCREENS } from './screen';
import type { Look } from './states-of-a-month';
import { overwrite, stampNewer } from './workspace-files';

// Names without a word of any language that is walked in: each one found would be the window's.
const STRANGE_NAMES = ['云产品', '扣费类型', '用量档位', '应付', '开始', '应用'];
const UNREADABLE = '?';

/** What a person meets before anything is audited: what is refused, what is empty, and what is about to come in. */
export async function statesBeforeAMonth(recount: RecountWindow, look: Look): Promise<void> {
  await refused(recount, look);
  await empty(recount, look);
  await offered(recount, look);
  await withBadRow(recount, look);
  await recount.closeWorkspace();
}

async function refused(recount: RecountWindow, look: Look): Promise<void> {
  const newer = join(recount.folder, '1.recount');
  await recount.makeWorkspace(newer);
  await stampNewer(newer);
  await recount.openWorkspace(newer);
  await expect(recount.part('notice')).toContainText('1.recount');
  await look('a workspace that is refused');

  const damaged = join(recount.folder, '2.recount');
  await recount.makeWorkspace(damaged);
  await overwrite(damaged, 100);
  await recount.openWorkspace(damaged);
  await expect(recount.part('damaged')).toContainText('2.recount');
  await look('a workspace that is damaged', '.ant-modal');
  await recount.page.keyboard.press('Escape');
  await expect(recount.part('damaged')).toBeHidden();
}

async function empty(recount: RecountWindow, look: Look): Promise<void> {
  await recount.answerSaveDialog(join(recount.folder, '2023.recount'));
  await recount.command('new');
  await expect(recount.part('nav-overview')).toBeVisible();
  for (const name of SCREENS) {
    await new Screen(recount, name).open();
    await look(`${name}, empty`, 'main');
  }
}

async function offered(recount: RecountWindow, look: Look): Promise<void> {
  const imports = await new Imports(recount).open();
  const [unreadable, strange] = ['3.csv', '4.csv'].map((name) => join(recount.folder, name)) as [
    string,
    string,
  ];
  await noExport(unreadable);
  await renamedBill(strange, STRANGE_NAMES);
  await recount.chooseMore([unreadable, strange]);
  await expect(imports.reading).toHaveCount(2);
  await look('files that are offered', 'main');
  await imports.openMapping();
  await expect(recount.part('mapping-preview')).toBeVisible();
  await look('columns that are mapped', 'main');
  await imports.discard();
}

async function withBadRow(recount: RecountWindow, look: Look): Promise<void> {
  const usage = join(recount.folder, '5.csv');
  await usageWithBadRow(usage, UNREADABLE);
  const imports = new Imports(recount);
  await recount.chooseMore([usage]);
  await expect(imports.forecasts).toContainText('5.csv');
  await imports.commit.click();
  await expect(imports.quarantine).toContainText(UNREADABLE);
  await look('what became of the files', 'main');
  await imports.editFirstRow();
  await imports.saveRow('??');
  await expect(recount.page.getByRole('alert')).toContainText('??');
  await look('a row that is corrected', 'main');
  await new Overview(recount).open();
  await look('a month without account and bill', 'main');
}
