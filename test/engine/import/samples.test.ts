import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { decimal, sum, toText } from '../../../src/shared/money/decimal';
import { day } from '../../../src/shared/period/day';
import { importIssues } from '../../../src/main/engine/store/imports/imports';
import { billLines } from '../../../src/main/engine/store/evidence/bill-lines';
import { monthsWithRows } from '../../../src/main/engine/store/evidence/months';
import { rawRows } from '../../../src/main/engine/store/imports/raw-rows';
import {
  timedUsageOf,
  usageRowsBehind,
  usageSeries,
} from '../../../src/main/engine/store/evidence/usage';
import {
  FIXTURES,
  fileWith,
  imported,
  importingAll,
  newWorkspace,
  temporaryFolder,
} from '../workspace';

const sample = (name: string) => join(FIXTURES, name);

/** Sums by tier that the samples' own expected.json states. */
const TOTALS = {
  total: '3256.13',
  voucher: '1000',
  freeCredit: '50',
  cash: '2206.13',
  refund: '-120.5',
  adjustment: '-10',
  precision: '-0.0034',
};

describe('the usage detail by day', () => {
  it('adds up to the minutes of the samples', async () => {
    const open = newWorkspace();
    const summary = await imported(open, sample('cn_usage_detail_rav_daily.csv'));
    expect(summary).toMatchObject({
      profile: 'cn-usage-detail-daily',
      encoding: 'utf-8-bom',
      delimiter: ',',
      headerLine: 1,
      rows: 15,
      accepted: 15,
      quarantined: 0,
      duplicates: 0,
      ignored: 0,
      firstDay: '2023-06-01',
      lastDay: '2023-06-03',
      apps: 2,
    });
    const minutes = new Map<string, number>();
    for (const series of usageSeries(open.readable, null)) {
      const key = `${series.sdkAppId} ${series.item}`;
      minutes.set(key, (minutes.get(key) ?? 0) + (series.minutesE4 ?? 0) / 10_000);
      expect(series).toMatchObject({ granularity: 'day', source: 'billing', fractionalRows: 0 });
    }
    expect(Object.fromEntries(minutes)).toEqual({
      '1400123456 av.audio': 55579,
      '1400123456 av.sd': 61,
      '1400123456 av.hd': 102039,
      '1400123456 av.fhd': 3167,
      '1400654321 av.audio': 1015,
      '1400654321 av.hd': 2131,
    });
    expect(monthsWithRows(open.readable)).toEqual([
      { period: { from: '2023-06-01', to: '2023-07-01' }, usageRows: 15, billLines: 0 },
    ]);
  });

  it('leads back to file, line and verbatim text', async () => {
    const open = newWorkspace();
    await imported(open, sample('cn_usage_detail_rav_daily.csv'));
    const behind = usageRowsBehind(
      open.readable,
      {
        period: { from: day('2023-06-02'), to: day('2023-06-03') },
        sdkAppId: '1400654321',
        items: ['av.hd'],
      },
      10,
    );
    const lines = readFileSync(sample('cn_usage_detail_rav_daily.csv'), 'utf8').split(/\r?\n/);
    expect(behind.total).toBe(1);
    expect(behind.rows[0]?.origin).toEqual({ file: 'cn_usage_detail_rav_daily.csv', line: 14 });
    expect(behind.rows[0]?.raw).toBe(lines[13]);
    expect(behind.rows[0]?.header).toContain('SdkAppId');
    expect(behind.rows[0]?.cells).toContain('1400654321');
  });
});

describe('the usage detail by five minutes', () => {
  it('keeps time, decimals and seconds row by row', async () => {
    const open = newWorkspace();
    const summary = await imported(open, sample('cn_usage_detail_rav_5min.csv'));
    expect(summary).toMatchObject({ profile: 'cn-usage-detail-5-minute', quarantined: 0 });
    const series = usageSeries(open.readable, null);
    const rows = timedUsageOf(open.readable, day('2023-06-01'));
    expect(rows.length).toBe(summary.accepted);
    expect(rows[0]).toMatchObject({
      start: '2023-06-01T09:00:00',
      item: 'av.audio',
      minutesE4: 6833,
      seconds: 41,
    });
    for (const each of series) {
      const own = rows.filter((row) => row.item === each.item);
      expect(each.rows).toBe(own.length);
      expect(each.seconds).toBe(own.reduce((total, row) => total + row.seconds, 0));
      expect(each.fractionalRows).toBeGreaterThan(0);
    }
  });
});

