import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const JUNE = join(import.meta.dirname, '../../resources/sample-month/bill-2023-06.csv');

const LINE_TIMES = ['扣费时间', '开始使用时间', '结束使用时间'] as const;

/** July's bill with one adjustment, made from a line of the sample's June: `amount` below zero gives money back. */
export function laterBill(folder: string, amount: string, transaction: string): string {
  return billWith(folder, 'bill-2023-07.csv', '实时音视频', {
    交易类型: '调账',
    交易ID: transaction,
    ...timesOf('2023-07-20 10:00:00', '2023-07-20'),
    ...paid(amount),
  });
}

/** The line that June's bill lacks: 125 minutes of full HD on 29 June, charged in July. */
export function lateCharge(folder: string): string {
  return billWith(
    folder,
    'bill-2023-07-late.csv',
    '1400123456,课堂,实时音视频-音视频通话,按量计费日结',
    {
      组件名称: '全高清视频时长',
      交易ID: '2023070300000000900001',
      ...timesOf('2023-07-03 10:01:11', '2023-06-29'),
      组件刊例价: '63.00000000',
      组件单价: '63.00000000',
      组件用量: '0.12500000',
      折扣率: '1',
      ...paid('7.87500000'),
    },
  );
}

type Cells = Readonly<Record<string, string>>;

/** One line like the sample's first that holds `like`, with these cells. */
function billWith(folder: string, name: string, like: string, cells: Cells): string {
  const [header = '', ...lines] = readFileSync(JUNE, 'utf8').split(/\r?\n/);
  const names = header.replace('\uFEFF', '').split(',');
  const values = (lines.find((line) => line.includes(like)) ?? '').split(',');
  for (const [column, value] of Object.entries(cells)) values[names.indexOf(column)] = value;
  const path = join(folder, name);
  writeFileSync(path, `${header}\n${values.join(',')}\n`);
  return path;
}

function timesOf(charged: string, day: string): Cells {
  const [chargedAt, from, to] = LINE_TIMES;
  return { [chargedAt]: charged, [from]: `${day} 00:00:00`, [to]: `${day} 23:59:59` };
}

/** All of it in cash. */
function paid(amount: string): Cells {
  return {
    组件原价: amount,
    优惠后总价: amount,
    '现金账户支出(元)': amount,
    '代金券支出(元)': '0.00000000',
    '赠送账户支出(元)': '0.00000000',
  };
}
