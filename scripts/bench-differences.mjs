// A workspace with as many differences as asked for, for the benchmarks of the window. A million of them take minutes
// to make, so it is kept, and made anew when the engine or the rows are others.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeYear } from './bench-files.mjs';
import { ROOT, projectNode, say } from './project.mjs';

const DAYS = 30;
const TIERS = 6;

/** One folder for each checkout: what another one made is its own. */
const KEPT = join(tmpdir(), `recount-bench-kept-${hashOf([ROOT]).slice(0, 12)}`);

/** A workspace of its own in `folder`, copied from the kept one; returns its path. The program must be built. */
export function workspaceOfDifferences(folder, rows) {
  const kept = join(KEPT, `${rows}-${madeBy()}.recount`);
  if (!existsSync(kept)) keep(kept, rows);
  const path = join(folder, 'differences.recount');
  copyFileSync(kept, path, constants.COPYFILE_FICLONE);
  return path;
}

function keep(kept, rows) {
  mkdirSync(KEPT, { recursive: true });
  for (const name of readdirSync(KEPT))
    if (name.startsWith(`${rows}-`)) rmSync(join(KEPT, name), { recursive: true, force: true });
  say(`Making a workspace of ${rows} differences, once for this version …`);
  const folder = mkdtempSync(join(KEPT, 'making-'));
  try {
    // Moved into its place when it is whole: what is interrupted is never taken for one.
    renameSync(made(folder, rows), kept);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Names the built engine and what its rows are made by; the window and the shell make no difference to it. */
function madeBy() {
  const main = join(ROOT, 'out', 'main');
  const built = readdirSync(main, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js') && !name.startsWith('shell'))
    .sort()
    .map((name) => join(main, name));
  const scripts = ['bench-differences.mjs', 'bench-files.mjs'].map((name) =>
    join(ROOT, 'scripts', name),
  );
  return hashOf([...built, ...scripts].map((path) => readFileSync(path))).slice(0, 16);
}

function hashOf(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}\0`).update(part);
  return hash.digest('hex');
}

/** By an audit of usage that has no bill but for one line; the whole of it is in the one file. */
function made(folder, rows) {
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
