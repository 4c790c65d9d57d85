import { join } from 'node:path';
import { expect } from '@playwright/test';
import { Differences } from './models/differences';
import { Imports } from './models/imports';
import { noExport } from './models/month-files';
import { Overview } from './models/overview';
import { stampNewer } from './models/workspace-files';
import { test } from './recount-window';

test('an engine that dies is announced, started again, and nothing is lost', async ({
  recount,
}, info) => {
  await recount.openSample();
  const overview = new Overview(recount);
  const before = await overview.headline('billed').innerText();
  await recount.killEngine();
  await expect(recount.part('notice').first()).toBeVisible();
  await recount.screenshot(info, 'engine-restarted');
  const differences = await new Differences(recount).open();
  await expect(differences.rows.first()).toBeVisible();
  await overview.open();
  await expect(overview.headline('billed')).toHaveText(before);
  expect(await recount.logFile()).toContain('engine ended by itself');
});

test('a file that is no export is refused with a sentence', async ({ recount }, info) => {
  const path = join(recount.folder, 'holiday.csv');
  await noExport(path);
  await recount.chooseFiles([path]);
  const imports = new Imports(recount);
  await expect(imports.reading).toContainText('holiday.csv');
  await expect(imports.commit).toBeDisabled();
  await recount.screenshot(info, 'unreadable');
});

test('a workspace of a newer version is refused and left as it is', async ({ recount }, info) => {
  const path = join(recount.folder, 'newer.recount');
  await recount.makeWorkspace(path);
  await stampNewer(path);
  await recount.openWorkspace(path);
  await expect(recount.part('notice')).toContainText(/newer/i);
  await expect(recount.part('drop-zone')).toBeVisible();
  await recount.screenshot(info, 'newer-workspace');
});
