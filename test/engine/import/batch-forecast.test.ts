import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { forecastBatch, importEach } from '../../../src/main/engine/import/import-each';
import { setImportState } from '../../../src/main/engine/import/changes/undo';
import { countedTotals } from '../../../src/main/engine/store/imports/counted-totals';
import { listImports } from '../../../src/main/engine/store/imports/imports';
import type { OpenWorkspace } from '../../../src/main/engine/store/workspace/workspace-file';
import { fromScaled, toText } from '../../../src/shared/money/decimal';
import { FIXTURES, fileWith, imported, newWorkspace } from '../workspace';

const control = { signal: new AbortController().signal, progress: () => undefined };
const BILL = readFileSync(join(FIXTURES, 'cn_L3_detail.csv'), 'utf8').trimEnd().split('\n');
const bill = (name: string, rows: readonly (string | undefined)[]) =>
  fileWith([BILL[0], ...rows, ''].join('\n'), name);
const usage = (name: string, days: readonly number[], minutes = 7) =>
  fileWith(
    [
      '日期,产品名称,SdkAppId,属性,用量单位,标准用量',
      ...days.map((day) => `2023-06-0${day},实时音视频,1400000001,高清,分钟,${minutes}`),
      '',
    ].join('\n'),
    name,
  );

/** What the files really change, once they are imported, the way it is told of beforehand. */
async function change(open: OpenWorkspace, paths: readonly string[], replace: boolean) {
  const before = countedTotals(open.writable);
  await importEach(open, paths, control, { phase: 'importing', replace });
  const after = countedTotals(open.writable);
  return {
    seconds: Number(after.seconds - before.seconds),
    amount: toText(fromScaled(after.amountE8 - before.amountE8, 8)),
  };
}

describe('the forecast of several files', () => {
  it('counts what two of them hold once, and says so of the second', async () => {
    const open = newWorkspace();
    const paths = [usage('a.csv', [1, 2, 3]), usage('b.csv', [3, 4])];
    const told = await forecastBatch(open, paths, control, {});
    expect(told).toMatchObject({
      files: [
        { fileName: 'a.csv', seconds: 1260, accepted: 3, duplicates: 0 },
        { fileName: 'b.csv', seconds: 420, accepted: 1, duplicates: 1 },
      ],
      total: { seconds: 1680, amounts: [] },
    });
    expect(listImports(open.writable)).toEqual([]);
    expect(open.writable.inTransaction).toBe(false);
    expect(await change(open, paths, false)).toMatchObject({ seconds: told.total.seconds });
  });

  it.each([true, false])(
    'sees what one of them says anew of another, where the newer counts: %s',
    async (replace) => {
      const open = newWorkspace();
      const paths = [usage('a.csv', [1, 2, 3]), usage('b.csv', [1, 2, 3], 9)];
      const told = await forecastBatch(open, paths, control, { replace });
      expect(told.files[1]?.restates).toMatchObject([{ fileName: 'a.csv', changed: 3 }]);
      expect(told.total.seconds).toBe(replace ? 27 * 60 : 48 * 60);
      expect(await change(open, paths, replace)).toMatchObject({ seconds: told.total.seconds });
    },
  );

  it('takes the later issue of a month for all of it, in whatever order they are named', async () => {
    const rows = BILL.slice(1);
    const first = bill('100012345678-20230610-按扣费周期-明细账单.csv', rows.slice(0, 5));
    const later = bill('100012345678-20230620-按扣费周期-明细账单.csv', rows.slice(0, 9));
    for (const paths of [
      [first, later],
      [later, first],
    ]) {
      const open = newWorkspace();
      const told = await forecastBatch(open, paths, control, {});
      const real = await change(open, paths, false);
      expect(told.total).toEqual({
        seconds: 0,
        amounts: [{ currency: 'CNY', amount: real.amount }],
      });
      expect(Number(real.amount)).toBeGreaterThan(0);
    }
  });

  it('leaves nothing of a file that fails on its way, and tells of the others', async () => {
    const open = newWorkspace();
    const begun = readFileSync(usage('begun.csv', [5, 6]), 'utf8');
    // Rows, and then a line without an end.
    const wide = fileWith(`${begun}2023-06-07${'x'.repeat(3_000_000)}`, 'wide.csv');
    const paths = [usage('a.csv', [1, 2]), wide, usage('b.csv', [2, 3])];
    const told = await forecastBatch(open, paths, control, {});
    expect(told.files.map(({ fileName }) => fileName)).toEqual(['a.csv', 'b.csv']);
    expect(told.total.seconds).toBe(3 * 420);
    expect(await change(open, paths, false)).toMatchObject({ seconds: 3 * 420 });
  });

  it('tells what comes back of a file that was taken back', async () => {
    const open = newWorkspace();
    const path = usage('a.csv', [1, 2]);
    const { id } = await imported(open, path);
    await setImportState(open, id, 'undone', control.signal);
    expect(await forecastBatch(open, [path], control, {})).toMatchObject({
      files: [{ fileName: 'a.csv', seconds: 840, accepted: 2 }],
      total: { seconds: 840 },
    });
    expect(listImports(open.readable)).toMatchObject([{ id, state: 'undone' }]);
    expect(await change(open, [path], false)).toMatchObject({ seconds: 840 });
  });

  it('says of usage of nobody’s application that it waits, in whatever order the files are named', async () => {
    const nameless = join(FIXTURES, 'api_DescribeTrtcUsage.json');
    const alone = await forecastBatch(newWorkspace(), [nameless], control, {});
    expect(alone.files).toMatchObject([{ waits: false, seconds: 160_846 * 60, accepted: 3 }]);
    const two = fileWith(
      [
        '日期,产品名称,SdkAppId,属性,用量单位,标准用量',
        '2023-06-08,实时音视频,1400000001,高清,分钟,7',
        '2023-06-08,实时音视频,1400000002,高清,分钟,5',
        '',
      ].join('\n'),
      'two.csv',
    );
    for (const paths of [
      [nameless, two],
      [two, nameless],
    ]) {
      const open = newWorkspace();
      const told = await forecastBatch(open, paths, control, {});
      const file = (name: string) => told.files.find(({ fileName }) => fileName === name);
      expect(file('api_DescribeTrtcUsage.json')).toMatchObject({ waits: true, seconds: 0 });
      expect(file('two.csv')).toMatchObject({ waits: false, seconds: 720 });
      expect(told.total.seconds).toBe(720);
      expect(await change(open, paths, false)).toMatchObject({ seconds: 720 });
    }
  });

  it('keeps nothing where the disk is full in the middle of it', async () => {
    const open = newWorkspace();
    await imported(open, usage('here.csv', [9]));
    const pages = open.writable.prepare<{ page_count: bigint }>('PRAGMA page_count').get();
    open.writable.exec(`PRAGMA max_page_count = ${Number(pages?.page_count ?? 0n) + 2}`);
    const large = fileWith(
      [
        '日期,产品名称,SdkAppId,属性,用量单位,标准用量',
        ...Array.from(
          { length: 5000 },
          (_, row) => `2023-06-01,实时音视频,${1400000000 + row},高清,分钟,7`,
        ),
        '',
      ].join('\n'),
      'large.csv',
    );
    await forecastBatch(open, [large, usage('small.csv', [1])], control, {});
    expect(open.writable.inTransaction).toBe(false);
    expect(listImports(open.readable)).toHaveLength(1);
    expect(listImports(open.writable)).toHaveLength(1);
  });
});
