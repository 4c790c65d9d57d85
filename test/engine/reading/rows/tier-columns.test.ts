import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../../../src/main/engine/import/import-file';
import { inspectFile } from '../../../../src/main/engine/import/inspect-file';
import { itemOfColumn, tierColumn } from '../../../../src/main/engine/reading/layout/tier-column';
import { setImportState } from '../../../../src/main/engine/import/changes/undo';
import { applicationInName } from '../../../../src/main/engine/reading/layout/stated-facts';
import { importIssues } from '../../../../src/main/engine/store/imports/imports';
import { rawRows } from '../../../../src/main/engine/store/imports/raw-rows';
import {
  timedUsageOf,
  usageRowsBehind,
  usageSeries,
} from '../../../../src/main/engine/store/evidence/usage';
import type { OpenWorkspace } from '../../../../src/main/engine/store/workspace/workspace-file';
import type { ImportOverride } from '../../../../src/shared/contract/imports';
import { day } from '../../../../src/shared/period/day';
import { FIXTURES, fileWith, imported, newWorkspace } from '../../workspace';

const signal = new AbortController().signal;
const APP = '1400654321';
const sample = (name: string) => join(FIXTURES, name);
const DAILY = sample('trtc_console_usage_daily.csv');
const FIVE_MINUTES = sample('trtc_console_usage_5min.csv');

async function importedAs(open: OpenWorkspace, path: string, override: ImportOverride) {
  const [outcome] = await importFile(open, path, { signal, onProgress: () => undefined, override });
  if (outcome?.outcome !== 'imported') throw new Error(JSON.stringify(outcome));
  return outcome.summary;
}

/** Minutes by application and item, without the zeros. */
function minutes(open: OpenWorkspace): Record<string, number> {
  const sums = new Map<string, number>();
  for (const { sdkAppId, item, minutesE4 } of usageSeries(open.readable, null)) {
    const key = `${sdkAppId} ${item}`;
    sums.set(key, (sums.get(key) ?? 0) + (minutesE4 ?? 0) / 10_000);
  }
  return Object.fromEntries([...sums].filter(([, sum]) => sum > 0));
}

describe('the console usage by day', () => {
  const expected = {
    '1400123456 av.audio': 55579,
    '1400123456 av.sd': 61,
    '1400123456 av.hd': 102039,
    '1400123456 av.fhd': 3167,
    '1400654321 av.audio': 1015,
    '1400654321 av.hd': 2131,
  };

  it.each(['trtc_console_usage_daily.csv', 'trtc_console_usage_daily_en.csv'])(
    '%s adds up to the minutes of the samples',
    async (name) => {
      const open = newWorkspace();
      const summary = await imported(open, sample(name));
      expect(summary).toMatchObject({
        kind: 'usage',
        profile: 'console-usage-daily',
        rows: 6,
        accepted: 6,
        quarantined: 0,
        ignored: 0,
        apps: 2,
        firstDay: '2023-06-01',
        lastDay: '2023-06-03',
      });
      expect(minutes(open)).toEqual(expected);
      for (const series of usageSeries(open.readable, null))
        expect(series).toMatchObject({ source: 'console', granularity: 'day', fractionalRows: 0 });
    },
  );

  it('leads each measurement back to its line and column', async () => {
    const open = newWorkspace();
    await imported(open, DAILY);
    const period = { from: day('2023-06-02'), to: day('2023-06-03') };
    const behind = usageRowsBehind(open.readable, { period, sdkAppId: APP, items: ['av.hd'] }, 9);
    expect(behind.total).toBe(1);
    expect(behind.rows[0]).toMatchObject({
      origin: { file: 'trtc_console_usage_daily.csv', line: 6, column: '高清(分钟)' },
      raw: readFileSync(DAILY, 'utf8').split(/\r?\n/)[5],
    });
  });

  it('counts a row of a second file once, measurement by measurement, and undoes it', async () => {
    const open = newWorkspace();
    const first = await imported(open, DAILY);
    // Other columns, another order, one number restated.
    const second = await imported(
      open,
      fileWith(
        '日期,SDKAppID,高清(分钟),语音(分钟),全高清(分钟),标清(分钟)\n' +
          '2023-06-02,1400654321,2001,1000,0,0\n2023-06-03,1400654321,2,2,0,0\n',
      ),
    );
    expect(second).toMatchObject({ rows: 2, accepted: 1, duplicates: 1 });
    expect(minutes(open)).toEqual({
      ...expected,
      '1400654321 av.audio': 1015 + 2,
      '1400654321 av.hd': 2131,
    });
    await setImportState(open, first.id, 'undone', signal);
    expect(minutes(open)).toEqual({ '1400654321 av.audio': 1002, '1400654321 av.hd': 2003 });
    await setImportState(open, second.id, 'undone', signal);
    await setImportState(open, first.id, 'live', signal);
    expect(minutes(open)).toEqual(expected);
  });
});

