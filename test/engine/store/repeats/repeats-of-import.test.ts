import fc from 'fast-check';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RepeatedRange } from '../../../../src/shared/contract/repeats';
import { engineClient, type EngineClient } from '../../../support/engine-client';
import { FIXTURES, temporaryFolder } from '../../workspace';

let client: EngineClient;
let folder: string;
beforeEach(async () => {
  client = engineClient();
  folder = temporaryFolder();
  await client.ask('workspace.create', { path: null });
});
afterEach(async () => {
  expect(client.faults).toEqual([]);
  await client.engine.close();
});

const HEADER = '日期,产品名称,SdkAppId,属性,用量单位,标准用量';
const usageRow = (day: number, minutes: number) =>
  `2023-06-${String(day).padStart(2, '0')},实时音视频,1400000001,高清,分钟,${minutes}`;

async function imported(name: string, lines: readonly string[], header = HEADER): Promise<number> {
  const path = join(folder, name);
  writeFileSync(path, `${[header, ...lines].join('\n')}\n`);
  await client.importFiles([path]);
  return (await client.imports()).at(-1)?.id ?? 0;
}

const repeats = (importId: number, offset = 0, limit = 1000) =>
  client.ask('imports.repeats', { importId, offset, limit });

const said = ({ how, count, lines, other }: RepeatedRange) =>
  `${lines.first}-${lines.last} (${count}) ${how} ${other.fileName} ` +
  (other.lines ? `${other.lines.first}-${other.lines.last}` : 'whole');

describe('rows that stand elsewhere too', () => {
  it('are told as ranges of lines on both sides, whatever lies between', async () => {
    const days = Array.from({ length: 20 }, (_, day) => usageRow(day + 1, 100 + day));
    await imported('first.csv', days);
    const again = await imported('again.csv', [
      ...days.slice(10),
      usageRow(1, 7),
      ...days.slice(2, 4),
      'not a day,,,,,',
      days[4] ?? '',
    ]);
    const { total, counts, rows } = await repeats(again);
    expect(rows.map(said)).toEqual([
      '2-11 (10) repeated first.csv 12-21',
      '13-14 (2) repeated first.csv 4-5',
      '16-16 (1) repeated first.csv 6-6',
    ]);
    expect({ total, counts }).toEqual({
      total: 3,
      counts: { repeated: 13, replaced: 0, identical: 0 },
    });
    expect((await repeats(again, 1, 1)).rows.map(said)).toEqual([said(rows[1] as RepeatedRange)]);
    const first = (await client.imports())[0]?.id ?? 0;
    expect(await repeats(first)).toMatchObject({ total: 0, rows: [] });
  });

  it('are counted by the other file again as soon as the first is taken back', async () => {
    const days = [usageRow(1, 5), usageRow(2, 6)];
    const first = await imported('first.csv', days);
    const again = await imported('again.csv', [...days, usageRow(3, 7)]);
    expect((await repeats(again)).total).toBe(1);
    await client.ask('imports.undo', { importId: first });
    expect((await repeats(again)).total).toBe(0);
    await client.ask('imports.redo', { importId: first });
    expect((await repeats(again)).rows.map(said)).toEqual(['2-3 (2) repeated first.csv 2-3']);
  });

  it('that the same file said before are told beside those of others, and count', async () => {
    const block = [usageRow(1, 5), usageRow(1, 6), usageRow(2, 7)];
    await imported('first.csv', [usageRow(2, 7), usageRow(9, 9)]);
    const twice = await imported('twice.csv', [...block, ...block]);
    const { rows, counts } = await repeats(twice);
    expect(rows.map(said)).toEqual([
      '4-4 (1) repeated first.csv 2-2',
      '5-7 (3) identical twice.csv 2-4',
    ]);
    expect(counts).toEqual({ repeated: 1, replaced: 0, identical: 3 });
  });

  it('of daily bills are replaced as a whole', async () => {
    const [header = '', ...lines] = readFileSync(join(FIXTURES, 'cn_L3_detail.csv'), 'utf8')
      .trimEnd()
      .split('\n');
    const name = (day: string) => `100012345678-202306${day}-按扣费周期-明细账单.csv`;
    const older = await imported(name('10'), lines.slice(0, 5), header);
    await imported(name('20'), lines.slice(0, 9), header);
    expect((await repeats(older)).rows).toMatchObject([
      { how: 'replaced', count: 5, other: { fileName: name('20'), lines: null } },
    ]);
  });

  it('of files with several measurements in a row are told by the row', async () => {
    const text = readFileSync(join(FIXTURES, 'trtc_console_usage_daily.csv'), 'utf8').trimEnd();
    const [header = '', ...lines] = text.replace('\uFEFF', '').split(/\r?\n/);
    await imported('console.csv', lines, header);
    const again = await imported('again.csv', lines.slice(1), header);
    const { rows, counts } = await repeats(again);
    expect(counts.repeated).toBe(lines.length - 1);
    expect(rows.map(said)).toEqual([
      `2-${lines.length} (${lines.length - 1}) repeated console.csv 3-${lines.length + 1}`,
    ]);
  });

  it('are exactly the rows that do not count, each once, in pages of any size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 })), {
            minLength: 1,
            maxLength: 12,
          }),
          { minLength: 2, maxLength: 3 },
        ),
        fc.integer({ min: 1, max: 4 }),
        async (files, size) => {
          await client.ask('workspace.close', {});
          await client.ask('workspace.create', { path: null });
          for (const [index, rows] of files.entries())
            await imported(
              `${index}.csv`,
              rows.map((row) => usageRow(...row)),
            );
          for (const summary of await client.imports()) {
            const lines = files[Number(summary.fileName[0])]?.map((row) => usageRow(...row)) ?? [];
            const ranges: RepeatedRange[] = [];
            const { total, counts } = await repeats(summary.id);
            for (let offset = 0; offset < total; offset += size)
              ranges.push(...(await repeats(summary.id, offset, size)).rows);
            expect(ranges).toHaveLength(total);
            const repeated = ranges.filter(({ how }) => how === 'repeated');
            expect(counts.repeated).toBe(summary.duplicates);
            expect(repeated.reduce((sum, { count }) => sum + count, 0)).toBe(summary.duplicates);
            for (const { count, lines: own, other } of ranges)
              for (let at = 0; at < count; at++) {
                const there =
                  files[Number(other.fileName[0])]?.map((row) => usageRow(...row)) ?? [];
                expect(lines[own.first - 2 + at]).toBe(there[(other.lines?.first ?? 0) - 2 + at]);
              }
            // Of the file itself: whatever it said on an earlier line.
            const before = lines.filter((line, index) => lines.indexOf(line) < index).length;
            expect(counts.identical).toBe(before);
          }
        },
      ),
      { numRuns: 8 },
    );
  });
});
