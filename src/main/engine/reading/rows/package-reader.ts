import { shorten } from '../cells/cells';
import type { PackageRow } from '../layout/evidence-row';
import { momentText, RowCells } from '../cells/row-cells';
import { quarantined, type FieldColumns, type RowRefusal } from '../cells/row-outcome';

const WHOLE = /^\d{1,12}$/;

/** Reads the console's list of packages (套餐包管理). */
export function packageReader(
  columns: FieldColumns,
): (cells: readonly string[]) => PackageRow | RowRefusal {
  return (cells) => {
    const row = new RowCells(columns, cells);
    const packageId = row.requiredId('packageId');
    const minutes = row.number('minutes');
    if (minutes === null && !row.refusal) row.missing('minutes');
    if (minutes !== null && !WHOLE.test(minutes))
      return quarantined('row-not-whole', { value: shorten(minutes) }, columns.header('minutes'));
    const bought = row.time('boughtAt');
    if (!bought && !row.refusal) row.missing('boughtAt');
    const expires = row.time('expiresAt');
    // Some exports print minutes and percentage in one cell: "24474 / 97.90%".
    const left = row.text('remaining').split('/')[0]?.trim() ?? '';
    if (row.refusal) return row.refusal;
    return {
      evidence: 'packages',
      day: bought?.day ?? 0,
      sdkAppId: null,
      warnings: [],
      packageId,
      type: row.text('type'),
      name: row.text('name'),
      minutes: Number(minutes),
      remaining: /^\d+(?:\.\d+)?$/.test(left) ? left : null,
      boughtAt: bought ? momentText(bought) : '',
      expiresAt: expires ? momentText(expires) : null,
      status: row.text('status'),
    };
  };
}
