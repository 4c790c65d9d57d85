import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { correctRows, type Correction } from '../../../src/main/engine/import/changes/correct-rows';
import { reopenRows } from '../../../src/main/engine/import/changes/reopen-rows';
import { dismissRow } from '../../../src/main/engine/store/imports/corrections';
import { countedTotals } from '../../../src/main/engine/store/imports/counted-totals';
import { findImport, importIssues } from '../../../src/main/engine/store/imports/imports';
import { quarantinePage } from '../../../src/main/engine/store/imports/quarantine';
import { timedUsageOf, usageSeries } from '../../../src/main/engine/store/evidence/usage';
import type { OpenWorkspace } from '../../../src/main/engine/store/workspace/workspace-file';
import { day } from '../../../src/shared/period/day';
import { FIXTURES, fileWith, imported, newWorkspace } from '../workspace';

const usage = readFileSync(join(FIXTURES, 'cn_usage_detail_rav_daily.csv'), 'utf8');
const bill = readFileSync(join(FIXTURES, 'cn_L3_detail.csv'), 'utf8');
const page = { offset: 0, limit: 100 };
const act = {
  by: 'kim',
  at: '2023-07-01T00:00:00.000Z',
  signal: new AbortController().signal,
};
const open = (at: OpenWorkspace, importId: number) =>
  quarantinePage(at.readable, importId, 'open', page);

/** The text with one cell of some rows made unreadable, and the cells as they should be. */
function broken(text: string, rows: readonly number[], column: number) {
  const lines = text.trimEnd().split(/\r?\n/);
  const right = new Map<number, string[]>();
  for (const row of rows) {
    const cells = (lines[row] ?? '').split(',');
    right.set(row, [...cells]);
    cells[column] = '#REF!';
    lines[row] = cells.join(',');
  }
  return { text: `${lines.join('\n')}\n`, right };
}

async function corrected(
  at: OpenWorkspace,
  importId: number,
  right: ReadonlyMap<number, readonly string[]>,
) {
  const corrections: Correction[] = open(at, importId).rows.map(({ row }) => ({
    importId,
    row,
    cells: right.get(row) ?? [],
  }));
  return await correctRows(at, corrections, act);
}