describe.each([
  ['cn_L3_detail.csv', 'utf-8-bom'],
  ['cn_L3_detail_newer_columns.csv', 'utf-8-bom'],
  ['cn_L3_detail_variant_gb18030.csv', 'gb18030'],
])('the bill detail %s', (name, encoding) => {
  it('adds up to the totals of the samples', async () => {
    const open = newWorkspace();
    const summary = await imported(open, sample(name));
    expect(summary).toMatchObject({ profile: 'cn-l3-detail', encoding, rows: 18, accepted: 18 });
    const lines = billLines(open.readable);
    const total = (field: 'amount' | 'voucher' | 'freeCredit' | 'cash', bucket?: string) =>
      toText(
        sum(
          lines
            .filter((line) => bucket === undefined || line.bucket === bucket)
            .map((line) => line[field] ?? decimal(0)),
        ),
      );
    expect({
      total: total('amount'),
      voucher: total('voucher'),
      freeCredit: total('freeCredit'),
      cash: total('cash'),
      refund: total('amount', 'package-refund'),
      adjustment: total('amount', 'adjustment'),
      precision: total('amount', 'precision'),
    }).toEqual(TOTALS);
    const settlement = lines.filter((line) => line.bucket === 'settlement');
    const byItem = (item: string) =>
      toText(sum(settlement.filter((line) => line.item === item).map((line) => line.amount)));
    expect([byItem('av.audio'), byItem('av.sd'), byItem('av.hd'), byItem('av.fhd')]).toEqual([
      '396.06',
      '0.854',
      '2621.8584',
      '199.521',
    ]);
    expect(new Set(settlement.map((line) => line.sdkAppId))).toEqual(
      new Set(['1400123456', '1400654321']),
    );
    const first = settlement[0];
    expect(first).toMatchObject({
      orderId: '',
      transactionId: '2023060200000000100001',
      usageStart: '2023-06-01T00:00:00',
      origin: { file: name, line: 3 },
      currency: 'CNY',
    });
    expect(importIssues(open.readable, summary.id, { offset: 0, limit: 10 }).total).toBe(0);
  });

  it('finds the verbatim text of a line that spans two lines of the file', async () => {
    const open = newWorkspace();
    await imported(open, sample(name));
    const server = billLines(open.readable).find((line) => line.bucket === 'other-product');
    const [row] = rawRows(open.readable, [server?.id ?? 0]);
    expect(row?.raw).toContain('"web,""front""\nnode"');
    expect(row?.cells).toContain('web,"front"\nnode');
    // The next line of the bill begins two lines further down.
    const precision = billLines(open.readable).find((line) => line.bucket === 'precision');
    expect(precision?.origin.line).toBe((server?.origin.line ?? 0) + 2);
  });
});

describe('the bill detail added up by month', () => {
  it('adds up to the same totals, without ids of its deductions', async () => {
    const open = newWorkspace();
    const summary = await imported(open, sample('cn_L3_monthly_aggregated.csv'));
    expect(summary).toMatchObject({ profile: 'cn-l3-detail', quarantined: 0, ignored: 0 });
    const lines = billLines(open.readable);
    expect(summary.accepted).toBe(lines.length);
    const settlement = lines.filter((line) => line.bucket === 'settlement');
    const totals = (chosen: typeof lines) => toText(sum(chosen.map((line) => line.amount)));
    expect(totals(lines)).toBe(TOTALS.total);
    expect(settlement.every((line) => line.transactionId === '' && line.orderId === '')).toBe(true);
    const byItem = (item: string) => totals(settlement.filter((line) => line.item === item));
    expect([byItem('av.audio'), byItem('av.sd'), byItem('av.hd'), byItem('av.fhd')]).toEqual([
      '396.06',
      '0.854',
      '2621.8584',
      '199.521',
    ]);
    expect(settlement[0]).toMatchObject({
      usageStart: '2023-06-01T00:00:00',
      usageEnd: '2023-06-03T23:59:59',
    });
  });
});

