import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../../src/main/engine/import/inspect-file';
import { billLines } from '../../../src/main/engine/store/evidence/bill-lines';
import { importIssues } from '../../../src/main/engine/store/imports/imports';
import { fromScaled, sum, toText, ZERO, type Decimal } from '../../../src/shared/money/decimal';
import { FIXTURES, imported, importingAll, newWorkspace } from '../workspace';

/** The samples' own expected.json, in the stored scale of each column. */
const sample = (name: string) => join(FIXTURES, name);
const e8 = (value: bigint | undefined) => toText(fromScaled(value ?? 0n, 8));

describe('the FOCUS bill', () => {
  it('is read by its version, in days of the billing clock', async () => {
    const open = newWorkspace();
    const summary = await imported(open, sample('intl_focus_1_0.csv'));
    expect(summary).toMatchObject({
      kind: 'bill',
      profile: 'intl-focus-1.0',
      rows: 10,
      accepted: 10,
      firstDay: '2025-06-01',
    });
    const lines = billLines(open.readable);
    const total = (of: (line: (typeof lines)[number]) => Decimal | null) =>
      toText(sum(lines.map((line) => of(line) ?? ZERO)));
    expect(total((line) => line.totalWithTax)).toBe('418.76870287');
    expect(lines[0]).toMatchObject({
      bucket: 'settlement',
      item: 'av.audio',
      usageStart: '2025-06-01T00:00:00',
      usageEnd: '2025-06-01T23:59:59',
      currency: 'USD',
      priceUnit: 'USD/thousand minutes',
    });
    expect(lines.at(-1)).toMatchObject({ bucket: 'adjustment' });
  });

  it('says the same money before tax as the bill detail of the same month', async () => {
    const [focus, detail] = [newWorkspace(), newWorkspace()];
    await imported(focus, sample('intl_focus_1_0.csv'));
    await imported(detail, sample('intl_L3_detail.csv'));
    const byItem = (open: typeof focus) =>
      billLines(open.readable)
        .filter(({ bucket }) => bucket === 'settlement')
        .map(({ item, usageStart, amount, quantity }) =>
          [item, usageStart, toText(amount), quantity && toText(quantity)].join(' '),
        )
        .sort();
    expect(byItem(focus)).toEqual(byItem(detail));
  });
});

describe('the bill by resource (L2)', () => {
  it('prints amounts to two decimals', async () => {
    const open = newWorkspace();
    const summary = await imported(open, sample('cn_L2_resource.csv'));
    expect(summary).toMatchObject({ profile: 'cn-l2-resource', kind: 'bill', quarantined: 0 });
    const lines = billLines(open.readable);
    expect(lines.every(({ amountDecimals }) => amountDecimals === 2)).toBe(true);
    expect(lines[0]).toMatchObject({ bucket: 'package-purchase', resourceId: '1000068815' });
    expect(lines[1]).toMatchObject({ bucket: 'settlement', sdkAppId: '1400123456' });
  });
});

describe('the summary bill (L1)', () => {
  it('is kept as totals of the month, its last row checked and left out', async () => {
    const open = newWorkspace();
    const summary = await imported(open, sample('cn_L1_by_product.csv'));
    expect(summary).toMatchObject({ kind: 'totals', rows: 4, accepted: 3, ignored: 1 });
    const rows = open.readable
      .prepare<{ name: string; amount_e8: bigint; day: bigint }>(
        'SELECT name, amount_e8, day FROM bill_totals ORDER BY id',
      )
      .all();
    expect(rows.map(({ name, amount_e8: amount }) => [name, e8(amount)])).toEqual([
      ['实时音视频', '3255.7934'],
      ['云服务器CVM', '0.34'],
      ['月度计费精度差异', '-0.0034'],
    ]);
    expect(rows[0]?.day).toBe(20230601n);
    expect(billLines(open.readable)).toEqual([]);
    const said = importIssues(open.readable, summary.id, { offset: 0, limit: 10 }).rows;
    expect(said.map(({ code }) => code)).toEqual(['read-totals', 'rows-total']);
  });

  it('is read from each sheet of its workbook', async () => {
    const open = newWorkspace();
    const outcomes = await importingAll(open, sample('cn_L1_summary.xlsx'));
    expect(outcomes).toMatchObject([
      { outcome: 'imported', summary: { profile: 'cn-l1-by-product', accepted: 3 } },
      { outcome: 'imported', summary: { profile: 'cn-l1-by-project', accepted: 1 } },
    ]);
  });
});

describe('the money movements', () => {
  it('come to the net spend of the samples', async () => {
    const open = newWorkspace();
    const summary = await imported(open, sample('cn_transactions.csv'));
    expect(summary).toMatchObject({ kind: 'transactions', rows: 8, accepted: 8 });
    const found = open.readable
      .prepare<{ net: bigint }>(
        `SELECT sum(expense_e8 - income_e8) AS net FROM cash_entries WHERE type <> '充值'`,
      )
      .get();
    expect(e8(found?.net)).toBe('2256.13');
    expect(billLines(open.readable)).toEqual([]);
  });
});

describe('the package list', () => {
  it('keeps ids as text and balances as printed', async () => {
    const open = newWorkspace();
    const summary = await imported(open, sample('trtc_package_list.csv'));
    expect(summary).toMatchObject({ kind: 'packages', rows: 3, accepted: 3 });
    expect(
      open.readable
        .prepare('SELECT package_id, minutes, remaining, status FROM listed_packages')
        .all(),
    ).toEqual([
      { package_id: '2000009001', minutes: 25000n, remaining: '24474', status: '使用中' },
      { package_id: '2000008000', minutes: 10000n, remaining: '0', status: '已用完' },
      { package_id: '2000007000', minutes: 300000n, remaining: '298211', status: '已过期' },
    ]);
  });
});

describe('the package deductions', () => {
  it('come to the minutes of the samples', async () => {
    const open = newWorkspace();
    const summary = await imported(open, sample('trtc_package_deduction.csv'));
    expect(summary).toMatchObject({ kind: 'deductions', rows: 38, accepted: 38, apps: 1 });
    const byItem = open.readable
      .prepare<{ item: string; raw: bigint }>(
        'SELECT item, sum(raw_e8) AS raw FROM stated_deductions GROUP BY item ORDER BY item',
      )
      .all();
    expect(byItem.map(({ item, raw }) => [item, e8(raw)])).toEqual([
      ['av.audio', '14'],
      ['av.hd', '128'],
    ]);
    const last = open.readable
      .prepare<{ left: bigint }>('SELECT min(balance_after_e8) AS left FROM stated_deductions')
      .get();
    expect(e8(last?.left)).toBe('24474');
  });
});

it('every sample is recognised before anything is imported', async () => {
  for (const name of [
    'cn_L2_resource.csv',
    'cn_L1_by_product.csv',
    'cn_L1_summary.xlsx',
    'cn_transactions.csv',
    'trtc_package_list.csv',
    'trtc_package_deduction.csv',
    'intl_focus_1_0.csv',
  ])
    for (const inspection of await inspectFile(null, sample(name)))
      expect(inspection, name).toMatchObject({ ok: true });
});
