import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './recount-window';
import { drag } from './models/drag';

test('one goes from account to account in the top bar, and by dropping a workspace', async ({
  recount,
}, info) => {
  const { page, folder } = recount;
  const other = join(folder, 'Another account.recount');
  await recount.makeWorkspace(other);
  await recount.openSample();
  const june = join(folder, 'June.recount');
  await recount.answerSaveDialog(june);
  await recount.command('save-copy');
  await expect(recount.part('notice')).toContainText(june);

  await recount.part('workspaces').click();
  const panel = page.getByRole('group', { name: 'Workspaces' });
  await recount.screenshot(info, 'workspaces');
  // The one that is open is not offered again.
  await expect(panel.getByRole('button', { name: 'June', exact: true })).toHaveCount(0);
  await panel.getByRole('button', { name: 'Another account' }).click();
  await expect(page.locator('.statusline-workspace')).toHaveText('Another account');
  await expect(panel).toHaveCount(0);

  await drag(recount, [june], 'drop');
  await expect(recount.part('headline-billed')).toContainText(/\d/);
  await expect(page.locator('.statusline-workspace')).toHaveText('June');

  await recount.part('privacy').click();
  await recount.part('workspaces').click();
  await expect(panel).toContainText('Hidden in privacy mode');
  await expect(panel).not.toContainText('Another account');
});

test('a backup is made from the menu, and restoring leads to where backups are', async ({
  recount,
}) => {
  await recount.openSample();
  await recount.command('back-up');
  await expect(recount.part('notice')).toContainText(
    'A workspace that was not saved has no backups',
  );
  const june = join(recount.folder, 'June.recount');
  await recount.answerSaveDialog(june);
  await recount.command('save-copy');
  await expect(recount.part('notice')).toContainText(june);
  await recount.command('back-up');
  await expect(recount.part('notice')).toContainText('Backed up to');
  await recount.command('backups');
  await expect(recount.part('backup-row').first()).toBeInViewport();
});