describe('the archive of a bill detail in two parts', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('becomes an import for each part, and together they are the bill', async () => {
    const open = newWorkspace();
    const archive = sample('100012345678-202306-按扣费周期-明细账单.zip');
    // A place of its own: other tests unpack archives at the same time.
    const unpacked = temporaryFolder();
    for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, unpacked);
    const outcomes = await importingAll(open, archive);
    expect(outcomes).toMatchObject([
      { outcome: 'imported', path: archive, summary: { quarantined: 0, duplicates: 0 } },
      { outcome: 'imported', path: archive, summary: { quarantined: 0, duplicates: 0 } },
    ]);
    const lines = billLines(open.readable);
    expect(lines).toHaveLength(18);
    expect(toText(sum(lines.map((line) => line.amount)))).toBe(TOTALS.total);
    expect(new Set(lines.map((line) => line.origin.file))).toEqual(
      new Set([1, 2].map((n) => `${basename(archive)}/${basename(archive, '.zip')}-${n}.csv`)),
    );
    expect(await importingAll(open, archive)).toMatchObject([
      { outcome: 'unchanged' },
      { outcome: 'unchanged' },
    ]);
    expect(readdirSync(unpacked)).toEqual([]);
  });
});

describe('the workbook of the usage detail', () => {
  it('becomes an import for each sheet, row for row like the two CSV files', async () => {
    const open = newWorkspace();
    const outcomes = await importingAll(open, sample('cn_usage_detail_rav.xlsx'));
    expect(outcomes).toMatchObject([
      {
        summary: {
          sheet: '实时音视频_时长_5分钟',
          profile: 'cn-usage-detail-5-minute',
          rows: 48,
          accepted: 48,
        },
      },
      {
        summary: {
          sheet: '实时音视频_时长_日',
          profile: 'cn-usage-detail-daily',
          rows: 15,
          accepted: 15,
        },
      },
    ]);
    const text = newWorkspace();
    await imported(text, sample('cn_usage_detail_rav_5min.csv'));
    await imported(text, sample('cn_usage_detail_rav_daily.csv'));
    expect(usageSeries(open.readable, null)).toEqual(usageSeries(text.readable, null));
    const behind = usageRowsBehind(
      open.readable,
      {
        period: { from: day('2023-06-02'), to: day('2023-06-03') },
        sdkAppId: '1400654321',
        items: ['av.hd'],
      },
      10,
    );
    expect(behind.rows[0]?.origin).toEqual({
      file: 'cn_usage_detail_rav.xlsx',
      sheet: '实时音视频_时长_日',
      line: 14,
    });
  });
});

describe('the bill detail of the international site', () => {
  const NAME = 'intl_L3_detail.csv';
  it('adds up to the totals of the samples, tax beside the amounts', async () => {
    const open = newWorkspace();
    const summary = await imported(open, sample(NAME));
    expect(summary).toMatchObject({ profile: 'intl-l3-detail', rows: 10, accepted: 10 });
    const lines = billLines(open.readable);
    const total = (field: 'tax' | 'totalWithTax') =>
      toText(sum(lines.map((line) => line[field] ?? decimal(0))));
    expect([total('totalWithTax'), total('tax')]).toEqual(['418.76870287', '34.57723237']);
    expect(lines.every((line) => line.currency === 'USD')).toBe(true);
    expect(lines[0]).toMatchObject({
      bucket: 'settlement',
      item: 'av.audio',
      sdkAppId: '20000012',
      usageStart: '2025-06-01T00:00:00',
    });
    expect(toText(lines[0]?.taxRate ?? decimal(0))).toBe('0.09');
    expect(lines.at(-1)?.bucket).toBe('adjustment');
  });

  it('is the same with the spaced headers of the documents', async () => {
    const [header = '', ...rest] = readFileSync(sample(NAME), 'utf8').split('\r\n');
    const spaced = header.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/^\uFEFF/, '');
    expect(spaced).toContain('Component Name');
    const open = newWorkspace();
    const summary = await imported(open, fileWith([spaced, ...rest].join('\r\n')));
    expect(summary).toMatchObject({ profile: 'intl-l3-detail', accepted: 10 });
  });

  it('leaves out a line in a currency that it cannot reckon with', async () => {
    const text = readFileSync(sample(NAME), 'utf8').replace(',USD,8.90054550,', ',JPY,8.90054550,');
    const open = newWorkspace();
    const summary = await imported(open, fileWith(text));
    expect(summary).toMatchObject({ accepted: 9, quarantined: 1 });
    const { rows } = importIssues(open.readable, summary.id, { offset: 0, limit: 10 });
    expect(rows).toMatchObject([
      { code: 'row-unknown-currency', params: { value: 'JPY', column: 'Currency' } },
    ]);
  });
});
