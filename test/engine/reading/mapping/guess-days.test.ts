import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guessColumns } from '../../../../src/main/engine/reading/mapping/guess-columns';
import { READABLE_AS, type ReadableAs } from '../../../../src/shared/contract/column-mapping';
import { FIXTURES } from '../../workspace';

const read = (name: string) =>
  readFileSync(join(FIXTURES, name), 'utf8')
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split(','));

/** What is guessed of columns that are called c0, c1 …, by their cells alone. */
function byCells(readAs: ReadableAs, names: readonly string[], table: readonly string[][]) {
  const [original = [], ...rows] = table;
  for (const name of names) expect(original).toContain(name);
  const header = original.map((name, index) => (names.includes(name) ? `c${index}` : name));
  return guessColumns(readAs, header, rows)
    .filter(({ column, why }) => why === 'values' && header[column] === `c${column}`)
    .map(({ column, field, by }) => ({ is: original[column], field, by }));
}

describe('columns of days that no name tells', () => {
  it.each([
    [
      'cn_L3_detail.csv',
      'cn-l3-detail',
      ['开始使用时间', '扣费时间', '结束使用时间'],
      [{ is: '开始使用时间', field: 'usageStart', by: '2023-06-01 08:12:33' }],
    ],
    [
      'cn_usage_detail_rav_daily.csv',
      'cn-usage-detail',
      ['日期', '用量开始时间', '用量结束时间'],
      [{ is: '日期', field: 'day', by: '2023-06-01' }],
    ],
    [
      'trtc_package_deduction.csv',
      'trtc-package-deductions',
      ['抵扣时间', '用量开始时间', '用量结束时间'],
      [{ is: '用量开始时间', field: 'usageStart', by: '2023-06-01 09:00:00' }],
    ],
    [
      'cn_transactions.csv',
      'cn-transactions',
      ['交易时间'],
      [{ is: '交易时间', field: 'time', by: '2023-06-01 00:10:00' }],
    ],
  ] as const)('in %s', (name, readAs, names, guessed) => {
    expect(byCells(readAs, names, read(name))).toEqual(guessed);
  });

  it('the day of deduction stands in where a bill has no other', () => {
    const [header = [], ...rows] = read('cn_L3_detail.csv');
    const without = ['开始使用时间', '结束使用时间'].map((name) => header.indexOf(name));
    const table = [header, ...rows].map((row) => row.filter((_, at) => !without.includes(at)));
    expect(byCells('cn-l3-detail', ['扣费时间'], table)).toEqual([
      { is: '扣费时间', field: 'chargedAt', by: '2023-06-01 08:12:33' },
    ]);
  });

  it('the earlier column is the earlier field, wherever it stands', () => {
    const table = [
      ['到期', '编号', '开通', '分钟数'],
      ['2024-06-30', '2000009001', '2023-06-08', '25000'],
      ['2024-07-31', '2000009002', '2023/07/09', '25000'],
    ];
    const found = byCells('trtc-package-list', ['到期', '开通'], table);
    expect(found).toEqual([
      { is: '开通', field: 'boughtAt', by: '2023-06-08' },
      { is: '到期', field: 'expiresAt', by: '2024-06-30' },
    ]);
  });

  it('a month is one in any of its forms', () => {
    for (const month of ['2023-06', '202306', '2023年6月'])
      expect(byCells('cn-l1-by-product', ['期'], [['期'], [month], [month]])).toEqual([
        { is: '期', field: 'month', by: month },
      ]);
  });

  it.each([
    ['ids that look like days', ['20001231', '20010101']],
    ['amounts', ['2023.06', '19.99']],
    ['days among other things', ['2023-06-01', 'Total']],
    ['days no bill can have', ['1999-12-31', '2061-01-01']],
    ['nothing', ['', '-']],
  ])('%s are none', (_what, cells) => {
    const table = [['x'], ...cells.map((cell) => [cell])];
    for (const readAs of READABLE_AS) expect(byCells(readAs, ['x'], table)).toEqual([]);
  });
});