describe('the console usage by five minutes', () => {
  it('says before the import that nobody says whose it is', async () => {
    const open = newWorkspace();
    const [before] = await inspectFile(open.readable, FIVE_MINUTES);
    expect(before).toMatchObject({
      ok: true,
      reading: {
        applicationUnsaid: true,
        stated: [{ fact: 'service' }],
        issues: [{ code: 'application-none-known' }],
      },
    });
    const [after] = await inspectFile(open.readable, FIVE_MINUTES, { sdkAppId: APP });
    expect(after).toMatchObject({
      reading: {
        applicationUnsaid: false,
        profile: 'console-usage-5-minute',
        stated: [
          { fact: 'application', value: APP, by: 'override' },
          { fact: 'service', value: 'av', by: 'assumed' },
        ],
      },
    });
  });

  it('adds up to the sums of the samples, each row rounded up by itself', async () => {
    const open = newWorkspace();
    const summary = await importedAs(open, FIVE_MINUTES, { sdkAppId: APP });
    expect(summary).toMatchObject({ rows: 288, accepted: 288, profile: 'console-usage-5-minute' });
    expect(minutes(open)).toEqual({ [`${APP} av.audio`]: 24, [`${APP} av.hd`]: 140 });
    const rows = timedUsageOf(open.readable, day('2023-06-01'));
    expect(rows).toHaveLength(288 * 6);
    expect(rows[0]).toMatchObject({ start: '2023-06-01T00:00:00', granularity: '5-minute' });
  });

  it('takes the application from the name of the file', async () => {
    const open = newWorkspace();
    const path = fileWith(readFileSync(FIVE_MINUTES), `trtc-${APP}-20230601.csv`);
    await imported(open, path);
    expect(minutes(open)).toEqual({ [`${APP} av.audio`]: 24, [`${APP} av.hd`]: 140 });
  });

  it('is another import for each application it is said to be of', async () => {
    const open = newWorkspace();
    await importedAs(open, FIVE_MINUTES, { sdkAppId: '1400000001' });
    const second = await importedAs(open, FIVE_MINUTES, { sdkAppId: '1400000002' });
    expect(second).toMatchObject({ accepted: 288, duplicates: 0 });
    const [again] = await importFile(open, FIVE_MINUTES, {
      signal,
      onProgress: () => undefined,
      override: { sdkAppId: '1400000001' },
    });
    expect(again).toMatchObject({ outcome: 'unchanged', summary: { id: second.id - 1 } });
    expect(Object.keys(minutes(open))).toHaveLength(4);
  });
});

describe('which service columns of tiers are of', () => {
  const TEXT = '日期,SDKAppID,语音,标清,高清,全高清\n2023-06-01,1400000001,1,2,3,4\n';
  const items = async (text: string, name: string, override: ImportOverride = {}) => {
    const open = newWorkspace();
    await importedAs(open, fileWith(text, name), override);
    return Object.keys(minutes(open)).map((key) => key.split(' ')[1]);
  };

  it.each([
    ['usage.csv', ['av.audio', 'av.fhd', 'av.hd', 'av.sd']],
    ['云端录制-单流.csv', ['audio', 'fhd', 'hd', 'sd'].map((tier) => `recording.single.${tier}`)],
    ['cloud recording.csv', ['audio', 'fhd', 'hd', 'sd'].map((tier) => `recording.output.${tier}`)],
    ['混流录制.csv', ['audio', 'fhd', 'hd', 'sd'].map((tier) => `recording.mixed.${tier}`)],
  ])('%s', async (name, expected) => {
    expect((await items(TEXT, name)).sort()).toEqual(expected);
  });

  it('is what the user says, whatever the name', async () => {
    const said = await items(TEXT, 'usage.csv', { service: 'recording.mixed' });
    expect(said.sort()[0]).toBe('recording.mixed.audio');
  });

  it('is transcoding where codecs are named', async () => {
    const text =
      'Date,SDKAppID,Audio,H.264 SD (min),H.264 HD (min),H.265 Full HD (min)\n' +
      '2023-06-01,1400000001,1,2,3,4\n';
    expect((await items(text, 'usage.csv', { service: 'transcoding' })).sort()).toEqual([
      'transcoding.audio',
      'transcoding.h264.hd',
      'transcoding.h264.sd',
      'transcoding.h265.fhd',
    ]);
  });
});

