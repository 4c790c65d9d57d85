// A workspace with as many differences as asked for, for the benchmarks of the window.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeYear } from './bench-files.mjs';
import { ROOT, projectNode } from './project.mjs';

const DAYS = 30;
const TIERS = 6;

/** Made in `folder` by an audit of usage that has no bill but for one line; returns the workspace's path. */
export function workspaceOfDifferences(folder, rows) {
  const usage = join(folder, 'usage.csv');
  writeYear(usage, Math.ceil(rows / DAYS / TIERS), DAYS);
  const account = join(folder, 'account.json');
  writeFileSync(account, JSON.stringify({ name: 'Bench', site: 'cn', registeredOn: '2021-06-01' }));
  const bill = join(folder, 'bill.csv');
  writeFileSync(bill, oneLineBill());
  const path = join(folder, 'differences.recount');
  const cli = join(ROOT, 'out', 'main', 'cli.js');
  const args = ['audit', '--usage', usage, '--bill', bill, '--account', account];
  const done = spawnSync(projectNode(), [cli, ...args, '--month', '2023-01', '--workspace', path], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (done.status !== 1 && done.status !== 0) throw new Error(done.stderr);
  return path;
}

/** A bill with one line, so that everything else is missing from it. */
function oneLineBill() {
  const line = {
    支付者UIN: '100012345678',
    使用者UIN: '100012345678',
    产品名称: '实时音视频',
    计费模式: '按量计费',
    资源ID: '1400000000',
    子产品名称: '实时音视频-音视频通话',
    交易类型: '按量计费日结',
    交易ID: '1',
    扣费时间: '2023-01-02 10:00:00',
    开始使用时间: '2023-01-01 00:00:00',
    结束使用时间: '2023-01-01 23:59:59',
    组件类型: '时长',
    组件名称: '语音时长',
    组件刊例价: '7.00000000',
    组件单价: '7.00000000',
    组件价格单位: '元/千分钟/天',
    组件用量: '1.00000000',
    组件用量单位: '千分钟',
    使用时长: '1.00000000',
    时长单位: '天',
    组件原价: '7.00000000',
    折扣率: '1',
    优惠后总价: '7.00000000',
  };
  return `\uFEFF${Object.keys(line).join(',')}\n${Object.values(line).join(',')}\n`;
}
