import { expect, it } from 'vitest';
import { folderOf, workspaceName } from '../../../src/renderer/format/workspace-place';

it.each([
  ['/home/kim/audits/march.recount', 'march'],
  ['C:\\Audits\\March 2024.RECOUNT', 'March 2024'],
  ['march', 'march'],
])('%s is called %s', (path, name) => {
  expect(workspaceName(path)).toBe(name);
});

it.each([
  ['/home/kim/march.recount', 40, '/home/kim'],
  ['/march.recount', 40, '/'],
  ['/home/kim/finance/vendors/rtc/2024/march.recount', 30, '/home/…/vendors/rtc/2024'],
  ['/home/kim/finance/vendors/rtc/2024/march.recount', 16, '/home/…/rtc/2024'],
  ['C:\\Users\\kim\\Documents\\Audits\\march.recount', 24, 'C:\\…\\Documents\\Audits'],
  [
    '/home/kim/a folder whose name alone is too long/march.recount',
    20,
    '…/a folder whose name alone is too long',
  ],
])('the folder of %s in %i letters is %s', (path, most, folder) => {
  expect(folderOf(path, most)).toBe(folder);
});