describe('minutes that cost nothing', () => {
  it('are left out by column, and said', async () => {
    const open = newWorkspace();
    const summary = await imported(
      open,
      fileWith(
        'Date,SDKAppID,Audio (paid),HD (paid),Full HD (paid),Audio (free),HD (free)\n' +
          '2025-06-01,20000012,1,2,3,10,20\n',
      ),
    );
    expect(minutes(open)).toEqual({
      '20000012 av.audio': 1,
      '20000012 av.hd': 2,
      '20000012 av.fhd': 3,
    });
    const { rows } = importIssues(open.readable, summary.id, { offset: 0, limit: 9 });
    expect(rows.map(({ code, params }) => [code, params['column']])).toEqual([
      ['column-free', 'Audio (free)'],
      ['column-free', 'HD (free)'],
    ]);
  });

  it('are left out by row, and counted', async () => {
    const open = newWorkspace();
    const summary = await imported(
      open,
      fileWith(
        'Date,SDKAppID,Charge type,Audio,HD,Full HD\n' +
          '2025-06-01,20000012,Paid,1,2,3\n2025-06-01,20000012,Free,10,20,30\n',
      ),
    );
    expect(summary).toMatchObject({ rows: 2, accepted: 1, ignored: 1 });
    expect(minutes(open)['20000012 av.hd']).toBe(2);
  });
});

describe('a row of several measurements', () => {
  it.each([
    ['an unreadable one', '2023-06-01,1400000001,1,x,3,4', 'row-bad-number', '标清'],
    ['a destroyed id', '2023-06-01,1.4E+09,1,2,3,4', 'row-damaged-id', 'SDKAppID'],
    ['a negative one', '2023-06-01,1400000001,1,2,-3,4', 'row-negative-minutes', '高清'],
    ['none', '2023-06-01,1400000001,-,,N/A,-', 'row-missing-value', '语音'],
    ['a bad day', '2023-06-31,1400000001,1,2,3,4', 'row-bad-date', '日期'],
  ])('with %s counts not at all', async (_, row, code, column) => {
    const open = newWorkspace();
    const summary = await imported(
      open,
      fileWith(`日期,SDKAppID,语音,标清,高清,全高清\n${row}\n2023/6/2,="1400000001",\t1\t,,1.5,\n`),
    );
    expect(summary).toMatchObject({ rows: 2, accepted: 1, quarantined: 1 });
    expect(minutes(open)).toEqual({ '1400000001 av.audio': 1, '1400000001 av.hd': 1.5 });
    const { rows } = importIssues(open.readable, summary.id, { offset: 0, limit: 9 });
    expect(rows).toMatchObject([{ code, origin: { line: 2, column } }]);
  });

  it('is the same row for a person: the text of each measurement is that of its row', async () => {
    const open = newWorkspace();
    const summary = await imported(open, DAILY);
    const ids = [...Array(8).keys()].map((slot) => summary.id * 2 ** 32 + 3 * 8 + slot);
    const rows = rawRows(open.readable, ids);
    expect(new Set(rows.map(({ raw }) => raw)).size).toBe(1);
    expect(rows.map(({ origin }) => origin.column)).toEqual([
      undefined,
      undefined,
      '语音(分钟)',
      '标清(分钟)',
      '高清(分钟)',
      '全高清(分钟)',
      '2K(分钟)',
      '4K(分钟)',
    ]);
  });
});

describe('the name of a column', () => {
  it.each([
    ['语音时长(分钟)', 'av.audio'],
    ['标清视频时长', 'av.sd'],
    ['高清（千分钟）', 'av.hd'],
    ['超清 HD+', 'av.fhd'],
    ['超高清', 'av.fhd'],
    ['FullHD', 'av.fhd'],
    ['Full HD (min)', 'av.fhd'],
    ['hd', 'av.hd'],
    ['VideoTimeSd', 'av.sd'],
    ['Class3VideoTime', 'av.fhd'],
    ['AudioTime', 'av.audio'],
    ['SDH265', 'transcoding.h265.sd'],
    ['H.264 高清', 'transcoding.h264.hd'],
    ['单流录制-高清(分钟)', 'recording.single.hd'],
    ['云端录制 合流 2K', 'recording.mixed.2k'],
    ['4K', 'av.4k'],
  ])('%s is %s', (header, item) => {
    const column = tierColumn(header);
    expect(column && itemOfColumn(column, 'av')).toBe(item);
  });

  it.each([
    '高清单价',
    '标准用量',
    'Audio quality',
    'SDKAppID',
    '时间',
    '语音 高清',
    '8K',
    '卡顿率',
  ])('%s is no tier', (header) => {
    expect(tierColumn(header)).toBeNull();
  });

  it('may name its unit', () => {
    expect(tierColumn('高清（千分钟）')?.unit).toEqual({ unit: 'minutes', factor: 1000 });
    expect(tierColumn('Audio (s)')?.unit).toEqual({ unit: 'seconds', factor: 1 });
    expect(tierColumn('Audio')?.unit).toBeNull();
  });
});

describe('the application in the name of a file', () => {
  it.each([
    ['trtc-1400654321-20230601.csv', '1400654321'],
    ['usage_20000012_202506.csv', '20000012'],
    ['20230601.csv', null],
    ['100012345678-202306.csv', null],
    ['1400654321 and 1400123456.csv', null],
    ['1685548800.csv', null],
  ])('%s: %s', (name, application) => {
    expect(applicationInName(name)).toBe(application);
  });
});
