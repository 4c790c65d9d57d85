import { join } from 'node:path';
import { expect } from '@playwright/test';
import { CrashDialog } from './models/crash-dialog';
import { Differences } from './models/differences';
import { amountsOfSample, SAMPLE_IDS } from './models/privacy';
import { test } from './recount-window';

test('a page that stops is told with a report that holds nothing of the customer, and comes back with its workspace', async ({
  recount,
}) => {
  await recount.openSample();
  const path = join(recount.folder, '1400999888 Zhao.recount');
  await recount.answerSaveDialog(path);
  await recount.command('save-copy');
  await expect(recount.part('notice')).toContainText(path);
  const differences = await new Differences(recount).open();
  await differences.explain(0);

  const dialog = new CrashDialog(recount);
  // Copies the report, shows the log, then goes on.
  await dialog.press([1, 2, 0]);
  await dialog.stopPage();
  await expect.poll(() => dialog.asked()).toHaveLength(3);
  const [question] = await dialog.asked();
  expect(question?.message).toBe('The window’s page stopped working');
  expect(question?.buttons).toEqual([
    'Open the window again',
    'Copy the report',
    'Show the log file',
  ]);
  const report = await dialog.copied();
  expect(report).toMatch(/^Recount \d.*\nElectron .*\nat: .*\nwhere: page\nreason: [\w-]+$/);
  expect(question?.detail.endsWith(report)).toBe(true);
  const secrets = [
    ...SAMPLE_IDS,
    ...(await amountsOfSample()),
    '1400999888',
    'Zhao',
    recount.folder,
  ];
  expect(secrets.filter((secret) => question?.detail.includes(secret))).toEqual([]);
  expect(await dialog.shown()).toEqual([join(recount.folder, 'profile', 'logs', 'recount.log')]);

  await expect.poll(() => dialog.pageSays('.statusline-workspace')).toBe('1400999888 Zhao');
});