describe('correcting rows of quarantine', () => {
  it.each([
    ['usage', usage, 11],
    ['bill', bill, 29],
  ] as const)('comes to what the corrected %s file comes to', async (_, text, column) => {
    const [header = '', ...lines] = text.trimEnd().split('\n');
    const width = header.split(',').length;
    // Rows with a comma inside a cell are left alone, and all behind the one with a line end in a cell.
    const plain = lines
      .slice(0, 15)
      .flatMap((line, index) => (line.split(',').length === width ? [index + 1] : []));
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...plain), { minLength: 1, maxLength: 4 }),
        async (rows) => {
          const damaged = broken(text, rows, column);
          const fixed = newWorkspace();
          const { id, quarantined } = await imported(fixed, fileWith(damaged.text));
          expect(quarantined).toBe(rows.length);
          const outcomes = await corrected(fixed, id, damaged.right);
          expect(outcomes.every(({ accepted }) => accepted)).toBe(true);

          const whole = newWorkspace();
          const clean = await imported(whole, fileWith(text));
          expect(countedTotals(fixed.readable)).toEqual(countedTotals(whole.readable));
          expect(usageSeries(fixed.readable, null)).toEqual(usageSeries(whole.readable, null));
          const { rows: all, accepted, firstDay, lastDay } = clean;
          expect(findImport(fixed.readable, id)).toMatchObject({
            ...{ rows: all, accepted, firstDay, lastDay, quarantined: 0 },
          });
          // A corrected row is the row of the clean file: that repeats it and nothing counts twice.
          const again = await imported(fixed, fileWith(text));
          expect(again).toMatchObject({ accepted: 0, duplicates: accepted });

          await reopenRows(
            fixed,
            outcomes.map(({ importId, row }) => ({ importId, row })),
            act.signal,
          );
          expect(findImport(fixed.readable, id)).toMatchObject({ quarantined: rows.length });
          expect(findImport(fixed.readable, again.id)).toMatchObject({ accepted: rows.length });
          expect(countedTotals(fixed.readable)).toEqual(countedTotals(whole.readable));
          fixed.close();
          whole.close();
        },
      ),
      { numRuns: 6 },
    );
  });

  it('keeps the original beside it, and the row is found on its day', async () => {
    const at = newWorkspace();
    const damaged = broken(usage, [1, 2, 3], 11);
    const { id } = await imported(at, fileWith(damaged.text));
    expect(importIssues(at.readable, id, page).total).toBe(3);
    await corrected(at, id, damaged.right);
    const { rows } = quarantinePage(at.readable, id, 'corrected', page);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({
      state: 'corrected',
      by: 'kim',
      at: act.at,
      code: 'row-spreadsheet-error',
    });
    expect(rows[0]?.raw).toContain('#REF!');
    expect(rows[0]?.cells[11]).toBe('20577');
    expect(timedUsageOf(at.readable, day('2023-06-01')).length).toBeGreaterThan(0);
    expect(importIssues(at.readable, id, page).total).toBe(0);
  });

  it('what cannot be read either stays, with the new reason', async () => {
    const at = newWorkspace();
    const { text, right } = broken(usage, [1, 2], 11);
    const { id } = await imported(at, fileWith(text));
    const wrong = [...(right.get(1) ?? [])];
    wrong[11] = 'many';
    const outcomes = await corrected(at, id, new Map([...right, [1, wrong]]));
    expect(outcomes).toMatchObject([
      { row: 1, accepted: false, problem: { code: 'row-bad-number', params: { value: 'many' } } },
      { row: 2, accepted: true, problem: null },
    ]);
    expect(open(at, id).rows).toMatchObject([{ row: 1, code: 'row-spreadsheet-error' }]);
  });

  it('a row that is too short is written whole', async () => {
    const at = newWorkspace();
    const lines = usage.trimEnd().split(/\r?\n/);
    const whole = (lines[4] ?? '').split(',');
    lines[4] = whole.slice(0, 9).join(',');
    const { id } = await imported(at, fileWith(lines.join('\n')));
    const [row] = open(at, id).rows;
    expect(row).toMatchObject({ row: 4, code: 'row-too-short' });
    expect(row?.cells).toHaveLength(whole.length);
    const [outcome] = await corrected(at, id, new Map([[4, whole]]));
    expect(outcome?.accepted).toBe(true);
  });

  it('refuses a row that is not in quarantine', async () => {
    const at = newWorkspace();
    const { id } = await imported(at, fileWith(usage));
    await expect(correctRows(at, [{ importId: id, row: 1, cells: [] }], act)).rejects.toMatchObject(
      { error: { code: 'invalid-input' } },
    );
    expect(findImport(at.readable, id)).toMatchObject({ accepted: 15 });
  });
});

describe('dismissing rows of quarantine', () => {
  it('keeps the reason, and can be taken back', async () => {
    const at = newWorkspace();
    const { text } = broken(usage, [1, 2], 11);
    const { id } = await imported(at, fileWith(text));
    const place = { importId: id, row: 1 };
    expect(dismissRow(at.writable, place, { reason: 'a test line', ...act })).toBe(true);
    expect(dismissRow(at.writable, place, { reason: 'twice', ...act })).toBe(false);
    expect(open(at, id).total).toBe(1);
    expect(quarantinePage(at.readable, null, 'dismissed', page).rows).toMatchObject([
      { row: 1, reason: 'a test line', by: 'kim', state: 'dismissed' },
    ]);
    expect(await reopenRows(at, [place], act.signal)).toBe(1);
    expect(open(at, id).total).toBe(2);
  });
});
