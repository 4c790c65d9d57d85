import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { day } from '../../../../src/shared/period/day';
import { setImportState } from '../../../../src/main/engine/import/changes/undo';
import { billLines, billLinesById } from '../../../../src/main/engine/store/evidence/bill-lines';
import { quarantinePage } from '../../../../src/main/engine/store/imports/quarantine';
import { monthsWithRows } from '../../../../src/main/engine/store/evidence/months';
import {
  ROWS_OF_DAYS,
  timedUsageOf,
  usageApps,
  usageRowsBehind,
  usageSeries,
} from '../../../../src/main/engine/store/evidence/usage';
import { FIXTURES, fileWith, imported, newWorkspace } from '../../workspace';
import { usageFile } from '../../usage-file';

const HEADER =
  'Date,ProductCode,SdkAppId,DosageUnit,AttrStr,DosageBeginTime,DosageEndTime,DosageValue,DeductValue';
const row = (value: string, unit = 'minute', tier = 'HD', start = '09:00:00', end = '09:05:00') =>
  `2023-06-01,p_rav,1400123456,${unit},${tier},2023-06-01 ${start},2023-06-01 ${end},${value},0`;
const file = (...rows: string[]) => fileWith([HEADER, ...rows].join('\n'));
const live = new AbortController().signal;

describe('usage sums', () => {
  it('turn decimals of minutes into seconds row by row, before anything is summed', async () => {
    const open = newWorkspace();
    await imported(
      open,
      file(
        row('0.6667'),
        row('0.6667', 'minute', 'HD', '09:05:00', '09:10:00'),
        row('0.6667', 'minute', 'HD', '09:10:00', '09:15:00'),
      ),
    );
    const [series] = usageSeries(open.readable, null);
    // Three rows of 0.6667 minutes are 120 seconds, not 2.0001 minutes.
    expect(series).toMatchObject({
      seconds: 120,
      minutesE4: 20001,
      rows: 3,
      rowsAboveZero: 3,
      fractionalRows: 3,
    });
  });

  it('know whole minutes, zero rows and seconds apart', async () => {
    const open = newWorkspace();
    await imported(
      open,
      file(row('3'), row('0', 'minute', 'HD', '09:05:00', '09:10:00'), row('59', 'second', 'SD')),
    );
    expect(usageSeries(open.readable, null)).toMatchObject([
      {
        item: 'av.hd',
        unit: 'minutes',
        seconds: 180,
        minutesE4: 30000,
        rows: 2,
        rowsAboveZero: 1,
        fractionalRows: 0,
        deductedE4: 0,
      },
      {
        item: 'av.sd',
        unit: 'seconds',
        seconds: 59,
        minutesE4: null,
        rows: 1,
        rowsAboveZero: 1,
        fractionalRows: 0,
        deductedE4: null,
      },
    ]);
  });

  it('are limited to the days asked for, and leave undone imports out everywhere', async () => {
    const open = newWorkspace();
    const usage = await imported(open, join(FIXTURES, 'cn_usage_detail_rav_daily.csv'));
    const second = { from: day('2023-06-02'), to: day('2023-06-03') };
    expect(new Set(usageSeries(open.readable, second).map((series) => series.day))).toEqual(
      new Set(['2023-06-02']),
    );
    expect(usageApps(open.readable)).toEqual(['1400123456', '1400654321']);
    await setImportState(open, usage.id, 'undone', live);
    expect(usageSeries(open.readable, null)).toEqual([]);
    expect(timedUsageOf(open.readable, day('2023-06-02'))).toEqual([]);
    expect(usageApps(open.readable)).toEqual([]);
    expect(monthsWithRows(open.readable)).toEqual([]);
    expect(
      usageRowsBehind(
        open.readable,
        { period: second, sdkAppId: '1400654321', items: ['av.hd'] },
        5,
      ),
    ).toEqual({ total: 0, rows: [] });
  });

  it('take the sources of several files together', async () => {
    const open = newWorkspace();
    await imported(open, join(FIXTURES, 'cn_usage_detail_rav_daily.csv'));
    await imported(open, join(FIXTURES, 'cn_usage_detail_rav_5min.csv'));
    const both = usageSeries(open.readable, null).filter(
      (series) =>
        series.sdkAppId === '1400654321' && series.item === 'av.hd' && series.day === '2023-06-01',
    );
    expect(both.map((series) => series.granularity)).toEqual(['5-minute', 'day']);
    const rows = usageRowsBehind(
      open.readable,
      {
        period: { from: day('2023-06-01'), to: day('2023-06-02') },
        sdkAppId: '1400654321',
        items: ['av.hd'],
      },
      1000,
    );
    expect(rows.total).toBe((both[0]?.rows ?? 0) + (both[1]?.rows ?? 0));
    expect(new Set(rows.rows.map((each) => each.origin.file)).size).toBe(2);
  });
});

describe('lineage over many pieces', () => {
  it('every row leads to its own line, wherever in the file it stands', async () => {
    const open = newWorkspace();
    await imported(open, usageFile(9000));
    const found = usageRowsBehind(
      open.readable,
      {
        period: { from: day('2023-06-01'), to: day('2023-07-01') },
        sdkAppId: '1400000000',
        items: ['av.hd'],
      },
      10_000,
    );
    expect(found.rows).toHaveLength(found.total);
    for (const each of found.rows) {
      expect(each.cells[8]).toBe('1400000000');
      expect(each.cells[9]).toBe('高清');
      // The tiers stand in turn: 高清 is the third of each four rows below the header.
      expect(((each.origin.line ?? 0) - 2) % 4).toBe(2);
    }
  });
});

describe('queries of pages and days', () => {
  it('find a day by the table of contents, without reading every row', () => {
    const { readable } = newWorkspace();
    const plan = readable
      .prepare<{ detail: string }>(`EXPLAIN QUERY PLAN SELECT u.id ${ROWS_OF_DAYS}`)
      .all(20230601, 20230601, 20230601, 20230601)
      .map((step) => step.detail);
    expect(plan.filter((step) => /SCAN (c|u)\b/.test(step))).toEqual([]);
  });
});

describe('bill lines', () => {
  it('come by id also when their import was undone since', async () => {
    const open = newWorkspace();
    const bill = await imported(open, join(FIXTURES, 'cn_L3_detail.csv'));
    const all = billLines(open.readable);
    const ids = all.slice(3, 6).map((line) => line.id);
    await setImportState(open, bill.id, 'undone', live);
    expect(billLines(open.readable)).toEqual([]);
    expect(billLinesById(open.readable, ids)).toEqual(all.slice(3, 6));
  });
});

describe('the quarantine', () => {
  it('is shown for one import, or for all that are live', async () => {
    const open = newWorkspace();
    const bad = await imported(open, file(row('-1'), row('ten')));
    const page = { offset: 0, limit: 1 };
    expect(quarantinePage(open.readable, null, 'open', page)).toMatchObject({
      total: 2,
      rows: [
        {
          importId: bad.id,
          row: 1,
          code: 'row-negative-minutes',
          origin: { line: 2 },
          raw: row('-1'),
        },
      ],
    });
    await setImportState(open, bad.id, 'undone', live);
    expect(quarantinePage(open.readable, null, 'open', page).total).toBe(0);
    expect(quarantinePage(open.readable, bad.id, 'open', page).total).toBe(2);
  });
});
