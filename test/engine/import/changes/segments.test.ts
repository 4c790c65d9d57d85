import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importIssues } from '../../../../src/main/engine/store/imports/imports';
import { stateAccount } from '../../../../src/main/engine/account/stated-account';
import { atomically } from '../../../../src/main/engine/store/workspace/atomically';
import { rewriteAllSegments } from '../../../../src/main/engine/import/changes/segment-usage';
import { onlyTurns } from '../../../../src/main/engine/store/workspace/pause';
import { setImportState } from '../../../../src/main/engine/import/changes/undo';
import { usageRowsBehind, usageSeries } from '../../../../src/main/engine/store/evidence/usage';
import type { OpenWorkspace } from '../../../../src/main/engine/store/workspace/workspace-file';
import { day } from '../../../../src/shared/period/day';
import { FIXTURES, fileWith, imported, newWorkspace } from '../../workspace';

const signal = new AbortController().signal;
const SAMPLE = join(FIXTURES, 'stream_segments.csv');
const [HEADER = '', ...ROWS] = readFileSync(SAMPLE, 'utf8').trim().split('\n');

function seconds(open: OpenWorkspace): Record<string, number> {
  return Object.fromEntries(
    usageSeries(open.readable, null).map((series) => [
      `${series.day} ${series.item}`,
      series.seconds,
    ]),
  );
}

describe('received streams as a file', () => {
  const byStream = {
    '2023-06-01 av.audio': 35 * 60 + 30 * 60 + 20,
    '2023-06-01 av.sd': 15 * 60,
    '2023-06-01 av.hd': 2 * 30 * 60,
    '2023-06-01 av.fhd': 60,
    '2023-06-02 av.fhd': 120,
  };

  it('become seconds of each tier, as the rule of the account says', async () => {
    const open = newWorkspace();
    const summary = await imported(open, SAMPLE);
    expect(summary).toMatchObject({
      profile: 'stream-segments',
      rows: 6,
      accepted: 6,
      quarantined: 0,
      firstDay: '2023-06-01',
      lastDay: '2023-06-02',
      apps: 1,
    });
    expect(seconds(open)).toEqual(byStream);
    for (const series of usageSeries(open.readable, null))
      expect(series).toMatchObject({ source: 'streams', unit: 'seconds', minutesE4: null });
    const { rows } = importIssues(open.readable, summary.id, { offset: 0, limit: 9 });
    expect(rows.map(({ code }) => code)).toEqual(['streams-by-stream']);
  });

  it('lead back to the segment that made each second count', async () => {
    const open = newWorkspace();
    await imported(open, SAMPLE);
    const behind = (from: string, to: string, item: string) =>
      usageRowsBehind(
        open.readable,
        { period: { from: day(from), to: day(to) }, sdkAppId: '1400654321', items: [item] },
        9,
      ).rows.map(({ origin, raw }) => [origin.line, raw]);
    expect(behind('2023-06-01', '2023-06-02', 'av.sd')).toEqual([[3, ROWS[1]]]);
    expect(behind('2023-06-02', '2023-06-03', 'av.fhd')).toEqual([[7, ROWS[5]]]);
    expect(behind('2023-06-01', '2023-06-02', 'av.audio')).toEqual([
      [2, ROWS[0]],
      [6, ROWS[4]],
    ]);
  });

  it('are counted anew when the account is stated otherwise', async () => {
    const open = newWorkspace();
    const summary = await imported(open, SAMPLE);
    stateAccount(open.writable, JSON.stringify({ site: 'intl', firstAppOn: '2022-01-01' }));
    await atomically(open.writable, () => rewriteAllSegments(open.writable, onlyTurns));
    // Two pictures of 1280 x 720 at once are one of full HD; there is no SD.
    expect(seconds(open)).toEqual({
      '2023-06-01 av.audio': byStream['2023-06-01 av.audio'],
      '2023-06-01 av.hd': 15 * 60,
      '2023-06-01 av.fhd': 30 * 60 + 60,
      '2023-06-02 av.fhd': 120,
    });
    const { rows } = importIssues(open.readable, summary.id, { offset: 0, limit: 9 });
    expect(rows.map(({ code }) => code)).toEqual(['streams-by-areas']);
    stateAccount(open.writable, JSON.stringify({ site: 'cn' }));
    await atomically(open.writable, () => rewriteAllSegments(open.writable, onlyTurns));
    expect(seconds(open)).toEqual(byStream);
  });

  it('in two files count once, and are taken back', async () => {
    const open = newWorkspace();
    const first = await imported(open, SAMPLE);
    const second = await imported(open, fileWith(`${HEADER}\n${ROWS.slice(1, 3).join('\n')}\n`));
    expect(second).toMatchObject({ rows: 2, accepted: 0, duplicates: 2 });
    expect(seconds(open)).toEqual(byStream);
    await setImportState(open, first.id, 'undone', signal);
    expect(seconds(open)).toEqual({ '2023-06-01 av.sd': 900, '2023-06-01 av.hd': 1800 });
  });

  it('may be named in Chinese, with width and height', async () => {
    const open = newWorkspace();
    await imported(
      open,
      fileWith(
        '应用ID,房间号,用户ID,开始时间,结束时间,宽,高\n' +
          '1400654321,1,甲,2023/6/1 10:00,2023/6/1 10:01,1280,720\n' +
          '1400654321,1,乙,2023/6/1 10:00,2023/6/1 10:01,,\n',
      ),
    );
    expect(seconds(open)).toEqual({ '2023-06-01 av.hd': 60, '2023-06-01 av.audio': 60 });
  });

  it.each([
    ['2023-06-01 10:00:00,2023-06-01 09:00:00,audio,', 'row-unknown-segment'],
    ['2023-06-01 10:00:00,2023-06-03 09:00:00,audio,', 'row-unknown-segment'],
    ['2023-06-01 10:00:00,2023-06-01 11:00:00,video,', 'row-unknown-stream'],
    ['2023-06-01 10:00:00,2023-06-01 11:00:00,audio,640x360', 'row-unknown-stream'],
    ['2023-06-01 10:00:00,2023-06-01 11:00:00,video,720p', 'row-unknown-picture'],
    ['2023-06-01 10:00:00,tomorrow,video,640x360', 'row-bad-date'],
    ['2023-06-01 10:00:00,,video,640x360', 'row-missing-value'],
  ])('%s is not counted: %s', async (rest, code) => {
    const open = newWorkspace();
    const summary = await imported(
      open,
      fileWith(`${HEADER}\n1400654321,r,u,${rest}\n${ROWS[1] ?? ''}\n`),
    );
    expect(summary).toMatchObject({ rows: 2, accepted: 1, quarantined: 1 });
    const { rows } = importIssues(open.readable, summary.id, { offset: 0, limit: 9 });
    expect(rows[0]).toMatchObject({ code, origin: { line: 2 } });
  });

  it('without a tier are said, not counted', async () => {
    const open = newWorkspace();
    const summary = await imported(
      open,
      fileWith(
        `${HEADER}\n1400654321,r,u,2023-06-01 10:00:00,2023-06-01 10:01:00,video,7680x4320\n`,
      ),
    );
    expect(seconds(open)).toEqual({});
    const { rows } = importIssues(open.readable, summary.id, { offset: 0, limit: 9 });
    expect(rows.map(({ code, params }) => [code, params])).toEqual([
      ['streams-by-stream', {}],
      ['streams-without-tier', { seconds: 60 }],
    ]);
  });
});
