import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../../src/main/engine/import/inspect-file';
import { setImportState } from '../../../src/main/engine/import/changes/undo';
import { importIssues } from '../../../src/main/engine/store/imports/imports';
import { billLines } from '../../../src/main/engine/store/evidence/bill-lines';
import { usageSeries } from '../../../src/main/engine/store/evidence/usage';
import type { OpenWorkspace } from '../../../src/main/engine/store/workspace/workspace-file';
import { zipOf } from '../../support/zip-of';
import { FIXTURES, fileWith, imported, importingAll, newWorkspace } from '../workspace';

const USAGE = readFileSync(join(FIXTURES, 'cn_usage_detail_rav_daily.csv'), 'utf8');
const [HEADER = '', ROW = '', OTHER = ''] = USAGE.split(/\r?\n/);
const part = (...rows: string[]) => `${[HEADER, ...rows].join('\n')}\n`;
const signal = new AbortController().signal;

const seconds = (open: OpenWorkspace) =>
  usageSeries(open.readable, null).reduce((total, series) => total + series.seconds, 0);

/** Seconds of a row alone. */
async function secondsOf(...rows: string[]): Promise<number> {
  const open = newWorkspace();
  await imported(open, fileWith(part(...rows)));
  return seconds(open);
}

describe('an archive in an archive', () => {
  it('is opened, and its rows are of the same export', async () => {
    const open = newWorkspace();
    const inner = zipOf({ 'part-1.csv': part(ROW, OTHER) });
    const path = fileWith(zipOf({ 'inner.zip': inner, 'part-2.csv': part(ROW) }), 'usage.zip');
    expect(await importingAll(open, path)).toMatchObject([
      { summary: { fileName: 'usage.zip/inner.zip/part-1.csv', accepted: 2, duplicates: 0 } },
      { summary: { fileName: 'usage.zip/part-2.csv', accepted: 1, duplicates: 0 } },
    ]);
  });

  it('that cannot be opened is said, and the others are read', async () => {
    const open = newWorkspace();
    const inner = zipOf({ 'part-1.csv': part(ROW) });
    const half = inner.subarray(0, inner.length / 2);
    const path = fileWith(zipOf({ 'inner.zip': half, 'part-2.csv': part(ROW) }), 'usage.zip');
    const [outcome] = await importingAll(open, path);
    expect(outcome).toMatchObject({ summary: { accepted: 1 } });
    if (outcome?.outcome !== 'imported') throw new Error('not imported');
    expect(
      importIssues(open.readable, outcome.summary.id, { offset: 0, limit: 9 }).rows,
    ).toMatchObject([{ code: 'part-left-out', params: { part: 'inner.zip' } }]);
  });

  it('is not opened without an end', async () => {
    let archive = zipOf({ 'part.csv': part(ROW) });
    for (let depth = 0; depth < 20; depth++) archive = zipOf({ 'inner.zip': archive });
    expect(await importingAll(newWorkspace(), fileWith(archive, 'usage.zip'))).toMatchObject([
      { outcome: 'failed', error: { code: 'file-wrong-kind' } },
    ]);
  });
});

describe('the parts of one archive', () => {
  const archive = () =>
    fileWith(zipOf({ 'part-1.csv': part(ROW, OTHER), 'part-2.csv': part(ROW) }), 'usage.zip');

  it('are rows of one export: what stands in two of them was used twice', async () => {
    const open = newWorkspace();
    const outcomes = await importingAll(open, archive());
    expect(outcomes).toMatchObject([
      { summary: { accepted: 2, duplicates: 0 } },
      { summary: { accepted: 1, duplicates: 0 } },
    ]);
    expect(seconds(open)).toBe(await secondsOf(ROW, ROW, OTHER));
  });

  it('are compared with another file as a whole: its k-th row is their k-th', async () => {
    const open = newWorkspace();
    await importingAll(open, archive());
    const again = await imported(open, fileWith(part(ROW, ROW, ROW, OTHER)));
    expect(again).toMatchObject({ accepted: 1, duplicates: 3 });
    expect(seconds(open)).toBe(await secondsOf(ROW, ROW, ROW, OTHER));
    await setImportState(open, again.id, 'undone', signal);
    expect(seconds(open)).toBe(await secondsOf(ROW, ROW, OTHER));
  });

  it('that are taken back one by one leave the others as they are', async () => {
    const open = newWorkspace();
    const outcomes = await importingAll(open, archive());
    const [first] = outcomes;
    if (first?.outcome !== 'imported') throw new Error('not imported');
    await setImportState(open, first.summary.id, 'undone', signal);
    expect(seconds(open)).toBe(await secondsOf(ROW));
    await setImportState(open, first.summary.id, 'live', signal);
    expect(seconds(open)).toBe(await secondsOf(ROW, ROW, OTHER));
  });

  it('may be JSON', async () => {
    const open = newWorkspace();
    const json = readFileSync(join(FIXTURES, 'api_DescribeBillDetail.json'), 'utf8');
    const outcomes = await importingAll(open, fileWith(zipOf({ 'page.json': json }), 'bill.zip'));
    expect(outcomes).toMatchObject([
      { summary: { fileName: 'bill.zip/page.json', kind: 'bill', accepted: 1 } },
    ]);
  });
});

describe('the name of a bill', () => {
  const BILL = readFileSync(join(FIXTURES, 'cn_L3_detail.csv'));
  const named = async (name: string) => {
    const open = newWorkspace();
    const path = fileWith(BILL, name);
    const [inspection] = await inspectFile(open.readable, path);
    const summary = await imported(open, path);
    const { rows } = importIssues(open.readable, summary.id, { offset: 0, limit: 9 });
    return { open, inspection, codes: rows.map(({ code, params }) => [code, params]) };
  };

  it('says month and basis, and is believed where the rows agree', async () => {
    const { inspection, codes } = await named('100012345678-202306-by_used_time-bill_details.csv');
    expect(inspection).toMatchObject({
      reading: {
        stated: [
          { fact: 'month', value: '2023-06', by: 'file-name' },
          { fact: 'basis', value: 'usage', by: 'file-name' },
        ],
      },
    });
    expect(codes).toEqual([]);
  });

  it.each([
    ['100012345678-202305-by_used_time-bill_details.csv', 'rows-used-in-other-month', '2023-05'],
    ['100012345678-202307-按扣费周期-明细账单.csv', 'rows-charged-in-other-month', '2023-07'],
  ])('%s is held against the rows', async (name, code, month) => {
    const { open, codes } = await named(name);
    const count = billLines(open.readable).filter(({ bucket }) => bucket === 'settlement').length;
    expect(codes).toEqual([[code, { count, month }]]);
  });

  it('without basis says only its month', async () => {
    const { inspection, codes } = await named('200020475883-20230601-bill_details.csv');
    expect(inspection).toMatchObject({
      reading: { stated: [{ fact: 'month', value: '2023-06', by: 'file-name' }] },
    });
    expect(codes).toEqual([]);
  });
});
