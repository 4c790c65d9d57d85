import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ROOT } from '../recount-window';

export const SAMPLE = join(ROOT, 'resources', 'sample-month');
export const SAMPLE_FILES = ['usage-2023-06.csv', 'bill-2023-06.csv'].map((name) =>
  join(SAMPLE, name),
);
const [USAGE = '', BILL = ''] = SAMPLE_FILES;

/**
 * The usage of the sample month with one number unreadable, late in the month, when nothing free is left and the row
 * is worth money. `right`: the number.
 */
export async function usageWithBadRow(path: string, bad = '#REF!'): Promise<{ right: string }> {
  const lines = (await readFile(USAGE, 'utf8')).split('\n');
  const column = (lines[0] ?? '').split(',').indexOf('标准用量');
  const row = lines.findLastIndex((line) => line.startsWith('2023-06-2'));
  const cells = (lines[row] ?? '').split(',');
  const right = cells[column] ?? '';
  lines[row] = cells.with(column, bad).join(',');
  await writeFile(path, lines.join('\n'));
  return { right };
}

/** The sample month a month later, in files of its own. */
export function sampleOfJuly(folder: string): Promise<string[]> {
  return Promise.all(
    SAMPLE_FILES.map(async (from) => {
      const text = await readFile(from, 'utf8');
      const moved = text.replaceAll('2023-07-', '2023-08-').replaceAll('2023-06-', '2023-07-');
      const path = join(folder, basename(from).replace('06', '07'));
      await writeFile(path, moved.replaceAll('202306', '202307'));
      return path;
    }),
  );
}

/** July's bill with nothing but an adjustment that gives `amount` back and names `reference`. */
export async function billReturning(
  path: string,
  amount: string,
  reference: string,
): Promise<void> {
  const [header = '', ...lines] = (await readFile(BILL, 'utf8')).split(/\r?\n/);
  const names = header.replace('\uFEFF', '').split(',');
  const values = (lines.find((line) => line.includes('实时音视频')) ?? '').split(',');
  const cells: Readonly<Record<string, string>> = {
    交易类型: '调账',
    交易ID: reference,
    扣费时间: '2023-07-20 10:00:00',
    开始使用时间: '2023-07-20 00:00:00',
    结束使用时间: '2023-07-20 23:59:59',
    组件原价: `-${amount}`,
    优惠后总价: `-${amount}`,
    '现金账户支出(元)': `-${amount}`,
    '代金券支出(元)': '0.00000000',
    '赠送账户支出(元)': '0.00000000',
  };
  for (const [column, value] of Object.entries(cells)) values[names.indexOf(column)] = value;
  await writeFile(path, `${header}\n${values.join(',')}\n`);
}

/** Columns of the bill that an audit cannot do without, as the provider calls them. */
const OWN = ['产品名称', '交易类型', '组件名称', '优惠后总价', '开始使用时间', '资源ID'];

/** The sample's bill with these columns called otherwise; of its rows all, or every second. */
export async function renamedBill(
  path: string,
  names: readonly string[],
  rows: 'all' | 'half' = 'all',
): Promise<void> {
  const text = (await readFile(BILL, 'utf8')).replace(/^\uFEFF/, '');
  const [header = '', ...lines] = text.trimEnd().split(/\r?\n/);
  const renamed = header.split(',').map((name) => {
    const at = OWN.indexOf(name);
    return at < 0 ? name : (names[at] ?? name);
  });
  const kept = rows === 'all' ? lines : lines.filter((_, index) => index % 2 === 0);
  await writeFile(path, [renamed.join(','), ...kept].join('\n'));
}

/** Nothing that could be read as a table. */
export async function noExport(path: string): Promise<void> {
  await writeFile(path, Buffer.from([0, 1, 2, 3, 0xff, 0xfe, 0, 0]));
}
