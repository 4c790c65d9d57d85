import { execFileSync } from 'node:child_process';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { Dialogs } from './models/dialogs';
import { Imports } from './models/imports';
import { Overview } from './models/overview';
import { Settings } from './models/settings';
import { overwrite } from './models/workspace-files';
import { test, type RecountWindow } from './recount-window';

/** A saved workspace with the sample month in it, open in the window. */
async function savedSample(recount: RecountWindow): Promise<string> {
  await recount.openSample();
  const path = join(recount.folder, 'June.recount');
  await recount.answerSaveDialog(path);
  await recount.command('save-copy');
  await expect(recount.part('notice')).toContainText(path);
  return path;
}

async function openFromFirstScreen(recount: RecountWindow, path: string): Promise<void> {
  await recount.closeWorkspace();
  await recount.openWorkspace(path);
}

test('a backup is made, listed, and brings the workspace back', async ({ recount }, info) => {
  await savedSample(recount);
  const billed = new Overview(recount).headline('billed');
  const before = await billed.innerText();
  const settings = await new Settings(recount).open();
  await settings.makeBackup();
  await recount.screenshot(info, 'backups');

  const imports = await new Imports(recount).open();
  await imports.takeBack('bill-2023-06.csv');
  await settings.open();
  await settings.restoreBackup();
  await new Dialogs(recount).confirm.click();
  await expect(billed).toHaveText(before);
  await expect(recount.part('notice')).toContainText('before-restore');
});

test('a damaged workspace can be restored from its newest backup', async ({ recount }, info) => {
  const path = await savedSample(recount);
  const billed = new Overview(recount).headline('billed');
  const before = await billed.innerText();
  const settings = await new Settings(recount).open();
  await settings.makeBackup();
  await recount.closeWorkspace();
  await overwrite(path, 100);
  await openFromFirstScreen(recount, path);
  await expect(recount.part('damaged')).toContainText(path);
  await recount.screenshot(info, 'damaged');
  await recount.part('restore-newest').click();
  await expect(billed).toHaveText(before);
});

test('what can be read of a damaged workspace is saved into a new one', async ({
  recount,
}, info) => {
  const path = await savedSample(recount);
  await recount.closeWorkspace();
  const { size } = await stat(path);
  await overwrite(path, size - 4096);
  await openFromFirstScreen(recount, path);
  await expect(recount.part('damaged')).toBeVisible();
  const target = join(recount.folder, 'Saved.recount');
  await recount.answerSaveDialog(target);
  await recount.part('salvage').click();
  await expect(recount.part('notice').first()).toContainText(/rows were read/);
  await expect(recount.page.getByRole('alert')).toHaveCount(0);
  await recount.screenshot(info, 'salvaged');
  expect((await stat(target)).size).toBeGreaterThan(0);
});

test('a workspace that is moved while open is written to no more, and says so', async ({
  recount,
}, info) => {
  const path = await savedSample(recount);
  await rename(path, join(recount.folder, 'elsewhere.recount'));
  await new Imports(recount).open();
  await recount.chooseMore([join(recount.folder, 'none.csv')]);
  const said = recount.page.getByText(/was moved, removed or exchanged/);
  await expect(said.first()).toBeVisible();
  // A screen that could say the same by itself leaves it to the notice above, which offers a way out.
  await recount.goTo('packages');
  await expect(recount.noticeButton('Save a copy')).toBeVisible();
  await expect(said).toHaveCount(1);
  await recount.screenshot(info, 'moved');
});

test('a workspace that cannot be written is refused with a sentence', async ({ recount }, info) => {
  const path = join(recount.folder, 'locked.recount');
  await recount.makeWorkspace(path);
  test.skip(!attempt('chattr', ['+i', path]), 'files cannot be locked on this disk');
  try {
    await recount.openWorkspace(path);
    await expect(recount.part('notice')).toContainText(path);
    await recount.screenshot(info, 'read-only');
  } finally {
    attempt('chattr', ['-i', path]);
  }
});

test('a full disk stops an import with a sentence, and the workspace is as it was', async ({
  recount,
}, info) => {
  const disk = join(recount.folder, 'disk');
  await mkdir(disk);
  const mounted = attempt('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk]);
  test.skip(!mounted, 'no disk of a set size can be made here');
  try {
    const path = join(disk, 'small.recount');
    await recount.makeWorkspace(path);
    await recount.openWorkspace(path);
    const large = join(recount.folder, 'large.csv');
    await writeFile(large, usageRows(60_000));
    await recount.chooseMore([large]);
    const imports = new Imports(recount);
    await imports.commit.click();
    await expect(recount.page.getByText(/The disk is full/).first()).toBeVisible({
      timeout: 60_000,
    });
    await recount.screenshot(info, 'disk-full');
    await recount.part('import-again').click();
    await expect(imports.reading).toContainText('large.csv');
    await imports.discard();
    await imports.open();
    await expect(recount.page.getByText('large.csv', { exact: true })).toHaveCount(0);
  } finally {
    await recount.closeWorkspace();
    attempt('umount', ['-l', disk]);
  }
});

function attempt(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Rows that do not compress away. */
function usageRows(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const noise = (index * 2_654_435_761) % 4_294_967_296;
    return `2023/6/${1 + (index % 30)},${1_400_000_000 + noise},语音,${noise % 100_000},秒`;
  });
  return ['日期,SdkAppId,属性,标准用量,用量单位', ...rows].join('\n');
}
