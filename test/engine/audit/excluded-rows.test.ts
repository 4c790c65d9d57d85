import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { excludedRows } from '../../../src/main/engine/audit/excluded-rows';
import { fingerprintOf } from '../../../src/main/engine/audit/fingerprint';
import { dismissRow } from '../../../src/main/engine/store/imports/corrections';
import { day } from '../../../src/shared/period/day';
import { FIXTURES, fileWith, imported, newWorkspace } from '../workspace';

const BILL = readFileSync(join(FIXTURES, 'cn_L3_detail.csv'), 'utf8').split(/\r?\n/);
const USAGE = readFileSync(join(FIXTURES, 'cn_usage_detail_rav_daily.csv'), 'utf8').split(/\r?\n/);

/** Some rows of a file, with one cell written over in each of them. */
function withCells(
  lines: readonly string[],
  cells: readonly (readonly [number, number, string])[],
) {
  const changed = lines.slice(0, 12);
  for (const [row, column, text] of cells) {
    const parts = (changed[row] ?? '').split(',');
    parts[column] = text;
    changed[row] = parts.join(',');
  }
  return fileWith(changed.join('\n') + '\n');
}
const codes = (issues: ReturnType<typeof excludedRows>) =>
  issues.map(({ code, params }) => ({ code, ...params }));

describe('what the totals leave out', () => {
  it('says nothing where every row was read', async () => {
    const open = newWorkspace();
    await imported(open, withCells(BILL, []));
    expect(excludedRows(open.readable, null)).toEqual([]);
  });

  it('is at most what can be read of it', async () => {
    const open = newWorkspace();
    // A date and a quantity that cannot be read; both amounts can.
    await imported(
      open,
      withCells(BILL, [
        [2, 16, 'yesterday'],
        [3, 23, '#REF!'],
      ]),
    );
    const amounts = [2, 3].map((row) => Number((BILL[row] ?? '').split(',')[29]));
    const [issue] = excludedRows(open.readable, null);
    expect(issue).toMatchObject({ severity: 'error', code: 'rows-excluded-bill' });
    expect(issue?.params).toEqual({
      count: 2,
      mostAmount: String(Number(((amounts[0] ?? 0) + (amounts[1] ?? 0)).toFixed(8))),
    });
  });

  it('is unknown where an amount cannot be read', async () => {
    const open = newWorkspace();
    await imported(
      open,
      withCells(BILL, [
        [2, 29, '#REF!'],
        [3, 16, 'yesterday'],
      ]),
    );
    expect(codes(excludedRows(open.readable, null))).toMatchObject([
      { code: 'rows-excluded-bill-unknown', count: 2, unknown: 1 },
    ]);
  });

  it('is said to be unknown where no amount at all can be read', async () => {
    const open = newWorkspace();
    await imported(open, withCells(BILL, [[2, 29, '#REF!']]));
    expect(codes(excludedRows(open.readable, null))).toEqual([
      { code: 'rows-excluded-bill-none-known', count: 1 },
    ]);
  });

  it('counts minutes of usage, and only those of the period where the day can be read', async () => {
    const open = newWorkspace();
    await imported(open, withCells(USAGE, [[1, 8, '']]));
    expect(codes(excludedRows(open.readable, null))).toEqual([
      { code: 'rows-excluded-usage', count: 1, mostMinutes: 20577 },
    ]);
    const july = { from: day('2023-07-01'), to: day('2023-08-01') };
    expect(excludedRows(open.readable, july)).toEqual([]);
  });

  it('a dismissed row is not counted any more, and an audit of before is out of date', async () => {
    const open = newWorkspace();
    const { id } = await imported(open, withCells(USAGE, [[1, 8, '']]));
    const before = fingerprintOf(open.readable);
    const act = { reason: 'a test call', by: 'kim', at: '2023-07-01T00:00:00.000Z' };
    expect(dismissRow(open.writable, { importId: id, row: 1 }, act)).toBe(true);
    expect(excludedRows(open.readable, null)).toEqual([]);
    expect(fingerprintOf(open.readable)).not.toBe(before);
  });
});
