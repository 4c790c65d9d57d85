import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const JUNE = join(import.meta.dirname, '../../resources/sample-month/bill-2023-06.csv');

/** July's bill with one adjustment, made from a line of the sample's June: `amount` below zero gives money back. */
export function laterBill(folder: string, amount: string, transaction: string): string {
  const [header = '', ...lines] = readFileSync(JUNE, 'utf8').split(/\r?\n/);
  const like = lines.find((line) => line.includes('实时音视频')) ?? '';
  const names = header.replace('\uFEFF', '').split(',');
  const cells = like.split(',');
  const set = (name: string, value: string) => {
    cells[names.indexOf(name)] = value;
  };
  set('交易类型', '调账');
  set('交易ID', transaction);
  set('扣费时间', '2023-07-20 10:00:00');
  set('开始使用时间', '2023-07-20 00:00:00');
  set('结束使用时间', '2023-07-20 23:59:59');
  for (const name of ['组件原价', '优惠后总价', '现金账户支出(元)']) set(name, amount);
  for (const name of ['代金券支出(元)', '赠送账户支出(元)']) set(name, '0.00000000');
  const path = join(folder, 'bill-2023-07.csv');
  writeFileSync(path, `${header}\n${cells.join(',')}\n`);
  return path;
}
